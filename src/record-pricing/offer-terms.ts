import { isInForce, type When } from '../engine/condition.ts';
import type { Offer } from '../engine/offer.ts';
import { periodAt } from '../engine/period-at.ts';
import type { Period } from '../engine/rate-card.ts';

/** What of an offer's terms decides how records may be added up. */
export interface OfferTerms {
  /** A text that is the same for moments at which the same prices hold. */
  readonly momentKey: (ms: number) => string;
  /** Rules that act on each request, so that sums of requests cannot be priced. */
  readonly perRequest: (ms: number) => boolean;
  /** The meters that have a rate, whatever its state. */
  readonly charged: (ms: number) => ReadonlySet<string>;
  /** Rules over a day, month or year, which groups of a bill share. */
  readonly overPeriod: (ms: number) => boolean;
  /** Whether prices change by the hour or on dates within a period, so that one month has several bills. */
  readonly hasClock: (ms: number) => boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const terms = new WeakMap<Offer, OfferTerms>();

/** The terms of an offer, looked through once. */
export function offerTerms(offer: Offer): OfferTerms {
  let found = terms.get(offer);
  if (!found) {
    const clocks = offer.periods.map(clocksOf);
    const perRequest = offer.periods.map(actsPerRequest);
    const charged = offer.periods.map(({ rates }) => new Set(rates.map(({ meter }) => meter)));
    const overPeriod = offer.periods.map(actsOverPeriod);
    const [only] = offer.periods;
    const isOne = offer.periods.length === 1 && only?.from === null && only.until === null;
    const indexAt = (ms: number): number => (isOne ? 0 : periodAt(offer.periods, ms));
    found = {
      momentKey: (ms) => {
        const index = indexAt(ms);
        const own = clocks[index] ?? [];
        const key = overPeriod[index] ? `${index} ${new Date(ms).toISOString().slice(0, 7)}` : String(index);
        return own.length === 0 ? key : `${key} ${own.map((when) => (isInForce(when, ms) ? 1 : 0)).join('')}`;
      },
      perRequest: (ms) => perRequest[indexAt(ms)] ?? false,
      charged: (ms) => charged[indexAt(ms)] ?? NOTHING,
      overPeriod: (ms) => overPeriod[indexAt(ms)] ?? false,
      hasClock: (ms) => (clocks[indexAt(ms)] ?? []).length > 0,
    };
    terms.set(offer, found);
  }
  return found;
}

/** Every `when` of a period that speaks of hours or dates. */
function clocksOf(period: Period): When[] {
  const found: When[] = [];
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('when' in value) {
      const when = value.when as When;
      if (when.time || when.dates) found.push(when);
    }
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(period);
  return found;
}

function tiersOf({ rates }: Period): { readonly kind: string; readonly span?: string }[] {
  return rates.flatMap((rate) => ('tiers' in rate && rate.tiers ? [rate.tiers] : []));
}

function actsPerRequest(period: Period): boolean {
  return (
    period.request_rounding !== undefined ||
    period.request_minimum !== undefined ||
    period.rates.some((rate) => 'block' in rate && rate.block !== undefined) ||
    tiersOf(period).some(({ kind, span }) => kind === 'cliff' || span === 'request')
  );
}

function actsOverPeriod(period: Period): boolean {
  return (
    (period.allowances ?? []).length > 0 ||
    tiersOf(period).some(({ kind, span }) => kind === 'volume' || (kind === 'graduated' && span !== 'request'))
  );
}
