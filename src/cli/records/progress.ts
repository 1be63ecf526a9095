import { statSync } from 'node:fs';

const EVERY_MS = 500;

/** Shows on a terminal how far reading is, how fast, and how long is left; nothing elsewhere. */
export function progressOn(stream: NodeJS.WriteStream, names: readonly string[]) {
  let done = 0;
  let shown = 0;
  const begin = Date.now();
  const size = names.reduce((sum, name) => sum + (statSync(name, { throwIfNoEntry: false })?.size ?? 0), 0);
  const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);
  return {
    read: (bytes: number): void => {
      done += bytes;
      const now = Date.now();
      if (!stream.isTTY || now - shown < EVERY_MS) return;
      shown = now;
      const rate = done / Math.max(1, now - begin);
      const left = size > done ? `, ${Math.ceil((size - done) / rate / 1000)} s left` : '';
      stream.write(
        `\r\u001b[K${mega(done)}${size > 0 ? ` of ${mega(size)}` : ''} MB, ${mega(rate * 1000)} MB/s${left}`,
      );
    },
    end: (): void => {
      if (stream.isTTY && shown > 0) stream.write('\r\u001b[K');
    },
  };
}
