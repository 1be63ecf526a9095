import { holds } from './condition.ts';
import type { BillContext } from './context.ts';
import { type CountsApart, isWithin } from './counts-apart.ts';
import { Decimal, smaller, ZERO } from './decimal.ts';
import { type Meters, partsOf } from './meter.ts';
import type { Allowance } from './rate-card.ts';

/** What was used before and no allowance has made free yet: the parts of the plan of `used_before.usage`. */
export type Past = Decimal[];

export function pastOf({ usedBefore }: BillContext): Past {
  return [...(usedBefore?.parts ?? [])];
}

/**
 * What an allowance gave to the past, which is taken from it: its meters in their order, of each first what is itself,
 * then its parts in the order of the meter table. Allowances of 100 and 200 give 100 and 50 to a past of 150.
 */
export function drawPast(past: Past, allowance: Allowance, context: BillContext): Decimal {
  const { meters, span, when, quantity } = allowance;
  const { usedBefore } = context;
  if (!usedBefore || span === 'day' || !holds(when, context.when, context.at.ms)) return ZERO;
  const { ids } = usedBefore.plan.overlaps;
  const whole = new Decimal(quantity);
  let left = whole;
  for (const meter of meters.flatMap((one) => [one, ...partsOf(one, context.meters)])) {
    const at = ids.indexOf(meter);
    const free = smaller(left, past[at] ?? ZERO);
    if (free.isZero()) continue;
    past[at] = (past[at] ?? ZERO).minus(free);
    left = left.minus(free);
  }
  return whole.minus(left);
}

/** Whether some of the past is of an allowance's meters, however it was asked for. */
export function isOfPast({ meters }: Allowance, usedBefore: CountsApart, table: Meters): boolean {
  const { ids } = usedBefore.plan.overlaps;
  return ids.some((id, index) => !usedBefore.parts[index]?.isZero() && isWithin(id, meters, table));
}
