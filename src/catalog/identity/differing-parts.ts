import type { ModelIdentity } from './identity.ts';

/**
 * What two identities both state, and differently: `["the size"]` of llama-3.1-8b and llama-3.1-70b. What only one of
 * them states is no difference.
 */
export function differingParts(a: ModelIdentity, b: ModelIdentity): string[] {
  const apart = (one: readonly string[], other: readonly string[]): boolean =>
    one.length > 0 && other.length > 0 && one.join(' ') !== other.join(' ');
  return [
    ...(a.lab !== null && b.lab !== null && a.lab !== b.lab ? ['the lab'] : []),
    ...(apart(a.generation, b.generation) ? ['the version'] : []),
    ...(apart(plainSize(a), plainSize(b)) ? ['the size'] : []),
    ...(a.date !== null && b.date !== null && !datesFit(a.date, b.date) ? ['the date'] : []),
    ...(apart(a.quantisation, b.quantisation) ? ['the quantisation'] : []),
    ...(TRAITS.filter((trait) => a.words.includes(trait) !== b.words.includes(trait)).length > 0 ? ['the kind'] : []),
  ];
}

/** Words that make another model of one. */
export const TRAITS = [
  'mini',
  'nano',
  'lite',
  'micro',
  'turbo',
  'thinking',
  'reasoning',
  'coder',
  'vision',
  'embedding',
];

/** The whole size: without the active parameters, which are often left out. */
function plainSize({ size }: ModelIdentity): string[] {
  return size.filter((one) => /^\d/.test(one));
}

/** Whether one date is the other, more exactly: 2025-03 and 2025-03-17; a day without a year fits any year. */
function datesFit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a);
}
