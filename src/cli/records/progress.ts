import { statSync } from 'node:fs';
import { findFiles } from './find-files.ts';

const EVERY_MS = 500;

/** Where progress is shown: standard error, if it is a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Shows on a terminal how far reading is, how fast, and how long is left; nothing elsewhere. */
export function progressOn(stream: ProgressStream, names: readonly string[], now: () => number = Date.now) {
  let done = 0;
  const begin = now();
  let shown = begin;
  const size = stream.isTTY ? sizeOf(names) : 0;
  return {
    read: (bytes: number): void => {
      done += bytes;
      const moment = now();
      if (!stream.isTTY || moment - shown < EVERY_MS) return;
      shown = moment;
      stream.write(`\r\u001b[K${progressWords(done, size, moment - begin)}`);
    },
    end: (): void => {
      if (stream.isTTY && shown > begin) stream.write('\r\u001b[K');
    },
  };
}

/** `12 of 75 MB, 40 MB/s, 2 s left`; of standard input, which has no size, `12 MB, 40 MB/s`. */
function progressWords(done: number, size: number, elapsed: number): string {
  const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);
  const rate = done / Math.max(1, elapsed);
  const of = size > 0 ? ` of ${mega(size)}` : '';
  const left = size > done ? `, ${Math.ceil((size - done) / rate / 1000)} s left` : '';
  return `${mega(done)}${of} MB, ${mega(rate * 1000)} MB/s${left}`;
}

function sizeOf(names: readonly string[]): number {
  const files = findFiles(names).filter(({ name, problem }) => name !== '-' && !problem);
  return files.reduce((sum, { name }) => sum + (statSync(name, { throwIfNoEntry: false })?.size ?? 0), 0);
}
