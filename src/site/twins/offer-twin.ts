import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { offerDescription } from '../../catalog/words/description.ts';
import { offerMarkdown } from '../../export/index.ts';
import { document, heading, inline } from '../../export/markdown.ts';
import { offerFacts } from '../facts/offer-facts.ts';
import { offerTitle } from '../facts/offer-title.ts';
import { modelTwinHref, offerCardHref, offerHref, providerTwinHref } from '../links.ts';
import { siteLink } from './site-link.ts';

/** An offer's page as Markdown: what it costs, its rate card, its facts and where they stand. */
export function offerTwin(catalog: Catalog, offer: CatalogOffer, at: string): string {
  const facts = offerFacts(offer).map(({ label, value }) => `- ${inline(label)}: ${inline(value)}`);
  const model = catalog.models.get(offer.model)?.name ?? offer.model;
  const provider = catalog.providers.get(offer.provider)?.name ?? offer.provider;
  return document([
    heading(1, offerTitle(catalog, offer)),
    inline(offerDescription(offer, catalog, at)),
    offerMarkdown(offer, catalog.meters).trimEnd(),
    ...(facts.length > 0 ? [heading(2, 'Specifications'), facts.join('\n')] : []),
    [
      siteLink('This page for people, with the words of its sources', offerHref(offer.id)),
      siteLink('All of it as JSON', offerCardHref(offer.id)),
      siteLink(`Every seller of ${model}`, modelTwinHref(offer.model)),
      siteLink(`Everything that ${provider} sells`, providerTwinHref(offer.provider)),
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  ]);
}
