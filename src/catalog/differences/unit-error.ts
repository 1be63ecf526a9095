import { Decimal } from '../../engine/decimal.ts';
import { groupDigits } from '../words/money.ts';
import { eachPair } from './pairs.ts';

/** What a factor between two prices of one thing comes from. */
const FACTORS: Readonly<Record<string, string>> = {
  '100': 'one is in hundredths of the currency, such as cents',
  '1000': 'one is per 1K and shown as per 1M, or the other way round',
  '1000000': 'one is per token and shown as per 1M, or the other way round',
  '1000000000': 'a price per token and one per 1K have been mixed up twice over',
};

/** The factor between two prices where it is one that a wrong unit makes: 1000 for 350 and 0.35. */
export function unitFactor(larger: string, smaller: string): string | null {
  const divisor = new Decimal(smaller);
  return Object.keys(FACTORS).find((factor) => divisor.times(factor).eq(larger)) ?? null;
}

/** Prices a hundred, a thousand or a million times each other. */
export const unitError = eachPair((a, b) => {
  const factor = unitFactor(a.value, b.value);
  if (factor === null) return null;
  return {
    kind: 'unit_error',
    values: [a.value, b.value],
    args: {
      how: 'factor',
      larger: a.shown,
      smaller: b.shown,
      factor: groupDigits(factor),
      units: FACTORS[factor] ?? '',
    },
  };
});
