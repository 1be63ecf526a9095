import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { decodeText, packingOf } from '../../record-pricing/decode-text.ts';
import { UnreadableInput } from '../../record-pricing/unreadable-input.ts';

const CHUNK = 1 << 16;

/**
 * The text of a file in pieces, decompressed by what it begins with (gzip, zstd) and decoded by its byte order mark
 * (UTF-8, UTF-16). `-` is standard input. `read` is told how many bytes of the file have come.
 */
export async function* openText(name: string, read: (bytes: number) => void = () => {}): AsyncGenerator<string> {
  const file = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: CHUNK });
  try {
    yield* decodeText(decompressed(file, read));
  } catch (error) {
    if (error instanceof UnreadableInput || !(error instanceof Error)) throw error;
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
  const packing = packingOf(first.value);
  if (packing === 'gzip') yield* through(whole, zlib.createGunzip());
  else if (packing === 'zstd') {
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
  const done = pipeline(bytes, unpack);
  done.catch(() => {});
  yield* unpack as AsyncIterable<Buffer>;
  await done;
}
