import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { UsageGroup } from '../engine/usage.ts';
import { type CommandError, wrongCommandLine } from './exit-code.ts';
import { periodOf } from './period-of.ts';

/**
 * Whether a number of requests says too little to price on an offer: no usage is stated, and its card asks nothing
 * for a message or a request as such, nor anything for a span of time. An offer without rates at the date is not
 * such a one: it says so itself.
 */
export function hasNothingToPrice(offer: Offer, groups: readonly UsageGroup[], at: string, meters: Meters): boolean {
  if (groups.some(({ usage }) => Object.keys(usage).length > 0)) return false;
  const period = periodOf(offer, at);
  if (!period) return false;
  const asksPerRequest = period.rates.some(
    ({ meter, state }) => state !== 'included' && meters.get(meter)?.implied !== undefined,
  );
  const asksPerSpan = [period.fees?.filter(({ kind }) => kind === 'recurring'), period.minimums, period.commitments];
  return !asksPerRequest && !period.request_minimum && asksPerSpan.every((rules) => (rules ?? []).length === 0);
}

/** What to say where a question states no usage that anything is asked for. */
export function nothingToPrice(of: string): CommandError {
  return wrongCommandLine(
    `nothing to price: ${of} no price for a message or a request as such; say what each uses, ` +
      `with --usage '{"input_tokens": 1200, "output_tokens": 300}' or --workload`,
  );
}
