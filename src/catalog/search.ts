import MiniSearch from 'minisearch';
import type { Catalog } from './catalog.ts';
import { namesOf } from './names-of.ts';

export interface SearchHit {
  readonly kind: 'offer' | 'model' | 'provider';
  readonly id: string;
  readonly name: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
}

interface Entry extends Omit<SearchHit, 'score'> {
  readonly key: string;
  readonly names: string;
}

const indexes = new WeakMap<Catalog, MiniSearch<Entry>>();

/** Words of ids and names: cut at everything but letters and digits, and between them. */
function tokenize(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}.]+/u)
    .flatMap((word) => [word, ...word.split('.')])
    .filter((word) => word !== '');
}

function indexOf(catalog: Catalog): MiniSearch<Entry> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['id', 'name', 'names'],
    storeFields: ['kind', 'id', 'name'],
    tokenize,
    searchOptions: {
      prefix: true,
      fuzzy: 0.25,
      combineWith: 'AND',
      boost: { name: 2 },
      boostDocument: (key: string) => (key.startsWith('offer ') ? 1 : 4),
    },
  });
  const entries: Entry[] = [
    ...[...catalog.models.values()].map(({ id, name, aliases = [], lab_name }) => ({
      kind: 'model' as const,
      id,
      name,
      names: [...aliases, lab_name].join(' '),
      key: `model ${id}`,
    })),
    ...[...catalog.providers.values()].map(({ id, name, aliases = [] }) => ({
      kind: 'provider' as const,
      id,
      name,
      names: aliases.join(' '),
      key: `provider ${id}`,
    })),
    ...[...catalog.offers.values()].map((offer) => ({
      kind: 'offer' as const,
      id: offer.id,
      name: offer.name,
      names: [offer.model_id, offer.model, ...namesOf(catalog, offer)].join(' '),
      key: `offer ${offer.id}`,
    })),
  ];
  index.addAll(entries);
  indexes.set(catalog, index);
  return index;
}

/** Finds models, providers and offers by words that need not be spelt right, the best first. */
export function search(catalog: Catalog, words: string, most = 20): SearchHit[] {
  return indexOf(catalog)
    .search(words)
    .slice(0, most)
    .map(({ kind, id, name, score }) => ({ kind, id, name, score }) as SearchHit);
}
