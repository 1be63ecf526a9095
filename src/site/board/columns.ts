import { dateWords } from '../../catalog/words/date.ts';
import { groupDigits } from '../../catalog/words/group-digits.ts';
import { PRICE_STATES } from '../offer-index/offer-index.ts';
import { TRUST } from '../offer-index/trust.ts';
import type { Board } from '../ranking/board.ts';
import { totalText } from '../ranking/totals.ts';
import { amountText, placesIn, quotient, shortText, textOf, unitsOf } from '../ranking/units.ts';

/** What a table shows of an offer, beside its name. */
export const COLUMN_IDS = [
  'total',
  'ratio',
  'more',
  'exact',
  'in',
  'cached',
  'out',
  'search',
  'message',
  'context',
  'max_output',
  'lab',
  'kind',
  'can',
  'takes',
  'gives',
  'weights',
  'trust',
  'checked',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** A board with the exact totals that the others are held against. */
export interface BoardView extends Board {
  readonly cheapest: string | null;
  /** The least total above zero: nothing is times as much as nothing. */
  readonly leastPaid: () => string | null;
}

/** A column: its words, what it shows of a row, and what it is sorted by. */
export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  /** The unit of its figures; empty for words. */
  readonly unit: (currency: string) => string;
  readonly numeric: boolean;
  /** Digits after the point that the column leaves room for. */
  readonly places: number;
  readonly text: (row: number, view: BoardView) => string;
  /**
   * A whole number from 0 up, -1 where there is nothing to sort by; `total` for the order of the totals; absent where
   * a text cannot be sorted by.
   */
  readonly key?: 'total' | ((row: number, view: BoardView) => number);
}

export const NOTHING = '–';

export const USUAL_COLUMNS: readonly ColumnId[] = [
  'total',
  'ratio',
  'in',
  'cached',
  'out',
  'context',
  'trust',
  'checked',
];

const none = (): string => '';
const perMillion = (currency: string): string => `${currency} per 1M tokens`;
const tokens = (): string => 'tokens';

function price(meters: readonly string[]): Pick<Column, 'text' | 'key'> {
  const codeOf = (row: number, { list }: BoardView): number => {
    for (const meter of meters) {
      const at = list.index.meters.findIndex(({ id }) => id === meter);
      const code = list.index.offers.prices[at]?.[row] ?? PRICE_STATES.none;
      if (code >= 0 || code === PRICE_STATES.included) return code;
    }
    return PRICE_STATES.none;
  };
  return {
    text: (row, view) => {
      const code = codeOf(row, view);
      if (code === PRICE_STATES.included) return 'included';
      const found = view.list.index.prices[code];
      if (found === undefined) return NOTHING;
      return typeof found === 'string' ? amountText(found) : `${amountText(found.price)}+`;
    },
    key: (row, view) => {
      const code = codeOf(row, view);
      return code === PRICE_STATES.included ? 0 : code < 0 ? -1 : code + 1;
    },
  };
}

function count(read: (view: BoardView) => readonly number[]): Pick<Column, 'text' | 'key'> {
  const of = (row: number, view: BoardView): number => read(view)[row] ?? 0;
  return {
    text: (row, view) => (of(row, view) > 0 ? groupDigits(String(of(row, view))) : NOTHING),
    key: (row, view) => (of(row, view) > 0 ? of(row, view) : -1),
  };
}

function facts(
  part: 0 | 1 | 2,
  names: (view: BoardView) => readonly string[],
): (row: number, view: BoardView) => string {
  return (row, view) => {
    const { index } = view.list;
    const own = index.facts[index.offers.facts[row] ?? -1]?.[part] ?? [];
    return own.map((position) => names(view)[position]?.replaceAll('_', ' ')).join(', ') || NOTHING;
  };
}

const amount = { numeric: true, places: 2 } as const;
const text = { numeric: false, places: 0, unit: none } as const;

