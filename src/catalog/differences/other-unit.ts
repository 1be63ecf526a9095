import type { DifferenceClass } from './difference.ts';

/** Sellers that charge by different units, such as by the message and by the token. */
export const otherUnit: DifferenceClass = (said) => {
  const units = new Map(said.map(({ value, shown }) => [value, shown]));
  return [{ kind: 'other_unit', values: [...units.keys()], args: { units: [...units.values()] } }];
};
