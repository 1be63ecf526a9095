import { type BoardView, NOTHING } from '../board/columns.ts';
import type { Board } from '../ranking/board.ts';
import { boardByEngine, type PriceRow } from '../ranking/board-by-engine.ts';
import { type OfferList, sellerName } from '../ranking/offer-list.ts';
import { isBefore } from '../ranking/order.ts';
import { compareTotals, ROW_STATES, totalText } from '../ranking/totals.ts';
import type { Work } from '../ranking/work.ts';

/** Work priced on all offers, and once more as if no input were read from a cache. */
export interface PricedWork {
  readonly work: Work;
  readonly board: Board;
  /** The same board where the work reads nothing from a cache. */
  readonly uncached: Board;
}

/** Null where a part of the usage is larger than its whole. */
export function pricedWork(list: OfferList, work: Work, price: PriceRow): PricedWork | null {
  const board = boardByEngine(list, work, price);
  if (!board) return null;
  if ((work.usage['cache_read_tokens'] ?? '0') === '0') return { work, board, uncached: board };
  const without = { ...work, usage: { ...work.usage, cache_read_tokens: '0' } };
  return { work, board, uncached: boardByEngine(list, without, price) ?? board };
}

/** What a model costs at each of its sellers. */
export interface PricedModel extends PricedWork {
  readonly model: number;
  readonly name: string;
  /** Its rows with a total, the cheapest first, and those without one. */
  readonly ranked: readonly number[];
  readonly unpriced: readonly number[];
  /** The ranked rows that cost anything. */
  readonly paying: readonly number[];
  /** The rows that cost the least, all of them alike. */
  readonly cheapest: readonly number[];
  /** The board held against the cheapest seller. */
  readonly view: BoardView;
  /** What to call the seller of each of its rows, told apart where one sells it twice. */
  readonly sellers: ReadonlyMap<number, Seller>;
}

export interface Seller {
  readonly name: string;
  /** The last part of the offer's id, where the seller's name alone does not tell it. */
  readonly slug: string | null;
}

/** The rows of each model of an index, in the order of ids. */
export function rowsByModel({ index }: OfferList): readonly (readonly number[])[] {
  const rows: number[][] = index.models.map(() => []);
  for (const [row, model] of index.offers.model.entries()) rows[model]?.push(row);
  return rows;
}

export function pricedModel(priced: PricedWork, model: number, own: readonly number[]): PricedModel {
  const { list, totals } = priced.board;
  const ranked = own
    .filter((row) => totals.state[row] === ROW_STATES.priced)
    .sort((a, b) => (isBefore(totals, a, b) ? -1 : 1));
  const [first] = ranked;
  const paying = ranked.filter((row) => totals.size[row] !== 0);
  const [least] = paying;
  const counts = new Map<string, number>();
  for (const row of own) counts.set(sellerName(list, row), (counts.get(sellerName(list, row)) ?? 0) + 1);
  return {
    ...priced,
    model,
    name: list.models.names[model] ?? NOTHING,
    ranked,
    paying,
    cheapest: first === undefined ? [] : ranked.filter((row) => compareTotals(totals, row, first) === 0),
    unpriced: own.filter((row) => totals.state[row] === ROW_STATES.unpriced),
    view: {
      ...priced.board,
      cheapest: first === undefined ? null : totalText(totals, first),
      leastPaid: () => (least === undefined ? null : totalText(totals, least)),
    },
    sellers: new Map(
      own.map((row) => {
        const name = sellerName(list, row);
        const id = list.ids[row] ?? '';
        return [row, { name, slug: (counts.get(name) ?? 0) > 1 ? id.slice(id.indexOf('/') + 1) : null }] as const;
      }),
    ),
  };
}

/** `DeepInfra`, or `DeepInfra (qwen3-turbo)` where it sells the model twice. */
export function sellerTitle({ sellers }: PricedModel, row: number): string {
  const { name, slug } = sellers.get(row) ?? { name: '', slug: null };
  return slug === null ? name : `${name} (${slug})`;
}
