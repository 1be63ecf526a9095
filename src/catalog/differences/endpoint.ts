import type { DifferenceArgs, DifferenceClass, Explanation } from './difference.ts';
import { eachPair, sameOffer } from './pairs.ts';
import type { FieldKind, Statement } from './statement.ts';

type What = DifferenceArgs['endpoint']['what'];

const WHAT: Partial<Record<FieldKind, What>> = {
  tokens: 'limit',
  capability: 'ability',
  modalities: 'modalities',
  parameter: 'default',
};

/**
 * What each endpoint sets for itself: how long an answer may be, what it lets a model do, its defaults. Two sources on
 * one offer cannot both be right, and are not explained by this.
 */
export const endpoint: DifferenceClass = eachPair((a, b): Explanation | null => {
  const what = WHAT[a.field.kind];
  if (what === undefined || sameOffer(a, b) || (what === 'modalities' && !isPart(a, b))) return null;
  return { kind: 'endpoint', values: [a.value, b.value], args: { what } };
});

/** A date of release that a seller gives later than the maker does, by more than how exact dates are. */
export const listedLater: DifferenceClass = eachPair((a, b): Explanation | null =>
  a.field.id === 'released' && a.speaker.offer === null && b.speaker.offer !== null && a.value < b.value
    ? { kind: 'endpoint', values: [a.value, b.value], args: { what: 'listing' } }
    : null,
);

function isPart(a: Statement, b: Statement): boolean {
  const whole = b.value.split(',');
  return a.value.split(',').every((one) => whole.includes(one));
}
