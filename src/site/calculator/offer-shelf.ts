import { providerIn } from '../facts/provider-in.ts';
import { fetchIndex } from '../offer-index/fetch-index.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import { modelNames, rowIds } from '../ranking/rows.ts';
import { type SearchWords, searchRows, searchWords } from '../ranking/search-words.ts';
import { cardFiles } from './card-files.ts';
import type { WorkCard } from './work-card.ts';

/** An offer by name. */
export interface NamedOffer {
  readonly id: string;
  readonly model: string;
  readonly modelName: string;
  readonly seller: string;
}

/** All offers by name, and their cards as they are asked for. */
export interface OfferShelf {
  readonly offers: readonly NamedOffer[];
  readonly named: ReadonlyMap<string, NamedOffer>;
  /** The offers whose names hold every word, spelt so or nearly; at most some. */
  readonly find: (words: string, most: number) => readonly NamedOffer[];
  /** Every offer of a model; throws when they cannot be had. */
  readonly sellers: (model: string) => Promise<readonly WorkCard[]>;
  /** One offer's card; null where the catalog has no such offer. */
  readonly card: (id: string) => Promise<WorkCard | null>;
  /** The cards of some offers; without those that the catalog does not have or that cannot be had. */
  readonly cards: (ids: readonly string[]) => Promise<ReadonlyMap<string, WorkCard>>;
}

/** Fetches the index of offers; `cards` is the address of the folder of their cards. Throws when it cannot be had. */
export async function openShelf(index: string, cards: string): Promise<OfferShelf> {
  const offers = namedOffers(await fetchIndex(index));
  const named = new Map(offers.map((offer) => [offer.id, offer]));
  const sellers = cardFiles(cards);
  let words: SearchWords | null = null;
  const card = async (id: string): Promise<WorkCard | null> => {
    const model = named.get(id)?.model;
    if (model === undefined) return null;
    return (await sellers(model)).find(({ offer }) => offer.id === id) ?? null;
  };
  return {
    offers,
    named,
    sellers,
    card,
    cards: async (ids) => {
      const found = await Promise.all(ids.map((id) => card(id).catch(() => null)));
      return new Map(found.flatMap((one) => (one ? [[one.offer.id, one] as const] : [])));
    },
    find: (text, most) => {
      words ??= searchWords(offers.map(({ modelName, seller, id }) => [modelName, seller, id]));
      const flags = searchRows(words, text);
      if (!flags) return [];
      const begins = text.trim().toLowerCase();
      const found = offers.filter((_, row) => flags[row] === 1);
      const away = (offer: NamedOffer): number =>
        offer.modelName.length +
        (offer.modelName.toLowerCase().startsWith(begins) ? 0 : 1000) +
        (isByItsLab(offer) ? 0 : 0.5);
      return found.sort((a, b) => away(a) - away(b)).slice(0, most);
    },
  };
}

/** Whether the lab that made a model sells it itself. */
function isByItsLab({ id, model }: NamedOffer): boolean {
  return providerIn(id) === model.split('/')[0];
}

function namedOffers(index: OfferIndex): NamedOffer[] {
  const models = modelNames(index);
  const sellers = index.providers.flatMap(({ name, offers }) => Array.from({ length: offers }, () => name));
  return rowIds(index).map((id, row) => {
    const model = index.offers.model[row] ?? -1;
    return { id, model: models.ids[model] ?? '', modelName: models.names[model] ?? '', seller: sellers[row] ?? '' };
  });
}
