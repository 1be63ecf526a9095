import type { Adjustment } from './bill.ts';
import { type Conditions, holds } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal } from './decimal.ts';
import type { CardRate } from './prepare.ts';
import type { Multiplier } from './rate-card.ts';

/** Step 7: the amount times every factor that holds for the meter, and the adjustments that say so. */
export function multiply(
  amount: Decimal,
  rate: CardRate,
  conditions: Conditions,
  context: BillContext,
): { amount: Decimal; adjustments: Adjustment[] } {
  const { card, ms } = context;
  const adjustments: Adjustment[] = [];
  let result = amount;
  for (const [index, multiplier] of (card.period.multipliers ?? []).entries()) {
    if (!covers(multiplier, rate.rate.meter, context) || !holds(multiplier.when, conditions, ms)) continue;
    result = result.times(new Decimal(multiplier.factor));
    const { label, factor, source } = multiplier;
    adjustments.push({ kind: 'multiplier', label, factor, rule: `${card.path}/multipliers/${index}`, source });
  }
  return { amount: result, adjustments };
}

function covers({ meters: named }: Multiplier, meter: string, { meters }: BillContext): boolean {
  if (!named) return true;
  return named.includes(meter) || (meters.get(meter)?.ancestors ?? []).some((id) => named.includes(id));
}
