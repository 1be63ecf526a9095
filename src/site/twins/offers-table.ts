import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { byName } from '../../catalog/words/by-name.ts';
import { inline, table } from '../../export/markdown.ts';
import { offerHref } from '../links.ts';
import { cellWords } from './price-cell.ts';
import { siteLink } from './site-link.ts';

/** Offers as a Markdown table with their prices at a date; `?` stands where none is known. */
export function offersTable(catalog: Catalog, offers: readonly CatalogOffer[], at: string, names: 'seller' | 'model') {
  const name = (offer: CatalogOffer): string =>
    names === 'seller'
      ? (catalog.providers.get(offer.provider)?.name ?? offer.provider)
      : (catalog.models.get(offer.model)?.name ?? offer.name);
  const named = offers.map((offer) => ({ offer, name: name(offer) })).sort(byName);
  const rows = named.map(({ offer, name: own }) => [
    siteLink(own, offerHref(offer.id)),
    inline(offer.model_id),
    ...['input_tokens', 'output_tokens', 'messages'].map((meter) => inline(cellWords(offer, meter, at))),
    inline(offer.currency),
    offer.trust.as_of.slice(0, 10),
  ]);
  const head = [
    names === 'seller' ? 'Seller' : 'Model',
    'Model id',
    'Per 1M input tokens',
    'Per 1M output tokens',
    'Per message',
    'Currency',
    'Checked',
  ];
  return table(head, rows, [2, 3, 4]);
}
