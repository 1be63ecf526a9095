/** How far reading is: `12 of 75 MB, 40 MB a second, 2 s left`. Bytes and milliseconds. */
export function progressWords(done: number, size: number, elapsed: number): string {
  const mega = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
  const rate = done / Math.max(1, elapsed);
  const left = rate > 0 && size > done ? `, ${Math.ceil((size - done) / rate / 1000)} s left` : '';
  return `${mega(done)} of ${mega(size)} MB, ${mega(rate * 1000)} MB a second${left}`;
}
