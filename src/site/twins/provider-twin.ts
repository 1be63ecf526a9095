import type { Catalog, CatalogProvider } from '../../catalog/catalog.ts';
import { offersBy } from '../../catalog/offers-of.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { providerDescription } from '../../catalog/words/description.ts';
import { feeWords } from '../../catalog/words/fee-words.ts';
import { document, heading, inline } from '../../export/markdown.ts';
import { providerHref } from '../links.ts';
import { offersTable } from './offers-table.ts';
import { siteLink } from './site-link.ts';

/** A provider's page as Markdown: what it sells at what prices, and how an account is paid up. */
export function providerTwin(catalog: Catalog, provider: CatalogProvider, at: string): string {
  const offers = offersBy(catalog, provider.id);
  const terms = (provider.funding ?? []).map(({ method, fee }) => {
    const words = fee ? feeWords(fee, provider.currency) : 'no fee stated';
    return `- Credit by ${inline(method)}: ${inline(words)}`;
  });
  return document([
    heading(1, provider.name),
    inline(providerDescription(provider, catalog)),
    heading(2, `Prices on ${dateWords(at)}`),
    offers.length > 0 ? offersTable(catalog, offers, at, 'model') : 'No offer of it is in the catalog.',
    heading(2, 'Terms of payment'),
    terms.length > 0
      ? terms.join('\n')
      : 'No fee, minimum or expiry of credit is stated. That is not the same as none.',
    siteLink('This page for people', providerHref(provider.id)),
  ]);
}
