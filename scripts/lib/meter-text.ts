import type { Meter } from '../../src/engine/meter.ts';

/** Meters as the lines that `meterLines` reads, what is the same for several words written once. */
export function meterText(meters: readonly Meter[]): string {
  const lines = meters.map(({ id, one, many, within, implied }) =>
    [id, one, many === `${one}s` ? '' : many, within?.join(' '), implied].join('|').replace(/\|+$/, ''),
  );
  const blocks: string[][] = [[]];
  for (let at = 0; at < lines.length; ) {
    const fold = bestFold(lines, at);
    if (fold) blocks.push([`* ${fold.words.join(' ')}`, ...fold.lines], []);
    else blocks.at(-1)?.push(lines[at] ?? '');
    at += fold ? fold.words.length * fold.lines.length : 1;
  }
  return blocks.flatMap((block) => (block.length > 0 ? [block.join('\n')] : [])).join('\n\n');
}

interface Fold {
  readonly words: readonly string[];
  readonly lines: readonly string[];
}

/** The run of lines from a place that says the same of several words, the one with the most lines. */
function bestFold(lines: readonly string[], at: number): Fold | null {
  let best: Fold | null = null;
  for (let size = 2; at + 2 * size <= lines.length; size += 1) {
    const first = lines.slice(at, at + size);
    for (const word of wordsOf(first[0])) {
      const starred = star(first, word);
      if (starred.some((line) => !line.includes('*'))) continue;
      const words = [word];
      for (let next = at + size; next + size <= lines.length; next += size) {
        const run = lines.slice(next, next + size);
        const same = wordsOf(run[0]).find((other) => star(run, other).join('\n') === starred.join('\n'));
        if (same === undefined) break;
        words.push(same);
      }
      if (words.length > 1 && words.length * size > (best ? best.words.length * best.lines.length : 0)) {
        best = { words, lines: starred };
      }
    }
  }
  return best;
}

function wordsOf(line = ''): string[] {
  return [...new Set(line.split('|')[0]?.split('_'))];
}

function star(lines: readonly string[], word: string): string[] {
  return lines.map((line) => line.replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, 'g'), '*'));
}
