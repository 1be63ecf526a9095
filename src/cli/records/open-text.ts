import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import * as zlib from 'node:zlib';
import type { InputProblem } from '../../record-pricing/input-problem.ts';

const CHUNK = 1 << 16;
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** Stops reading a file, with what is wrong with it. */
export class UnreadableInput extends Error {
  readonly problem: InputProblem;

  constructor(problem: InputProblem) {
    super(problem.code);
    this.name = 'UnreadableInput';
    this.problem = problem;
  }
}

/**
 * The text of a file in pieces, decompressed by what it begins with (gzip, zstd) and decoded by its byte order mark
 * (UTF-8, UTF-16). `-` is standard input. `read` is told how many bytes of the file have come.
 */
export async function* openText(name: string, read: (bytes: number) => void = () => {}): AsyncGenerator<string> {
  const file = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: CHUNK });
  try {
    let decoder: TextDecoder | null = null;
    for await (const bytes of decompressed(file, read)) {
      decoder ??= decoderFor(bytes);
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    if (!(error instanceof Error)) throw error;
    if (error instanceof TypeError && /encoded data/.test(error.message)) {
      throw new UnreadableInput({ code: 'not_text', args: {} });
    }
    const code = 'code' in error ? String(error.code) : '';
    if (/^(Z_|ZSTD|ERR_ZLIB)/.test(code)) {
      throw new UnreadableInput({ code: 'broken_compression', args: { message: error.message } });
    }
    if (code.startsWith('E')) throw new UnreadableInput({ code: 'not_found', args: { reason: code } });
    throw error;
  }
}

async function* decompressed(file: Readable, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counted = count(file, read);
  const first = await counted.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* counted;
  })();
  if (beginsWith(first.value, GZIP)) yield* through(whole, zlib.createGunzip());
  else if (beginsWith(first.value, ZSTD)) {
    if (typeof zlib.createZstdDecompress !== 'function') throw new UnreadableInput({ code: 'no_zstd', args: {} });
    yield* through(whole, zlib.createZstdDecompress());
  } else yield* whole;
}

async function* count(file: Readable, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of file as AsyncIterable<Buffer>) {
    read(chunk.length);
    yield chunk;
  }
}

async function* through(bytes: AsyncIterable<Uint8Array>, unpack: zlib.Gunzip | zlib.ZstdDecompress) {
  const { pipeline } = await import('node:stream/promises');
  const done = pipeline(bytes, unpack);
  done.catch(() => {});
  yield* unpack as AsyncIterable<Buffer>;
  await done;
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  if (bytes.length > 1 && a !== 0 && b === 0) return new TextDecoder('utf-16le');
  if (bytes.length > 1 && a === 0 && b !== 0) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8', { fatal: true });
}
