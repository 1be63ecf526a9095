import { type Filter, rowsThatFit } from './filter.ts';
import { modelName, type OfferList, sellerName } from './offer-list.ts';
import { rowsByTotal } from './order.ts';
import { questionOf } from './question.ts';
import { type SearchWords, searchWords } from './search-words.ts';
import { ROW_STATES, type Totals, totalsOf } from './totals.ts';
import type { Work } from './work.ts';

/** A workload priced on all offers, and those that fit a filter from the cheapest on. */
export interface Board {
  readonly list: OfferList;
  readonly totals: Totals;
  /** Every priced row, the cheapest first. */
  readonly order: Uint32Array;
}

/** The rows that a filter leaves. */
export interface Shown {
  readonly ranked: Uint32Array;
  readonly unpriced: readonly number[];
  /** Rows that the engine has yet to price. */
  readonly waiting: number;
}

/** Null where a part of the usage is larger than its whole. */
export function boardOf(list: OfferList, work: Work): Board | null {
  const question = questionOf(list.prepared, work);
  if (!question) return null;
  const totals = totalsOf(list.prepared, question);
  return { list, totals, order: rowsByTotal(totals) };
}

/** The board with the rows in order again, after some were settled. */
export function reordered({ list, totals }: Board): Board {
  return { list, totals, order: rowsByTotal(totals) };
}

export function shownRows({ list, totals, order }: Board, filter: Filter): Shown {
  const fits = rowsThatFit(list, filter, () => wordsOfList(list));
  const unpriced: number[] = [];
  let waiting = 0;
  for (let row = 0; row < fits.length; row += 1) {
    if (fits[row] === 0) continue;
    if (totals.state[row] === ROW_STATES.unpriced) unpriced.push(row);
    else if (totals.state[row] === ROW_STATES.waiting) waiting += 1;
  }
  return { ranked: order.filter((row) => fits[row] === 1), unpriced, waiting };
}

const words = new WeakMap<OfferList, SearchWords>();

/** The words of all offers, gathered when they are first asked for. */
export function wordsOfList(list: OfferList): SearchWords {
  let known = words.get(list);
  if (!known) {
    const others = new Map(list.index.names);
    known = searchWords(
      list.ids.map((id, row) => [
        modelName(list, row),
        sellerName(list, row),
        id,
        others.get(row) ?? '',
        labOf(list, row),
      ]),
    );
    words.set(list, known);
  }
  return known;
}

function labOf({ index, models }: OfferList, row: number): string {
  return index.labs[models.lab[index.offers.model[row] ?? -1] ?? -1]?.[1] ?? '';
}

/** Why a row has no total, each reason in words. */
export function reasonsOf({ list, totals }: Board, row: number): string[] {
  const { index, prepared } = list;
  const refused = totals.refused.get(row);
  if (refused !== undefined) return [refused];
  const barred = prepared.barred[row] ?? 0;
  if (barred > 0) return [index.reasons[barred - 1] ?? ''];
  return totals.question.weights.flatMap((weight, meter) => {
    const gap = prepared.gapAt[meter]?.[row] ?? 0;
    return weight > 0n && gap > 0 ? [index.reasons[gap - 1] ?? ''] : [];
  });
}
