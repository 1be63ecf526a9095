import { type Markup, markup } from '../markup/markup.ts';
import { columnPlaces, figure } from '../tables/figure.ts';
import type { Receipt, ReceiptRow } from './receipt.ts';

/** Where a source is quoted, and the number by which marks refer to it. */
export interface SourceRef {
  readonly number: number;
  readonly href: string;
  readonly title: string;
}

/** What stands over and beside the lines of a receipt. */
export interface ReceiptHead {
  readonly title: string;
  /** What was bought, and at which date. */
  readonly lines: readonly string[];
  readonly source: (key: string) => SourceRef | undefined;
}

/** A receipt as markup, the same when the site is built and in the browser. */
export function receiptMarkup(receipt: Receipt, head: ReceiptHead): Markup {
  const { lines, fees, subtotal, total, gaps, assumptions } = receipt;
  const places = columnPlaces([...lines, ...fees].map(({ amount }) => amount).concat(subtotal ?? [], total ?? []));
  const rows = (list: readonly ReceiptRow[]) => list.map((row) => rowMarkup(row, places, head));
  return markup(
    'div',
    { class: 'receipt' },
    markup(
      'div',
      { class: 'receipt-head' },
      markup('p', { class: 'receipt-title' }, head.title),
      ...head.lines.map((line) => markup('p', { class: 'receipt-meta' }, line)),
    ),
    markup('ul', { class: 'receipt-lines' }, ...rows(lines)),
    ...(subtotal === null
      ? []
      : [sumMarkup(total === null ? 'Priced so far' : 'Usage', subtotal, places, 'receipt-subtotal')]),
    ...(fees.length > 0 ? [markup('ul', { class: 'receipt-lines receipt-fees' }, ...rows(fees))] : []),
    total === null
      ? markup('p', { class: 'receipt-total is-unknown' }, 'No total: a part of it has no price')
      : sumMarkup('Total', total, places, 'receipt-total'),
    ...remarks('Not priced', gaps, 'receipt-gaps'),
    ...remarks('What was assumed', assumptions, 'receipt-assumptions'),
  );
}

function rowMarkup({ label, formula, steps, amount, source }: ReceiptRow, places: number, head: ReceiptHead): Markup {
  const ref = head.source(source);
  return markup(
    'li',
    {},
    markup('span', { class: 'receipt-label' }, label, ...(ref ? [' ', sourceMark(ref)] : [])),
    markup('span', { class: 'leader', 'aria-hidden': 'true' }),
    amountMarkup(amount, places),
    markup('span', { class: 'receipt-formula' }, formula),
    ...steps.map((step) => markup('span', { class: 'receipt-formula' }, step)),
  );
}

function sumMarkup(label: string, amount: string, places: number, name: string): Markup {
  return markup(
    'p',
    { class: name },
    markup('span', { class: 'receipt-label' }, label),
    markup('span', { class: 'leader', 'aria-hidden': 'true' }),
    amountMarkup(amount, places),
  );
}

function amountMarkup(text: string, places: number): Markup {
  const { whole, fraction } = figure(text, places);
  return markup(
    'span',
    { class: 'figure', 'data-places': String(places) },
    whole,
    markup('span', { class: 'fraction' }, fraction),
  );
}

function remarks(title: string, texts: readonly string[], name: string): Markup[] {
  if (texts.length === 0) return [];
  return [
    markup(
      'div',
      { class: name },
      markup('p', { class: 'receipt-remark-title' }, title),
      markup('ul', {}, ...texts.map((text) => markup('li', {}, text))),
    ),
  ];
}

/** A small number that leads to the quoted source. */
export function sourceMark({ number, href, title }: SourceRef): Markup {
  return markup('a', { class: 'source-mark', href, title, 'aria-label': `Source ${number}: ${title}` }, String(number));
}
