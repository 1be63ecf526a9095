/**
 * Whole numbers too large for exact floats, as pairs of what a float makes of them and their last 32 bits. Sums and
 * products act on both, so that numbers whose floats are too near to call are told apart by their last bits.
 */

/** Beyond this the difference of two numbers with like floats could pass 31 bits. */
export const MOST_PAIR = 2 ** 76;

/** More than the relative error of a sum of {@link MOST_TERMS} products of rounded floats, multiplied once more. */
const TOLERANCE = 2 ** -46;
export const MOST_TERMS = 100;

/** The last 32 bits of a whole number. */
export function lowBits(units: bigint): number {
  return Number(BigInt.asIntN(32, units));
}

/** Below zero where the first is less, zero where both are equal. Both are at most {@link MOST_PAIR}. */
export function comparePairs(a: number, aLow: number, b: number, bLow: number): number {
  const difference = a - b;
  const tolerance = (a > b ? a : b) * TOLERANCE;
  if (difference > tolerance || -difference > tolerance) return difference;
  return (aLow - bLow) | 0;
}
