import { createReadStream } from 'node:fs';
import { decodeText } from '../../../record-pricing/decode-text.ts';
import { openText } from '../open-text.ts';
import type { StretchJob } from './messages.ts';

const CHUNK = 1 << 16;

/** The text of a stretch in pieces. */
export function openBytes({ file, bytes }: StretchJob, read: (bytes: number) => void): AsyncGenerator<string> {
  return bytes ? decodeText(bytesBetween(file, bytes.from, bytes.until, read)) : openText(file, read);
}

async function* bytesBetween(
  file: string,
  from: number,
  until: number,
  read: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { start: from, end: until - 1, highWaterMark: CHUNK });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    read(chunk.length);
    yield chunk;
  }
}
