import type { DifferenceClass, Explanation } from './difference.ts';

/** A name as its letters and digits: `Mistral: Mistral Small 3.1` is `mistral`, `mistral`, `small`, `3`, `1`. */
function wordsOf(name: string): string[] {
  const own = name.slice(name.lastIndexOf('/') + 1);
  return own.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
}

/** Whether two names are the same but for capitals and marks, or the one holds all words of the other in order. */
export function spellingOf(a: string, b: string): 'same' | 'longer' | null {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.length === 0 || second.length === 0) return null;
  if (first.join('') === second.join('')) return 'same';
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  let next = 0;
  for (const word of long) if (word === short[next]) next += 1;
  return next === short.length ? 'longer' : null;
}

/** Names that say the same with other capitals, dots, dashes or owners, and names that say more than another. */
export const spelling: DifferenceClass = (said) => {
  const shown = [...new Map(said.map(({ value, shown }) => [value, shown]))];
  return shown.flatMap(([a, first], index) =>
    shown.slice(index + 1).flatMap(([b, second]): Explanation[] => {
      const how = spellingOf(a, b);
      return how ? [{ kind: 'spelling', values: [a, b], args: { how, names: [`"${first}"`, `"${second}"`] } }] : [];
    }),
  );
};
