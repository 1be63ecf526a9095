import { parseInstant } from '../../engine/instant.ts';
import type { Catalog, CatalogOffer } from '../catalog.ts';
import { type CardMoment, cardMoments } from './card-moments.ts';
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
 * first period is open to the past has no day on which it was new. Days to come are those of scheduled prices. Throws
 * on a span whose days cannot be read.
 */
export function priceChanges({ offers }: Pick<Catalog, 'offers'>, span: ChangeSpan = {}): Change[] {
  const since = span.since === undefined ? Number.NEGATIVE_INFINITY : moment(span.since);
  const until = span.until === undefined ? Number.POSITIVE_INFINITY : moment(span.until);
  return [...offers.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(offerChanges)
    .filter(({ date }) => moment(date) >= since && moment(date) < until)
    .sort((a, b) => moment(b.date) - moment(a.date));
}

/** Everything that changed in one offer, from the oldest on. */
export function offerChanges(offer: CatalogOffer): Change[] {
  const { id, provider, model, currency } = offer;
  return cardMoments(offer).flatMap((moment) =>
    bodiesOf(moment, offer).map(
      (body) => ({ ...body, date: moment.at, offer: id, provider, model, currency }) as Change,
    ),
  );
}

function bodiesOf({ kind, before, after }: CardMoment, { retired }: CatalogOffer): ChangeBody[] {
  if (before && after) return comparePeriods(before, after);
  if (after) return [{ kind: 'new', args: { rates: pricePoints(after).length } }];
  if (kind === 'ended') return [{ kind: 'gone', args: { because: 'ended' } }];
  return [{ kind: 'gone', args: { because: 'retired' }, ...(retired ? { source: retired.source } : {}) }];
}

function moment(date: string): number {
  const instant = parseInstant(date);
  if (!instant) throw new Error(`expected a date such as 2026-11-20, found ${date}`);
  return instant.ms;
}
