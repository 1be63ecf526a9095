import type { DifferenceClass, Explanation } from './difference.ts';

/** Values that a playground starts with or a sample shows, beside others: none of them is the API's default. */
export const example: DifferenceClass = (said) =>
  said.flatMap(({ example: place, value, shown, speaker }): Explanation[] => {
    const others = said.filter((statement) => statement.value !== value);
    const other = others.find((statement) => statement.example === undefined) ?? others[0];
    if (place === undefined || !other) return [];
    return [{ kind: 'example', values: [other.value, value], args: { value: shown, place, speaker: speaker.name } }];
  });
