import { parseInstant } from '../../engine/instant.ts';
import { dateWords } from '../words/date.ts';
import type { Explanation } from './difference.ts';
import { eachPair, sameOffer } from './pairs.ts';
import type { Statement } from './statement.ts';

/** How far apart the dates of two sources are before the older one is doubted for its age alone: 90 days. */
export const STALE_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * A value that was right once: the price of a period that has ended, one from before the period in force began, or
 * one from a source at least {@link STALE_DAYS} days older than the other. Of two offers, only a listing that shows the
 * prices of others can be behind the other, and only with a price that has ended.
 */
export const older = eachPair((a, b) => {
  if (!sameOffer(a, b) && a.speaker.kind !== 'listing') return null;
  const ended = b.card?.earlier.find(({ meter, price }) => meter === b.meter && price === a.value);
  if (ended) return say(a, b, 'ended', ended.until);
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
