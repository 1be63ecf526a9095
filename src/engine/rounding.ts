import type { Decimal as SharedDecimal } from 'decimal.js';
import { Decimal, type DecimalString } from './decimal.ts';

export type RoundingMode = 'up' | 'down' | 'half_up' | 'half_even';

/** Rounds to a multiple of `increment`: `{increment: "0.01", mode: "half_up"}` is to the cent. */
export interface RoundingRule {
  readonly increment: DecimalString;
  readonly mode: RoundingMode;
}

const MODES: Record<RoundingMode, SharedDecimal.Rounding> = {
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
};

/** `roundTo(1.0000001, 0.000001, "up")` is 1.000001. Exact: nothing is divided but whole multiples counted. */
export function roundTo(value: Decimal, increment: Decimal, mode: RoundingMode): Decimal {
  return value.toNearest(increment, MODES[mode]);
}

export const MODE_WORDS: Record<RoundingMode, string> = {
  up: 'rounded up',
  down: 'rounded down',
  half_up: 'rounded half up',
  half_even: 'rounded half to even',
};
