import type { Catalog, CatalogOffer } from '../catalog.ts';

const marks = new WeakMap<Catalog, ReadonlyMap<string, string>>();

/**
 * What tells an offer from the others that its seller has under the same name of a model, by offer id: the words of its
 * API id that neither that name nor all of those others have, else the whole API id. Of `gpt-5.6-sol` and
 * `gpt-5.6-sol-pro` the second is marked `pro`. Without others, the words in brackets of its own name that the model's
 * lacks: `batch`.
 */
export function offerMarks(catalog: Catalog): ReadonlyMap<string, string> {
  const known = marks.get(catalog);
  if (known) return known;
  const groups = new Map<string, CatalogOffer[]>();
  for (const offer of catalog.offers.values()) {
    const key = `${offer.provider} ${modelName(offer, catalog)}`;
    const group = groups.get(key);
    if (group) group.push(offer);
    else groups.set(key, [offer]);
  }
  const made = new Map(
    [...groups.values()].flatMap((group) => marksOf(group, catalog)).filter(([, mark]) => mark !== ''),
  );
  marks.set(catalog, made);
  return made;
}

function modelName({ model, name }: CatalogOffer, catalog: Catalog): string {
  return catalog.models.get(model)?.name ?? name;
}

function marksOf(group: readonly CatalogOffer[], catalog: Catalog): (readonly [id: string, mark: string])[] {
  const [first, second] = group;
  if (!first) return [];
  const name = modelName(first, catalog);
  if (!second) return [[first.id, bracketed(first.name, name)]];
  const own = new Set(wordsOf(name).flatMap((word) => [word, ...word.split('.')]));
  const words = group.map(({ model_id }) => [...new Set(wordsOf(model_id))].filter((word) => !own.has(word)));
  const short = words.map((some) => some.filter((word) => !words.every((one) => one.includes(word))).join(' '));
  const tells = new Set(short).size === group.length && !short.some((mark) => /^[\d ]{1,3}$/.test(mark));
  return group.map(({ id, model_id }, at) => [id, tells ? (short[at] ?? '') : model_id] as const);
}

/** The words of an id; `v0.2` is one. */
function wordsOf(id: string): string[] {
  return id.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? [];
}

/** What a name has in brackets at its end and another has not: `batch` of `Anthropic: Claude Opus 4.6 (batch)`. */
function bracketed(name: string, other: string): string {
  const [, inner = ''] = /\(([^()]+)\)\s*$/.exec(name) ?? [];
  return other.toLowerCase().includes(inner.toLowerCase()) ? '' : inner;
}

/** The name of an offer's model with what tells it from others of its seller: `GPT-5.6 Sol (pro)`. */
export function markedName(offer: CatalogOffer, catalog: Catalog): string {
  const mark = offerMarks(catalog).get(offer.id);
  const name = modelName(offer, catalog);
  return mark === undefined ? name : `${name} (${mark})`;
}
