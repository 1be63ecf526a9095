import type { Meter } from './meter.ts';

/**
 * Reads meters from lines of `id|one|many|within|implied`: without `many` it is `one` and an s. Blocks are apart by an
 * empty line; one that begins with `* text audio` stands for itself twice, with each of these words for its stars.
 */
export function meterLines(text: string): Meter[] {
  return text.split('\n\n').flatMap((block) => {
    const [, words = '', lines = ''] = /^(?:\* (.*)\n)?([\s\S]*)$/.exec(block) ?? [];
    return words.split(' ').flatMap((word) => lines.replaceAll('*', word).split('\n').map(meterLine));
  });
}

function meterLine(line: string): Meter {
  const [id = '', one = '', many, within, implied] = line.split('|');
  return {
    id,
    one,
    many: many || `${one}s`,
    ...(within ? { within: within.split(' ') } : {}),
    ...(implied ? { implied } : {}),
  };
}
