import { UnreadableInput } from './unreadable-input.ts';

/** How a file is packed, by what it begins with. */
export type Packing = 'gzip' | 'zstd' | null;

type Decoder = InstanceType<typeof TextDecoder>;

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

export function packingOf(bytes: Uint8Array): Packing {
  if (beginsWith(bytes, GZIP)) return 'gzip';
  return beginsWith(bytes, ZSTD) ? 'zstd' : null;
}

/** The text of bytes in pieces, decoded by their byte order mark or their first characters: UTF-8 or UTF-16. */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  const decode = (bytes?: Uint8Array): string => {
    try {
      if (bytes) decoder ??= decoderFor(bytes);
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    } catch (error) {
      if (error instanceof TypeError) throw new UnreadableInput({ code: 'not_text', args: {} });
      throw error;
    }
  };
  for await (const bytes of pieces) {
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function decoderFor(bytes: Uint8Array): Decoder {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  if (bytes.length > 1 && a !== 0 && b === 0) return new TextDecoder('utf-16le');
  if (bytes.length > 1 && a === 0 && b !== 0) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8', { fatal: true });
}
