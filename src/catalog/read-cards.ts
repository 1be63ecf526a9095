import { engineProblemText } from '../engine/problem.ts';
import { tryReadCard } from '../engine/read-card.ts';
import type { Catalog, CatalogOffer } from './catalog.ts';
import type { CatalogProblem } from './problem.ts';

/** Where the card of an offer is written: the file, and the path of the card inside it, empty or ending in a slash. */
export interface CardPlace {
  readonly file: string;
  readonly within: string;
}

/** The catalog without offers whose cards cannot be read; each problem of a card is told where the card is written. */
export function withReadCards(
  catalog: Catalog,
  placeOf: (offer: CatalogOffer) => CardPlace,
  problems: CatalogProblem[],
): Catalog {
  const broken = [...catalog.offers.values()].filter((offer) => {
    const found = tryReadCard(offer, catalog.meters);
    if (found.length === 0) return false;
    const { file, within } = placeOf(offer);
    for (const one of found) {
      const args = { message: engineProblemText(one) };
      problems.push({ code: 'unreadable_card', args, file, path: `${within}${one.path}`, line: 0, column: 0 });
    }
    return true;
  });
  if (broken.length === 0) return catalog;
  const offers = new Map(catalog.offers);
  for (const { id } of broken) offers.delete(id);
  return { ...catalog, offers };
}
