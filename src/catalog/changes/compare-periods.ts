import { Decimal, plain } from '../../engine/decimal.ts';
import type { Period } from '../../engine/rate-card.ts';
import type { ChangeBody } from './change.ts';
import { type PricePoint, pricePoints } from './price-points.ts';

/** What differs between two periods of an offer: each price, and the rules beside them. */
export function comparePeriods(before: Period, after: Period): ChangeBody[] {
  const [old, now] = [byKey(before), byKey(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const terms = changedTerms(before, after, old, now);
  return [
    ...keys.flatMap((key): ChangeBody[] => {
      const [was, is] = [old.get(key), now.get(key)];
      if (was && is) return comparePoints(was, is);
      if (is) {
        const { meter, rule, price, state, source } = is;
        return [{ kind: 'added', args: { meter, rule, to: price, state }, source }];
      }
      return was
        ? [{ kind: 'removed', args: { meter: was.meter, rule: was.rule, from: was.price, state: was.state } }]
        : [];
    }),
    ...(terms.length > 0 ? [{ kind: 'terms' as const, args: { terms } }] : []),
  ];
}

/** Prices by their key. Of two alike, which a checked card has not, the first counts. */
export function byKey(period: Period): Map<string, PricePoint> {
  const points = new Map<string, PricePoint>();
  for (const point of pricePoints(period)) if (!points.has(point.key)) points.set(point.key, point);
  return points;
}

function comparePoints(was: PricePoint, is: PricePoint): ChangeBody[] {
  const { meter, rule, source } = is;
  if (was.price === null || is.price === null) {
    if (was.state === is.state) return [];
    return [{ kind: 'state', args: { meter, rule, before: was.state, after: is.state, to: is.price }, source }];
  }
  const [from, to] = [new Decimal(was.price), new Decimal(is.price)];
  if (from.eq(to)) return [];
  const args = { meter, rule, from: was.price, to: is.price, percent: percentOf(from, to) };
  return [{ kind: to.gt(from) ? 'up' : 'down', args, source }];
}

/** By how many percent a price has moved, to two places, half up: 20 of 0.35 to 0.42, 33.33 of 3 to 2. */
export function percentOf(from: Decimal, to: Decimal): string | null {
  if (from.isZero()) return null;
  return plain(to.minus(from).abs().times(100).div(from).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

function changedTerms(
  before: Period,
  after: Period,
  old: ReadonlyMap<string, PricePoint>,
  now: ReadonlyMap<string, PricePoint>,
): string[] {
  const own = (period: Period): Record<string, unknown> => {
    const { from: _, until: __, rates: ___, ...terms } = period;
    return terms;
  };
  const [a, b] = [own(before), own(after)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const changed = names.filter(
    (name) => JSON.stringify(withoutSources(a[name])) !== JSON.stringify(withoutSources(b[name])),
  );
  const shaped = [...now].some(([key, is]) => {
    const was = old.get(key);
    return was !== undefined && was.state === is.state && was.terms !== is.terms;
  });
  return [...changed, ...(shaped ? ['blocks_and_tiers'] : [])].sort();
}

/** Rules without where they are said and in what words, so that only what they do is compared. */
function withoutSources(rule: unknown): unknown {
  if (rule === null || typeof rule !== 'object') return rule;
  const { source: _, label: __, reading: ___, ...rest } = rule as Record<string, unknown>;
  const parts = Object.entries(rest).map(([key, part]) => [key, withoutSources(part)] as const);
  return Object.fromEntries(parts.sort(([one], [other]) => (one < other ? -1 : 1)));
}
