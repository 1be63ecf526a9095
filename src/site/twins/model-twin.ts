import type { Catalog, CatalogModel } from '../../catalog/catalog.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { modelDescription } from '../../catalog/words/description.ts';
import { modelFacts } from '../../catalog/words/offer-facts.ts';
import { document, heading, inline, link } from '../../export/markdown.ts';
import { modelHref } from '../links.ts';
import { offersTable } from './offers-table.ts';
import { siteLink } from './site-link.ts';

/** A model's page as Markdown: who sells it at what prices, and what is known of it, with its sources. */
export function modelTwin(catalog: Catalog, model: CatalogModel, at: string): string {
  const offers = offersOf(catalog, model.id);
  const facts = modelFacts(model).map(({ label, value, source }) => {
    const { title = source, url } = model.sources[source] ?? {};
    return `- ${inline(label)}: ${inline(value)} (${link(title, url)})`;
  });
  return document([
    heading(1, `${model.name} by ${model.lab_name}`),
    inline(modelDescription(model, catalog)),
    heading(2, `Prices on ${dateWords(at)}`),
    offers.length > 0 ? offersTable(catalog, offers, at, 'seller') : 'Nobody is known to sell it.',
    ...(facts.length > 0 ? [heading(2, 'About the model'), facts.join('\n')] : []),
    siteLink('This page for people', modelHref(model.id)),
  ]);
}
