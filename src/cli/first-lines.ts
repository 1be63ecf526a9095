const MOST = 20;

/** The first lines of a long list; in place of the others, how many there are and where all of them are. */
export function firstLines(lines: readonly string[], all: string): string[] {
  const more = lines.length - MOST;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST), `and ${more} more${all}`];
}
