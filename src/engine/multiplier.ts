import type { Adjustment } from './bill.ts';
import { type Conditions, holds } from './condition.ts';
import { type BillContext, noteReading } from './context.ts';
import { isWithin } from './counts-apart.ts';
import { Decimal } from './decimal.ts';
import type { Meters } from './meter.ts';
import type { CardRate } from './prepare.ts';
import type { Multiplier } from './rate-card.ts';

/** A factor that acted on an amount. */
type Multiplied = Extract<Adjustment, { kind: 'multiplier' }>;

const NONE: readonly Multiplied[] = [];

/** Step 7: the amount times every factor that holds for the meter, and the adjustments that say so. */
export function multiply(
  amount: Decimal,
  rate: CardRate,
  conditions: Conditions,
  context: BillContext,
): { amount: Decimal; adjustments: readonly Multiplied[] } {
  const { card, at } = context;
  const { multipliers } = card.period;
  if (!multipliers) return { amount, adjustments: NONE };
  const adjustments: Multiplied[] = [];
  let result = amount;
  for (const [index, multiplier] of multipliers.entries()) {
    if (!covers(multiplier, rate.rate.meter, context.meters) || !holds(multiplier.when, conditions, at.ms)) continue;
    result = result.times(new Decimal(multiplier.factor));
    const { label, factor, source } = multiplier;
    noteReading(multiplier, label, context);
    adjustments.push({ kind: 'multiplier', label, factor, rule: `${card.path}/multipliers/${index}`, source });
  }
  return { amount: result, adjustments };
}

/** Whether a multiplier is one of a meter, whatever it holds under. */
export function covers({ meters: named }: Multiplier, meter: string, meters: Meters): boolean {
  return !named || isWithin(meter, named, meters);
}
