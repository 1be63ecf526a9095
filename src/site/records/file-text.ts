import { decodeText, type Packing, packingOf } from '../../record-pricing/decode-text.ts';
import { UnreadableInput } from '../../record-pricing/unreadable-input.ts';

/** The text of a chosen file in pieces, decompressed and decoded by what it begins with. */
export async function* fileText(file: File, read: (bytes: number) => void): AsyncGenerator<string> {
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  yield* decodeText(unpacked(file, packingOf(first), read));
}

async function* unpacked(file: File, packing: Packing, read: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (bytes, next) => {
        read(bytes.length);
        next.enqueue(bytes);
      },
    }),
  );
  const reader = (packing ? counted.pipeThrough(decompressor(packing)) : counted).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (packing) throw new UnreadableInput({ code: 'broken_compression', args: { message } });
      throw new UnreadableInput({ code: 'not_found', args: { reason: message } });
    });
    if (done) return;
    yield value;
  }
}

function decompressor(packing: NonNullable<Packing>): DecompressionStream {
  try {
    return new DecompressionStream(packing as CompressionFormat);
  } catch {
    throw new UnreadableInput({ code: 'no_zstd', args: {} });
  }
}
