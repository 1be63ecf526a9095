import { groupDigits } from '../../catalog/words/group-digits.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { totalText } from '../ranking/totals.ts';
import { amountText, shortText, textOf, unitsOf } from '../ranking/units.ts';
import { type CostScale, costScale } from './cost-scale.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

/** The scale that the picture and the bars of the table share; null where there is nothing to compare. */
export function modelScale({ ranked, board, uncached }: PricedModel): CostScale | null {
  const costs = ranked.flatMap((row) => [costOf(board.totals, row), costOf(uncached.totals, row)]);
  return ranked.length > 1 && costs.some((cost) => cost > 0) ? costScale(costs) : null;
}

type Totals = PricedModel['board']['totals'];

/** A total as a float, for the eye only. */
export function costOf(totals: Totals, row: number): number {
  return totals.size[row] === undefined ? 0 : Number(totalText(totals, row));
}

/** What the sellers ask for the work, each as a mark on one line, with a sentence that says the same. */
export function rangePicture(model: PricedModel, scale: CostScale): Markup {
  const { ranked, cheapest, board } = model;
  const { currency } = board.list.index;
  const [first = -1] = ranked;
  const last = ranked.at(-1) ?? -1;
  const place = (percent: number): string => `${percent.toFixed(2)}%`;
  const at = (row: number): number => scale.at(costOf(board.totals, row));
  const label = (row: number): Markup => {
    const x = at(row);
    const anchor = x < 50 ? 'start' : 'end';
    const name = row === first ? 'range-label' : 'range-label is-dearest';
    return markup('text', { class: name, x: place(x), y: '14', 'text-anchor': anchor }, textOfRow(model, row));
  };
  return markup(
    'figure',
    { class: 'cost-range' },
    markup('figcaption', {}, rangeWords(model)),
    markup(
      'div',
      { class: 'plot' },
      markup(
        'svg',
        { 'aria-hidden': 'true', width: '100%', height: '72' },
        markup('line', { class: 'axis', x1: '0', x2: '100%', y1: '46', y2: '46' }),
        ...scale.ticks.flatMap(({ label: text, at: x }) => [
          markup('line', { class: 'axis', x1: place(x), x2: place(x), y1: '46', y2: '51' }),
          markup(
            'text',
            { class: 'tick-label', x: place(x), y: '66', 'text-anchor': x < 3 ? 'start' : x > 97 ? 'end' : 'middle' },
            text,
          ),
        ]),
        ...ranked.toReversed().map((row) => {
          const x = place(at(row));
          return markup('line', {
            class: cheapest.includes(row) ? 'seller-mark first' : 'seller-mark',
            x1: x,
            x2: x,
            y1: '22',
            y2: '46',
          });
        }),
        label(first),
        ...(at(last) - at(first) > 55 ? [label(last)] : []),
      ),
    ),
    markup(
      'p',
      { class: 'footnote quiet' },
      `${currency} a month, a mark for each seller${scale.byFactor ? '; each step of the scale is ten times the one before' : ''}.`,
    ),
  );
}

function textOfRow(model: PricedModel, row: number): string {
  return `${sellerTitle(model, row)} ${shownTotal(model, row)}`;
}

function shownTotal({ board }: PricedModel, row: number): string {
  return amountText(shortText(totalText(board.totals, row)));
}

/** `From 4.12 at X to 30.11 at Y, 7.3 times as much; half of the 23 ask 9.20 or less.` */
function rangeWords(model: PricedModel): string {
  const { ranked, board } = model;
  const { currency } = board.list.index;
  const [first = -1] = ranked;
  const last = ranked.at(-1) ?? -1;
  const middle = ranked[Math.ceil(ranked.length / 2) - 1] ?? first;
  const { places } = board.totals.question;
  const [low, high] = [first, last].map((row) => unitsIn(totalText(board.totals, row), places)) as [bigint, bigint];
  if (low === high) return `All ${ranked.length} ask ${currency} ${shownTotal(model, first)} a month for this work.`;
  const times = low > 0n ? `, ${amountText(timesText(high, low))} times as much` : '';
  const half =
    ranked.length > 2
      ? `; half of the ${groupDigits(String(ranked.length))} ask ${shownTotal(model, middle)} or less`
      : '';
  return `From ${currency} ${shownTotal(model, first)} a month at ${sellerTitle(model, first)} to ${shownTotal(model, last)} at ${sellerTitle(model, last)}${times}${half}.`;
}

/** A total in units of so many places, cut where the engine gave it more. */
function unitsIn(total: string, places: number): bigint {
  const point = total.indexOf('.');
  return unitsOf(point < 0 ? total : total.slice(0, point + 1 + places), places);
}

/** How many times, to one place, a half going up. */
function timesText(high: bigint, low: bigint): string {
  return textOf((high * 20n + low) / (low * 2n), 1);
}
