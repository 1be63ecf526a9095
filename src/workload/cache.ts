import { type Decimal, HUNDRED, smaller, ZERO } from '../engine/decimal.ts';
import { amountOf, type Point, stated } from './point.ts';
import { shareOf } from './work-group.ts';

/** What a request could read from the cache, in what share of cases it does, and what it then leaves to be written. */
export interface CacheUse {
  readonly requests: Decimal;
  readonly read: Decimal;
  readonly write: Decimal;
  readonly hit: boolean;
}

const WRITE_METERS: readonly (readonly [number, string])[] = [
  [5, 'cache_write_5m_tokens'],
  [60, 'cache_write_1h_tokens'],
];

/** The meter of a cache write: of its own for five minutes and an hour. Null where nothing is cached. */
export function writeMeter(point: Point): string | null {
  const ttl = stated(point, 'cache_ttl_minutes');
  if (!ttl || ttl.isZero()) return null;
  return WRITE_METERS.find(([minutes]) => ttl.eq(minutes))?.[1] ?? 'cache_write_tokens';
}

/** Whether an entry outlives the pause before the next request. */
export function outlives(point: Point, pauseKey: string): boolean {
  return amountOf(point, pauseKey).lte(amountOf(point, 'cache_ttl_minutes'));
}

/**
 * Splits equal requests into those that hit and those that miss. Of 100 requests of 1,000 tokens with a prefix of 800
 * and 90% hits, 90 read 800 and write 200, and 10 write 1,000. Prefixes and requests below the minimum stay out.
 */
export function cacheUses(
  requests: Decimal,
  input: Decimal,
  prefix: Decimal,
  hitPercent: Decimal,
  point: Point,
): CacheUse[] {
  const least = amountOf(point, 'cache_minimum_tokens');
  if (writeMeter(point) === null || input.lt(least)) return [{ requests, read: ZERO, write: ZERO, hit: false }];
  const readable = prefix.lt(least) ? ZERO : smaller(prefix, input);
  const hits = readable.isZero() ? ZERO : shareOf(requests, hitPercent);
  const all: CacheUse[] = [
    { requests: hits, read: readable, write: input.minus(readable), hit: true },
    { requests: requests.minus(hits), read: ZERO, write: input, hit: false },
  ];
  return all.filter((use) => !use.requests.isZero());
}

/** The share of possible reads that hit: as stated, else all. */
export function hitPercent(point: Point): Decimal {
  return stated(point, 'cache_hit_percent') ?? HUNDRED;
}
