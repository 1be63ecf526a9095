import type { Period } from '../engine/rate-card.ts';
import type { CatalogOffer } from './catalog.ts';
import { currentPeriod } from './unit-prices.ts';

/** Where an offer stands at a date, and the rates to tell of it. */
export interface Standing {
  /** `retired`: no longer served. `ended`: its last rates are over. `coming`: its first are still to begin. */
  readonly kind: 'sold' | 'retired' | 'ended' | 'coming';
  /** The rates in force; else the last, else the first to come. Null where none are known. */
  readonly period: Period | null;
  /** The day of retirement, of the end or of the beginning; null for what is sold. */
  readonly since: string | null;
}

/** The day on which an offer was retired, where that has come. */
export function retiredOn({ retired }: { readonly retired?: { readonly date: string } }, at: string): string | null {
  return retired && Date.parse(retired.date) <= Date.parse(at) ? retired.date : null;
}

export function standingOf(offer: Pick<CatalogOffer, 'periods' | 'retired'>, at: string): Standing {
  const now = currentPeriod(offer, at) ?? null;
  const last = now ?? lastBefore(offer.periods, Date.parse(at));
  const retired = retiredOn(offer, at);
  if (retired !== null) return { kind: 'retired', period: last, since: retired };
  if (now) return { kind: 'sold', period: now, since: null };
  if (last) return { kind: 'ended', period: last, since: last.until };
  const first = firstOf(offer.periods);
  return first ? { kind: 'coming', period: first, since: first.from } : { kind: 'sold', period: null, since: null };
}

const endOf = ({ until }: Period): number => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until));
const startOf = ({ from }: Period): number => (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from));

function lastBefore(periods: readonly Period[], ms: number): Period | null {
  return periods.filter((period) => endOf(period) <= ms).sort((a, b) => endOf(b) - endOf(a))[0] ?? null;
}

function firstOf(periods: readonly Period[]): Period | null {
  return periods.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? null;
}
