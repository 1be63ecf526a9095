import { Decimal, ONE, plain } from '../engine/decimal.ts';
import type { Rate, Tiers } from '../engine/rate-card.ts';

/** The quantities between which a price holds, and what of the tier they cannot say. */
export interface QuantityTier {
  /** Exclusive. */
  readonly minimum: string;
  /** Inclusive; null has no end. */
  readonly maximum: string | null;
  /** A tier that is not one of the period's own quantity, as data. */
  readonly other: object | null;
}

/**
 * A step of a rate's tiers as FOCUS counts them: above the minimum, up to the maximum. Steps over 10 and over 20 are
 * 0 to 10, 10 to 20 and 20 upwards. A step that begins at 10 (inclusive) lies above 9, as units are whole. Tiers of
 * one request, and tiers by another meter's count, are not quantity tiers in this sense.
 */
export function quantityTier(rate: Rate, step: number): QuantityTier {
  const tiers = 'price' in rate ? rate.tiers : undefined;
  if (!tiers) return { minimum: '0', maximum: null, other: null };
  if (!countsOwnQuantity(rate, tiers)) {
    const { steps, ...rule } = tiers;
    const [over, upTo] = [steps[step]?.over ?? null, steps[step + 1]?.over ?? null];
    return { minimum: '0', maximum: null, other: { ...rule, over, up_to: upTo } };
  }
  const bound = (index: number): string | null => {
    const over = tiers.steps[index]?.over;
    if (over === undefined) return null;
    const inclusive = tiers.kind === 'volume' && tiers.boundary === 'inclusive';
    return inclusive ? plain(Decimal.max(0, new Decimal(over).ceil().minus(ONE))) : over;
  };
  const rule = { kind: tiers.kind, span: tiers.kind === 'cliff' ? 'request' : tiers.span };
  return { minimum: bound(step) ?? '0', maximum: bound(step + 1), other: rule };
}

/** Whether a tier is by the quantity of the rate's own meter over a period. */
export function countsOwnQuantity(rate: Rate, tiers: Tiers): boolean {
  if (tiers.kind === 'cliff') return false;
  return tiers.kind === 'volume' ? tiers.subject === rate.meter : tiers.span !== 'request';
}
