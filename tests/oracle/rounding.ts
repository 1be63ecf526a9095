import type { RoundingMode, RoundingRule } from '../../src/engine/index.ts';
import { fromText, placesOf } from './decimal-text.ts';
import { divide, multiply, type Rational } from './rational.ts';

/** The whole number of a fraction by a mode; fractions here are never negative. */
function toWhole({ n, d }: Rational, mode: RoundingMode): bigint {
  const floor = n / d;
  const rest = n % d;
  if (rest === 0n || mode === 'down') return floor;
  if (mode === 'up') return floor + 1n;
  const twice = rest * 2n;
  if (twice !== d) return twice > d ? floor + 1n : floor;
  return mode === 'half_up' || floor % 2n === 1n ? floor + 1n : floor;
}

export function toMultiple(value: Rational, increment: Rational, mode: RoundingMode): Rational {
  return multiply({ n: toWhole(divide(value, increment), mode), d: 1n }, increment);
}

export function byRule(value: Rational, rule: RoundingRule): Rational {
  return toMultiple(value, fromText(rule.increment), rule.mode);
}

const PLACES_24: Rational = { n: 1n, d: 10n ** 24n };

/** A quotient as the bill holds it: exact where it ends, else the nearest at 24 places. */
export function asQuotient(value: Rational): Rational {
  return placesOf(value) === null ? toMultiple(value, PLACES_24, 'half_even') : value;
}
