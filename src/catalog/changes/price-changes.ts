import { parseInstant } from '../../engine/instant.ts';
import type { Catalog, CatalogOffer } from '../catalog.ts';
import type { Change, ChangeBody } from './change.ts';
import { comparePeriods } from './compare-periods.ts';
import { pricePoints } from './price-points.ts';

/** Days between which changes are wanted: `since` inclusive, `until` exclusive; an absent side is open. */
export interface ChangeSpan {
  readonly since?: string;
  readonly until?: string;
}

/**
 * Everything that changed in the offers of a catalog, the latest first: what their dated periods say. An offer whose
 * first period is open to the past has no day on which it was new. Days to come are those of scheduled prices.
 */
export function priceChanges({ offers }: Pick<Catalog, 'offers'>, span: ChangeSpan = {}): Change[] {
  const within = (date: string): boolean =>
    (span.since === undefined || moment(date) >= moment(span.since)) &&
    (span.until === undefined || moment(date) < moment(span.until));
  return [...offers.values()]
    .flatMap(offerChanges)
    .filter(({ date }) => within(date))
    .sort((a, b) => moment(b.date) - moment(a.date) || (a.offer < b.offer ? -1 : a.offer > b.offer ? 1 : 0));
}

/** Everything that changed in one offer, from the oldest on. */
export function offerChanges(offer: CatalogOffer): Change[] {
  const { id, provider, model, currency, periods, retired } = offer;
  const at = (date: string, body: ChangeBody): Change =>
    ({ ...body, date, offer: id, provider, model, currency }) as Change;
  const dated = periods.flatMap((period, index): Change[] => {
    const before = periods[index - 1];
    const next = periods[index + 1];
    const { from, until } = period;
    const follows = before !== undefined && before.until === from;
    const begins: ChangeBody[] = follows
      ? comparePeriods(before, period)
      : [{ kind: 'new', args: { rates: pricePoints(period).length } }];
    const ends = until !== null && next?.from !== until;
    return [
      ...(from === null ? [] : begins.map((body) => at(from, body))),
      ...(ends ? [at(until, { kind: 'gone', args: { because: 'ended' } })] : []),
    ];
  });
  const stopped = retired && !dated.some(({ kind, date }) => kind === 'gone' && date === retired.date);
  return stopped
    ? [...dated, at(retired.date, { kind: 'gone', args: { because: 'retired' }, source: retired.source })]
    : dated;
}

function moment(date: string): number {
  return parseInstant(date)?.ms ?? 0;
}
