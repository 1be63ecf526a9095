import type { Catalog } from '../../catalog/catalog.ts';
import { offersBy, offersOf } from '../../catalog/offers-of.ts';
import { byName } from '../../catalog/words/by-name.ts';
import { KIND_LABELS } from '../../catalog/words/fact-words.ts';
import { document, heading, inline, table } from '../../export/markdown.ts';
import { modelTwinHref, providerTwinHref } from '../links.ts';
import { siteLink } from './site-link.ts';

/** The list of models as Markdown. */
export function modelsTwin(catalog: Catalog): string {
  const rows = [...catalog.models.values()]
    .sort(byName)
    .map(({ id, name, lab_name, released }) => [
      siteLink(name, modelTwinHref(id)),
      inline(lab_name),
      released?.date ?? '?',
      String(offersOf(catalog, id).length),
    ]);
  return document([heading(1, 'Models'), table(['Model', 'Maker', 'Released', 'Offers'], rows, [3])]);
}

/** The list of providers as Markdown. */
export function providersTwin(catalog: Catalog): string {
  const rows = [...catalog.providers.values()]
    .sort(byName)
    .map(({ id, name, kind, currency }) => [
      siteLink(name, providerTwinHref(id)),
      KIND_LABELS[kind],
      inline(currency),
      String(offersBy(catalog, id).length),
    ]);
  return document([heading(1, 'Providers'), table(['Provider', 'Kind', 'Currency', 'Offers'], rows, [3])]);
}
