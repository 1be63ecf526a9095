import { Decimal } from '../engine/decimal.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { Located } from '../usage-records/index.ts';
import type { Match, PriceList } from './price-list.ts';
import type { PriceTerms } from './price-terms.ts';
import { problemList } from './problem-list.ts';
import { tallyOf } from './tally.ts';
import type { Where } from './where.ts';

/** The same records on another offer. */
export interface OfferRow {
  readonly rank: number;
  readonly offer: string;
  readonly currency: string;
  readonly total: string;
  /** The total as a multiple of the cheapest in its currency. */
  readonly ratio: string | null;
}

/** Offers by what the records would cost there; those that cannot do the work or have no certain total aside. */
export interface OfferRanking {
  readonly rows: readonly OfferRow[];
  readonly unranked: readonly { readonly offer: string; readonly reason: string }[];
}

/** An offer with the limits that decide whether it could have done the work. */
export interface ComparedOffer extends Offer {
  readonly context_window?: { readonly tokens: number };
  readonly modalities?: { readonly input: readonly string[] };
}

/** Offers that can be compared at once; each keeps rows of its own. */
export const MOST_OFFERS = 300;

const NEEDS: Readonly<Record<string, string>> = {
  input_audio_tokens: 'audio',
  input_audio_seconds: 'audio',
  input_image_tokens: 'image',
  input_video_tokens: 'video',
};

/** Prices the same records on many offers, and ranks those that could have done the work. */
export function offersComparison(
  meters: Meters,
  offers: readonly ComparedOffer[],
  terms: PriceTerms,
): { readonly take: (outcome: Located<Where>) => void; readonly ranking: () => OfferRanking } {
  const tallies = offers.map((offer) => {
    const problems = problemList();
    return {
      offer,
      problems,
      tally: tallyOf(pricesOn(meters, offer), { ...terms, groupBy: [] }, problems),
    };
  });
  let longest = new Decimal(0);
  const modalities = new Set<string>();

  return {
    take: (outcome) => {
      if (outcome.kind !== 'record' || outcome.record.readings.length === 0) return;
      const { usage = {} } = outcome.record.readings[0] ?? {};
      for (const meter in usage) {
        const need = NEEDS[meter];
        if (need !== undefined && Number(usage[meter]) > 0) modalities.add(need);
      }
      const input = usage['input_tokens'] ?? 0;
      if (!outcome.record.aggregate && longest.lt(input)) longest = new Decimal(input);
      for (const { tally } of tallies) tally.take(outcome);
    },
    ranking: () => {
      const priced: { offer: string; currency: string; total: string }[] = [];
      const unranked: { offer: string; reason: string }[] = [];
      for (const { offer, problems, tally } of tallies) {
        const unfit = unfitness(offer, longest, modalities);
        const { total, currency, groups } = tally.answer(new Map());
        if (unfit) unranked.push({ offer: offer.id, reason: unfit });
        else if (total !== null && currency !== null) priced.push({ offer: offer.id, currency, total });
        else {
          const gap = groups.flatMap(({ gaps }) => gaps)[0];
          const reason = gap ? `${gap.meter}: ${gap.reason}` : (problems.shown()[0]?.text ?? 'the cost is not certain');
          unranked.push({ offer: offer.id, reason });
        }
      }
      priced.sort((a, b) => a.currency.localeCompare(b.currency) || new Decimal(a.total).comparedTo(b.total));
      const rows = priced.map(({ offer, currency, total }): OfferRow => {
        const cheapest = priced.find((one) => one.currency === currency)?.total ?? '0';
        const among = priced.filter((one) => one.currency === currency);
        const rank = 1 + among.filter((one) => new Decimal(one.total).lt(total)).length;
        const base = new Decimal(cheapest);
        const ratio = base.isZero() ? null : new Decimal(total).div(base).toSignificantDigits(3).toFixed();
        return { rank, offer, currency, total, ratio };
      });
      return { rows, unranked };
    },
  };
}

/** The prices of one offer, whatever records name. */
function pricesOn(meters: Meters, offer: Offer): PriceList {
  const match: Match = { kind: 'offer', offer: offer.id, presumed: false };
  return { meters, match: () => match, offer: () => offer };
}

/** Why an offer could not have done the work, as far as it states what it can do. */
function unfitness(offer: ComparedOffer, longest: Decimal, modalities: ReadonlySet<string>): string | null {
  const window = offer.context_window?.tokens;
  if (window !== undefined && longest.gt(window)) {
    return `a request of ${longest.toFixed()} tokens is longer than its context window of ${window}`;
  }
  const takes = offer.modalities?.input;
  const missing = takes ? [...modalities].filter((one) => !takes.includes(one)) : [];
  return missing.length > 0 ? `it takes no ${missing.join(', ')}` : null;
}
