import type { OfferIndex } from '../offer-index/offer-index.ts';

/** The id and the name of each model, and the position of its lab. */
export interface ModelNames {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lab: Int32Array;
}

/** The models of an index with their whole ids. */
export function modelNames({ labs, models }: OfferIndex): ModelNames {
  const lab = new Int32Array(models.length);
  let from = 0;
  for (const [position, [, , own]] of labs.entries()) {
    lab.fill(position, from, from + own);
    from += own;
  }
  const last = models.map((model) => (typeof model === 'string' ? model : model[0]));
  return {
    ids: last.map((name, position) => `${labs[lab[position] ?? 0]?.[0]}/${name}`),
    names: models.map((model) => (typeof model === 'string' ? model : model[1])),
    lab,
  };
}

/** The id of each row's offer. */
export function rowIds(index: OfferIndex): string[] {
  const { offers, providers, models } = index;
  let provider = 0;
  let left = providers[0]?.offers ?? 0;
  return offers.model.map((model, row) => {
    while (left === 0) left = providers[++provider]?.offers ?? 1;
    left -= 1;
    const own = models[model];
    const slug = offers.slug[row] || (typeof own === 'string' ? own : own?.[0]);
    return `${providers[provider]?.id}/${slug}`;
  });
}
