import { totalAsked } from '../../engine/exchange.ts';
import { type Bill, STANDARD_METERS } from '../../engine/index.ts';
import { sourceRefs } from '../facts/source-refs.ts';
import { offerHref } from '../links.ts';
import type { Markup } from '../markup/markup.ts';
import { receipt } from '../receipt/receipt.ts';
import { receiptMarkup } from '../receipt/receipt-markup.ts';
import { priceState } from './price-state.ts';
import { receiptHead } from './receipt-head.ts';
import { termsOf, type Values } from './terms.ts';
import type { WorkCard } from './work-card.ts';
import type { FieldProblem } from './workload/work-form.ts';

export type WorkRoom = typeof import('./workload/work-room.ts');

/** What a question comes to, as pieces of a page, and the slower answers that can be asked for. */
export interface Answer {
  readonly card: WorkCard;
  readonly headline: readonly Markup[];
  readonly receipts: readonly Markup[];
  readonly working: readonly Markup[];
  readonly bills: readonly Bill[];
  /** The exact total; null where there is none. */
  readonly total: string | null;
  readonly currency: string;
  /** What it comes to at the rates of another day. */
  readonly totalOn: (day: string) => string | null;
  /** What a budget for a month buys, in sentences. */
  readonly budget: (room: WorkRoom, budget: string) => readonly string[];
  /** The same at other sellers; null where it cannot be asked there. */
  readonly elsewhere: (room: WorkRoom, sellers: readonly WorkCard[]) => Markup | null;
}

/** Why there is no answer: in words, by the fields that are to blame, and by the inputs of work. */
export interface Refusal {
  readonly words: string;
  readonly reasons: Values;
  readonly problems: ReadonlyMap<string, readonly FieldProblem[]>;
}

export type Outcome = { readonly answer: Answer } | { readonly refusal: Refusal };

/** The answer to plain counts: their bill on an offer. */
export function answerCounts(card: WorkCard, values: Values, at: string): Outcome {
  const { offer, title } = card;
  const result = priceState(offer, values, at, STANDARD_METERS);
  if (!('bill' in result)) {
    const isOfFields = Object.keys(result.reasons).some((name) => name !== '');
    const words = isOfFields ? 'No receipt: see the fields that are marked.' : 'No receipt.';
    return { refusal: { words, reasons: result.reasons, problems: new Map() } };
  }
  const { bill, usage } = result;
  const head = receiptHead(bill, usage, title, STANDARD_METERS, sourceRefs(offer.sources ?? {}, offerHref(offer.id)));
  const { when, ...options } = termsOf(values, at, STANDARD_METERS);
  const counts = { group: { requests: bill.requests, usage, ...(when ? { when } : {}) }, options };
  const answer: Answer = {
    card,
    headline: [],
    receipts: [receiptMarkup(receipt(bill, STANDARD_METERS), head)],
    working: [],
    bills: [bill],
    total: totalAsked(bill),
    currency: bill.currency,
    totalOn: (day) => {
      const then = priceState(offer, { ...values, at: day }, day, STANDARD_METERS);
      return 'bill' in then ? totalAsked(then.bill) : null;
    },
    budget: (room, budget) => {
      const solved = room.mostCounts(counts, offer, budget);
      return solved ? room.budgetWords(solved) : [];
    },
    elsewhere: (room, sellers) => {
      const ranking = room.countsElsewhere(
        counts,
        sellers.map((seller) => seller.offer),
        offer.currency,
      );
      const offers = new Map(sellers.map((seller) => [seller.offer.id, seller.offer]));
      return ranking && room.elsewhere(ranking, titlesOf(sellers), offer.id, STANDARD_METERS, offers);
    },
  };
  return { answer };
}

/** The names of offers by their ids. */
export function titlesOf(cards: readonly WorkCard[]): Map<string, string> {
  return new Map(cards.map(({ offer, title }) => [offer.id, title]));
}
