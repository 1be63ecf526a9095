import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { packingOf } from '../../../record-pricing/decode-text.ts';
import { textKind } from '../../../record-pricing/text-kind.ts';
import { NO_MEMORY, parseRecord, type ReadOptions, readRecords } from '../../../usage-records/index.ts';
import type { StretchJob } from './messages.ts';

/** A stretch is not smaller than this, so that starting it costs nothing beside reading it. */
const LEAST_BYTES = 1 << 23;
const MOST_BYTES = 1 << 26;
const BLOCK = 1 << 16;
const NEWLINE = 0x0a;

/**
 * The stretches of a file: lines of JSON are divided at line breaks, so that every job has several; everything else
 * is read whole. A format whose records build on those before them is not divided either.
 */
export function planStretches(
  file: string,
  jobs: number,
  options: ReadOptions,
  least: number = LEAST_BYTES,
): StretchJob[] {
  const size = statSync(file).size;
  const begun = size < 2 * least ? null : memoryAfterFirst(file, options);
  if (!begun) return [{ file, bytes: null, begun: NO_MEMORY, isLast: true }];
  const length = Math.min(MOST_BYTES, Math.max(least, Math.ceil(size / (4 * jobs))));
  const ends: number[] = [];
  for (let end = 0; end < size; ) {
    end = lineEndAfter(file, Math.min(size, end + length), size);
    ends.push(end);
  }
  return ends.map((until, index) => ({
    file,
    bytes: { from: ends[index - 1] ?? 0, until },
    begun: index === 0 ? NO_MEMORY : begun,
    isLast: index === ends.length - 1,
  }));
}

/** What the first line leaves for the next; null where the file is not lines of records that stand by themselves. */
function memoryAfterFirst(file: string, options: ReadOptions): StretchJob['begun'] | null {
  const bytes = blockAt(file, 0);
  if (packingOf(bytes) !== null || bytes.includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe) return null;
  const text = new TextDecoder().decode(bytes).trimStart();
  const first = text.slice(0, text.indexOf('\n') + 1);
  if (first === '' || textKind(first) !== 'lines') return null;
  const records = readRecords(options, () => {}).file();
  try {
    records.read(parseRecord(first), 1);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  const memory = records.memory();
  return memory.format !== null && Object.keys(memory.state).length === 0 ? memory : null;
}

/** The first byte after a line break at or after a place. */
function lineEndAfter(file: string, from: number, size: number): number {
  for (let at = from - 1; at < size; at += BLOCK) {
    const found = blockAt(file, at).indexOf(NEWLINE);
    if (found >= 0) return at + found + 1;
  }
  return size;
}

function blockAt(file: string, at: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const block = Buffer.alloc(BLOCK);
    return block.subarray(0, readSync(descriptor, block, 0, BLOCK, at));
  } finally {
    closeSync(descriptor);
  }
}
