import { cardConflicts } from '../engine/card-conflict.ts';
import type { Meters } from '../engine/meter.ts';
import { periodConflicts } from '../engine/period-conflict.ts';
import type { Period } from '../engine/rate-card.ts';
import type { DataFile } from './data-file.ts';
import type { CatalogProblem } from './problem.ts';
import type { OfferFile } from './schema/offer-file.ts';

/**
 * Checks what a schema cannot: periods that overlap, rules of a card that cannot stand together, and rules on counts
 * that the card does not price.
 */
export function checkTerms({ periods }: OfferFile, data: DataFile, meters: Meters, problems: CatalogProblem[]): void {
  for (const [index, period] of periods.entries()) {
    for (const conflict of cardConflicts(period)) {
      const [first, second] = conflict.paths;
      const where = ['periods', index, ...second.split('/')];
      const at = { file: data.file, path: where.join('/'), ...data.locate(where) };
      problems.push(
        conflict.kind === 'ambiguous_rates'
          ? { code: 'ambiguous_rates', args: { first, second, meter: conflict.meter }, ...at }
          : { code: 'request_rule_with_period_rule', args: { first, second }, ...at },
      );
    }
    for (const [path, meter] of unpricedMeters(period, meters)) {
      const where = ['periods', index, ...path];
      const at = { file: data.file, path: where.join('/'), ...data.locate(where) };
      problems.push({ code: 'unpriced_meter', args: { meter }, ...at });
    }
  }
  for (const { kind: code, paths } of periodConflicts(periods)) {
    const [first, second] = paths;
    const at = { file: data.file, path: second, ...data.locate(['periods', Number(second.split('/')[1])]) };
    problems.push({ code, args: { first, second }, ...at });
  }
}

type Rules = readonly { readonly meter?: string; readonly meters?: readonly string[] }[];

/**
 * The meters of allowances, multipliers and commitments, with their paths, that no rate prices: neither the meter's
 * own nor one of a count that contains it, nor, for what reaches into parts, one of its parts.
 */
function unpricedMeters(period: Period, meters: Meters): [(string | number)[], string][] {
  const priced = new Set(period.rates.map(({ meter }) => meter));
  const isPriced = (meter: string, withParts: boolean): boolean => {
    const known = meters.get(meter);
    if (!known) return true;
    return [meter, ...known.ancestors, ...(withParts ? known.descendants : [])].some((one) => priced.has(one));
  };
  const kinds: [string, Rules, boolean][] = [
    ['multipliers', period.multipliers ?? [], true],
    ['allowances', period.allowances ?? [], true],
    ['commitments', period.commitments ?? [], false],
  ];
  return kinds.flatMap(([kind, rules, withParts]) =>
    rules.flatMap((rule, index) => {
      const named = rule.meters?.map((meter, at) => [[kind, index, 'meters', at], meter] as const) ?? [];
      const all = rule.meter === undefined ? named : [[[kind, index, 'meter'], rule.meter] as const];
      return all.flatMap(([path, meter]) =>
        isPriced(meter, withParts) ? [] : [[[...path], meter] as [(string | number)[], string]],
      );
    }),
  );
}
