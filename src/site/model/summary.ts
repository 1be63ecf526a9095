import { listWords } from '../../catalog/words/list.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { totalText } from '../ranking/totals.ts';
import { amountText, shortText } from '../ranking/units.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

/** The meters whose prices are told as a range, as they are called. */
const TOLD: Readonly<Record<string, string>> = { input_tokens: 'in', output_tokens: 'out' };

/** The range of a model's plain prices, and who is the cheapest for the work at what total. */
export function summaryMarkup(model: PricedModel): Markup {
  const { board, cheapest } = model;
  const { index } = board.list;
  const [first] = cheapest;
  if (first === undefined) return markup('p', { class: 'range' }, 'No seller can be priced for this work.');
  const parts = index.meters.flatMap(({ id }, meter) => {
    const name = TOLD[id];
    const range = name === undefined ? null : priceRange(model, meter);
    return range === null ? [] : [`${range} ${name}`];
  });
  const links = cheapest.map((row) =>
    markup('a', { href: offerHref(board.list.ids[row] ?? '') }, sellerTitle(model, row)),
  );
  const named = links.flatMap((link, at) => (at === 0 ? [link] : [at === links.length - 1 ? ' and ' : ', ', link]));
  const total = amountText(shortText(totalText(board.totals, first)));
  return markup(
    'p',
    { class: 'range' },
    ...(parts.length > 0 ? [markup('span', {}, `${index.currency} ${listWords(parts)} per 1M tokens`)] : []),
    markup(
      'span',
      {},
      'cheapest for this work: ',
      ...named,
      ', ',
      markup('strong', { class: 'accent' }, `${index.currency} ${total}`),
      ' a month',
    ),
  );
}

/** `0.10 to 0.56`: the least and the most that priced sellers ask, the first step of each. */
function priceRange({ ranked, board }: PricedModel, meter: number): string | null {
  const { prices, offers } = board.list.index;
  const codes = ranked.map((row) => offers.prices[meter]?.[row] ?? -1).filter((code) => code >= 0);
  if (codes.length === 0) return null;
  const [low, high] = [Math.min(...codes), Math.max(...codes)].map((code) => {
    const price = prices[code] ?? '0';
    return amountText(typeof price === 'string' ? price : price.price);
  });
  return low === high ? `${low}` : `${low} to ${high}`;
}
