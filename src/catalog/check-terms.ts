import { cardConflicts } from '../engine/card-conflict.ts';
import type { DataFile } from './data-file.ts';
import type { CatalogProblem } from './problem.ts';
import type { OfferFile } from './schema/offer-file.ts';

/** Checks what a schema cannot: periods that overlap, and rules of a card that cannot stand together. */
export function checkTerms({ periods }: OfferFile, data: DataFile, problems: CatalogProblem[]): void {
  for (const [index, period] of periods.entries()) {
    for (const conflict of cardConflicts(period)) {
      const [first, second] = conflict.paths;
      const where = ['periods', index, ...second.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key))];
      const at = { file: data.file, path: where.join('/'), ...data.locate(where) };
      problems.push(
        conflict.kind === 'ambiguous_rates'
          ? { code: 'ambiguous_rates', args: { first, second, meter: conflict.meter }, ...at }
          : { code: 'request_rule_with_period_rule', args: { first, second }, ...at },
      );
    }
    const next = periods[index + 1];
    if (!next) continue;
    const nextPath = ['periods', index + 1] as const;
    const names = { first: `periods/${index}`, second: nextPath.join('/') };
    const place = { file: data.file, path: nextPath.join('/'), ...data.locate(nextPath) };
    const start = next.from === null ? Number.NEGATIVE_INFINITY : Date.parse(next.from);
    const end = period.until === null ? Number.POSITIVE_INFINITY : Date.parse(period.until);
    const ownStart = period.from === null ? Number.NEGATIVE_INFINITY : Date.parse(period.from);
    if (start < ownStart) problems.push({ code: 'unordered_periods', args: names, ...place });
    else if (start < end) problems.push({ code: 'overlapping_periods', args: names, ...place });
  }
}
