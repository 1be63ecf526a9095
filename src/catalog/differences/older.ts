import { parseInstant } from '../../engine/instant.ts';
import { dateWords } from '../words/date.ts';
import type { Explanation } from './difference.ts';
import { eachPair, sameOffer } from './pairs.ts';
import type { Statement } from './statement.ts';

/** How far apart the dates of two sources are before the older one is doubted for its age alone: 90 days. */
export const STALE_DAYS = 90;
const DAY_MS = 86_400_000;

/** The price of a period that has ended: of the same offer, or shown by a listing of the prices of others. */
export const ended = eachPair((a, b) => {
  if (!sameOffer(a, b) && a.speaker.kind !== 'listing') return null;
  const past = b.card?.earlier.find(({ meter, price }) => meter === b.meter && price === a.value);
  return past ? say(a, b, 'ended', past.until) : null;
});

/**
 * A value that may have been right once: from a source of before the period in force began, or at least
 * {@link STALE_DAYS} days older than the other. Only of one offer: age explains nothing between two sellers.
 */
export const older = eachPair((a, b) => {
  if (!sameOffer(a, b)) return null;
  const [said, newer] = [dayOf(a.as_of), dayOf(b.as_of)];
  if (said === null) return null;
  const since = b.card?.period?.from;
  if (since !== null && since !== undefined && said < (dayOf(since) ?? 0)) return say(a, b, 'changed', since);
  if (newer === null || newer - said < STALE_DAYS * DAY_MS) return null;
  return say(a, b, 'apart', a.as_of ?? '');
});

function say(a: Statement, b: Statement, how: 'ended' | 'changed' | 'apart', date: string): Explanation {
  return { kind: 'older', values: [a.value, b.value], args: { older: a.shown, since: dateWords(date), how } };
}

function dayOf(date: string | undefined): number | null {
  return date === undefined ? null : (parseInstant(date)?.ms ?? null);
}
