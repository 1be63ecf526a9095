import type { RecordMap } from '../../record-pricing/record-map.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { sheet } from './sheet.ts';

/** What each name means, with a button that takes it out again. */
export function mapTable(models: RecordMap['models']): Markup {
  return sheet(
    'Models that you named',
    [
      { head: 'Model in the records', kind: 'wrap' },
      { head: 'Offer', kind: 'wrap' },
      { head: 'Take out', kind: 'text' },
    ],
    Object.entries(models).map(([name, offer]) => [
      name,
      markup('a', { href: offerHref(offer) }, offer),
      markup('button', { type: 'button', 'data-unname': name, 'aria-label': `Take out ${name}` }, 'Take out'),
    ]),
  );
}
