import { isMoreSpecific } from './condition-order.ts';
import { areAmbiguous, coversBoth } from './condition-overlap.ts';
import type { Period, Rate } from './rate-card.ts';

/** Rules of one period that cannot stand together. Paths are relative to the period. */
export type CardConflict =
  | { readonly kind: 'ambiguous_rates'; readonly meter: string; readonly paths: readonly [string, string] }
  | { readonly kind: 'request_rule_with_period_rule'; readonly paths: readonly [string, string] };

/**
 * Finds rates that can hold together with neither the more specific, and a rule for each request beside a
 * rule over a period, which would make what one request costs depend on the others.
 */
export function cardConflicts(period: Period): CardConflict[] {
  const conflicts: CardConflict[] = [];
  const rates = period.rates;
  for (const [i, a] of rates.entries()) {
    for (const [offset, b] of rates.slice(i + 1).entries()) {
      if (a.meter === b.meter && areAmbiguous(a.when, b.when) && !rates.some((c) => settles(c, a, b))) {
        conflicts.push({ kind: 'ambiguous_rates', meter: a.meter, paths: [`rates/${i}`, `rates/${i + 1 + offset}`] });
      }
    }
  }
  const requestRule = period.request_rounding ? 'request_rounding' : period.request_minimum ? 'request_minimum' : null;
  if (requestRule)
    for (const path of periodRules(period)) {
      conflicts.push({ kind: 'request_rule_with_period_rule', paths: [requestRule, path] });
    }
  return conflicts;
}

/** Whether `c` wins wherever both `a` and `b` hold. */
function settles(c: Rate, a: Rate, b: Rate): boolean {
  if (c.meter !== a.meter) return false;
  return isMoreSpecific(c.when, a.when) && isMoreSpecific(c.when, b.when) && coversBoth(a.when, b.when, c.when);
}

function periodRules(period: Period): string[] {
  const tiers = period.rates.flatMap((rate, index) => {
    const found = rate.state === undefined || rate.state === 'published' ? rate.tiers : undefined;
    return found && found.kind !== 'cliff' && found.span !== 'request' ? [`rates/${index}/tiers`] : [];
  });
  return [...tiers, ...(period.allowances ?? []).map((_, index) => `allowances/${index}`)];
}

export function conflictText(conflict: CardConflict): string {
  const [a, b] = conflict.paths;
  return conflict.kind === 'ambiguous_rates'
    ? `${a} and ${b} both price ${conflict.meter} under the same conditions and neither is the more specific; add a condition to one`
    : `${a} decides what each request costs, but ${b} prices all requests of a period together; the two cannot be combined`;
}
