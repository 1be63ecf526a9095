import { sentence } from '../../../catalog/words/capital.ts';
import { amountDigits, shortAmount } from '../../../catalog/words/money.ts';
import type { Retirement } from '../../../catalog/words/problem-words.ts';
import { Decimal, plain } from '../../../engine/decimal.ts';
import type { Meters } from '../../../engine/index.ts';
import type { RankedOffer, Ranking } from '../../../workload/index.ts';
import { offerHref } from '../../links.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { rangeBar } from './bar.ts';
import { obstacles } from './headline.ts';
import { type ResultCell, resultTable } from './result-table.ts';

const VERDICTS: Record<NonNullable<RankedOffer['verdict']>, string> = {
  cheapest: 'cheapest',
  close: 'too close to call',
  dearer: '',
};

/** The same work at the other sellers of the model, the cheapest first; those without a total follow with the reason. */
export function elsewhere(
  { rows, unranked, currency }: Ranking,
  titles: ReadonlyMap<string, string>,
  chosen: string,
  meters: Meters,
  offers: ReadonlyMap<string, Retirement> = new Map(),
): Markup {
  const most = rows.reduce((high, { range, expected }) => {
    const own = range?.high ?? expected;
    return new Decimal(own).gt(high) ? own : high;
  }, '0');
  const all = [...titles.values()];
  const nameOf = (id: string): string => {
    const title = titles.get(id) ?? id;
    return all.filter((other) => other === title).length > 1 ? `${title} (${id})` : title;
  };
  const name = (id: string): Markup => markup('a', { href: offerHref(id) }, nameOf(id));
  const short = (amount: string): string => amountDigits(shortAmount(amount));
  const cells = ({ offer, expected, range, ratio, verdict, failing_ends: ends }: RankedOffer): ResultCell[] => {
    const said = ends.length > 0 ? 'cannot do all of the range' : verdict === null ? '' : VERDICTS[verdict];
    const words = range === null || range.low === range.high ? '' : `${short(range.low)} to ${short(range.high)}`;
    const bar = rangeBar(range?.low ?? expected, expected, range?.high ?? expected, most);
    const take = { type: 'button', class: 'take', 'data-take': offer, 'aria-label': `Price it on ${nameOf(offer)}` };
    return [
      markup('span', {}, name(offer), markup('span', { class: 'seller' }, said)),
      short(expected),
      markup('span', {}, bar, markup('span', { class: 'seller' }, words)),
      ratio === null ? '' : plain(new Decimal(ratio).toDecimalPlaces(2)),
      offer === chosen ? 'this one' : markup('button', take, 'price it'),
    ];
  };
  const hasRanges = rows.some(({ range }) => range !== null && range.low !== range.high);
  const others = rows.some(({ offer }) => offer !== chosen);
  const table = resultTable(
    'elsewhere',
    'The same work at every seller of the model',
    others ? 'The cheapest first.' : 'No other seller of the model can be priced for it.',
    [
      { head: 'Seller', set: 'wrap' },
      { head: `Expected, ${currency}`, set: 'figure' },
      { head: `${hasRanges ? 'Low to high, on' : 'On'} a scale from 0 to ${short(most)} ${currency}`, set: 'bar' },
      { head: '× cheapest', set: 'figure' },
      { head: 'Here', set: 'text' },
    ],
    rows.map(cells),
  );
  const without = unranked.map(({ offer, cannot, gaps, problems }) => {
    const reasons = obstacles({ cannot, problems, gaps: gaps.map((gap) => ({ ...gap, offer })) }, meters, offers);
    return markup('li', {}, name(offer), `: ${sentence(reasons.join('; '))}`);
  });
  if (without.length === 0) return table;
  const list = markup(
    'details',
    { class: 'unpriced' },
    markup('summary', {}, `${without.length} cannot be priced for it`),
    markup('ul', {}, ...without),
  );
  return { ...table, children: [...(table.children ?? []), list] };
}
