import { differingParts } from '../identity/differing-parts.ts';
import { modelNames } from '../identity/names.ts';
import { parseModelId } from '../identity/parse-model-id.ts';
import type { DifferenceClass, Explanation } from './difference.ts';

/** Labs play no part: here only names under one model are compared. */
const NO_NAMES = modelNames({ labs: [], sellers: [] });

/** Names that state different sizes, versions, dates or kinds, so that they are of different models. */
export const identity: DifferenceClass = (said) => {
  const named = [...new Map(said.map(({ value, shown }) => [value, shown]))];
  const parsed = named.map(([value, shown]) => ({
    value,
    shown,
    parsed: { ...parseModelId(value, NO_NAMES), lab: null },
  }));
  return parsed.flatMap((a, index) =>
    parsed.slice(index + 1).flatMap((b): Explanation[] => {
      const parts = differingParts(a.parsed, b.parsed);
      if (parts.length === 0) return [];
      return [{ kind: 'identity', values: [a.value, b.value], args: { first: a.shown, second: b.shown, parts } }];
    }),
  );
};