/** Every column by its id. */
export const COLUMNS: { readonly [K in ColumnId]: Omit<Column, 'id'> } = {
  total: {
    ...amount,
    label: 'a month',
    unit: (currency) => `${currency} a month`,
    text: (row, view) => amountText(shortText(totalText(view.totals, row))),
    key: 'total',
  },
  ratio: {
    ...amount,
    label: '×',
    unit: () => 'times the cheapest paid',
    text: (row, { totals, leastPaid }) => {
      const own = totalText(totals, row);
      const least = own === '0' ? null : leastPaid();
      if (least === null) return NOTHING;
      const places = Math.max(placesIn(own), placesIn(least));
      return amountText(quotient(unitsOf(own, places), unitsOf(least, places), 2));
    },
    key: 'total',
  },
  more: {
    ...amount,
    label: 'more',
    unit: (currency) => `${currency} a month above the cheapest`,
    text: (row, { totals, cheapest }) => {
      const own = totalText(totals, row);
      if (cheapest === null) return NOTHING;
      const places = Math.max(placesIn(own), placesIn(cheapest));
      return amountText(shortText(textOf(unitsOf(own, places) - unitsOf(cheapest, places), places)));
    },
    key: 'total',
  },
  exact: {
    ...amount,
    places: 6,
    label: 'exactly',
    unit: (currency) => `${currency} a month, every digit`,
    text: (row, { totals }) => amountText(totalText(totals, row)),
    key: 'total',
  },
  in: { ...amount, places: 4, label: 'in', unit: perMillion, ...price(['input_tokens']) },
  cached: { ...amount, places: 4, label: 'cached', unit: perMillion, ...price(['cache_read_tokens']) },
  out: { ...amount, places: 4, label: 'out', unit: perMillion, ...price(['output_tokens']) },
  search: {
    ...amount,
    places: 4,
    label: 'search',
    unit: (currency) => `${currency} per web search`,
    ...price(['web_searches']),
  },
  message: {
    ...amount,
    places: 4,
    label: 'message',
    unit: (currency) => `${currency} per message or request`,
    ...price(['messages', 'requests']),
  },
  context: {
    numeric: true,
    places: 0,
    label: 'context',
    unit: tokens,
    ...count(({ list }) => list.index.offers.context),
  },
  max_output: {
    numeric: true,
    places: 0,
    label: 'answer',
    unit: () => 'tokens at most',
    ...count(({ list }) => list.index.offers.max_output),
  },
  lab: {
    ...text,
    label: 'Lab',
    text: (row, { list }) => list.index.labs[labAt(row, list)]?.[1] ?? NOTHING,
    key: (row, { list }) => labAt(row, list),
  },
  kind: {
    ...text,
    label: 'Seller is a',
    text: (row, { list }) => list.index.providers[list.prepared.provider[row] ?? -1]?.kind || NOTHING,
  },
  can: { ...text, label: 'Can', text: facts(0, ({ list }) => list.index.capabilities) },
  takes: { ...text, label: 'Takes', text: facts(1, ({ list }) => list.index.modalities) },
  gives: { ...text, label: 'Gives', text: facts(2, ({ list }) => list.index.modalities) },
  weights: {
    ...text,
    label: 'Weights',
    text: (row, { list }) => ['', 'open', 'closed'][list.index.offers.weights[row] ?? 0] || NOTHING,
    key: (row, { list }) => (list.index.offers.weights[row] ?? 0) - 1,
  },
  trust: {
    ...text,
    label: 'Trust',
    text: (row, { list }) => TRUST[list.index.offers.trust[row] ?? -1] ?? NOTHING,
    key: (row, { list }) => list.index.offers.trust[row] ?? -1,
  },
  checked: {
    ...text,
    label: 'Checked',
    text: (row, { list }) => {
      const date = list.index.dates[list.index.offers.checked[row] ?? -1];
      return date === undefined ? NOTHING : dateWords(date);
    },
    key: (row, { list }) => {
      const date = list.index.dates[list.index.offers.checked[row] ?? -1];
      return date === undefined ? -1 : Math.floor(Date.parse(date) / 86_400_000);
    },
  },
};

function labAt(row: number, { models, index }: BoardView['list']): number {
  return models.lab[index.offers.model[row] ?? -1] ?? -1;
}

/** What a column is called where there is one line for it: `in (USD per 1M tokens)`. */
export function columnTitle(id: ColumnId, currency: string): string {
  const { label, unit } = COLUMNS[id];
  const words = unit(currency);
  return words === '' ? label : `${label} (${words})`;
}
