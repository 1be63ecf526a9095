import type { Explanation } from './difference.ts';
import type { Statement } from './statement.ts';

/** What is left: one value of each set that nothing links to the others. */
export function unexplained(values: readonly string[], said: readonly Statement[]): Explanation {
  const shown = values.map((value) => said.find((one) => one.value === value)?.shown ?? value);
  const speakers = new Set(said.filter(({ value }) => values.includes(value)).map(({ speaker }) => speaker.offer));
  return { kind: 'unexplained', values, args: { values: shown, within: speakers.size === 1 } };
}
