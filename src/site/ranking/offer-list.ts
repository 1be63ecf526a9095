import type { OfferIndex } from '../offer-index/offer-index.ts';
import { TRUST } from '../offer-index/trust.ts';
import { type PreparedIndex, prepareIndex } from './prepared-index.ts';
import { type ModelNames, modelNames, rowIds } from './rows.ts';

/** All offers of the index, ready to be ranked, searched, filtered and named. */
export interface OfferList {
  readonly index: OfferIndex;
  readonly prepared: PreparedIndex;
  readonly ids: readonly string[];
  readonly models: ModelNames;
  /** What tells a row from others of its seller and model. */
  readonly marks: ReadonlyMap<number, string>;
}

export function offerList(index: OfferIndex): OfferList {
  return {
    index,
    prepared: prepareIndex(index),
    ids: rowIds(index),
    models: modelNames(index),
    marks: new Map(index.marks),
  };
}

export function modelId({ models, index }: OfferList, row: number): string {
  return models.ids[index.offers.model[row] ?? -1] ?? '';
}

export function modelName({ models, index }: OfferList, row: number): string {
  return models.names[index.offers.model[row] ?? -1] ?? '';
}

/** The name of a row's model, with what tells it from others of its seller. */
export function rowName(list: OfferList, row: number): string {
  const model = modelName(list, row);
  const mark = list.marks.get(row);
  return mark === undefined ? model : `${model} (${mark})`;
}

export function sellerName({ prepared, index }: OfferList, row: number): string {
  return index.providers[prepared.provider[row] ?? -1]?.name ?? '';
}

/** What a reader can choose offers by. */
export const FACETS = ['provider', 'lab', 'can', 'input', 'output', 'weights', 'kind', 'trust'] as const;
export type FacetId = (typeof FACETS)[number];

/** The values of a facet: how each is written in a link, and what it is called. */
export interface FacetValue {
  readonly value: string;
  readonly name: string;
}

const WEIGHTS: readonly FacetValue[] = [
  { value: 'open', name: 'open' },
  { value: 'closed', name: 'closed' },
];

export function facetValues({ index }: OfferList, facet: FacetId): readonly FacetValue[] {
  const plain = (values: readonly string[]): FacetValue[] =>
    values.map((value) => ({ value, name: value.replaceAll('_', ' ') }));
  switch (facet) {
    case 'provider':
      return index.providers.map(({ id, name }) => ({ value: id, name }));
    case 'lab':
      return index.labs.map(([value, name]) => ({ value, name }));
    case 'can':
      return plain(index.capabilities);
    case 'input':
    case 'output':
      return plain(index.modalities);
    case 'weights':
      return WEIGHTS;
    case 'kind':
      return plain([...new Set(index.providers.map(({ kind }) => kind))].sort());
    case 'trust':
      return plain(TRUST);
  }
}

/** The positions of a row's values among those of a facet. */
export function facetOf({ index, prepared, models }: OfferList, facet: FacetId, kinds: readonly FacetValue[]) {
  const { facts, weights, trust, model } = index.offers;
  const one = (position: number): readonly number[] => (position < 0 ? [] : [position]);
  const own = (row: number, part: 0 | 1 | 2): readonly number[] => index.facts[facts[row] ?? -1]?.[part] ?? [];
  const READ: Record<FacetId, (row: number) => readonly number[]> = {
    provider: (row) => one(prepared.provider[row] ?? -1),
    lab: (row) => one(models.lab[model[row] ?? -1] ?? -1),
    can: (row) => own(row, 0),
    input: (row) => own(row, 1),
    output: (row) => own(row, 2),
    weights: (row) => one((weights[row] ?? 0) - 1),
    kind: (row) => one(kinds.findIndex(({ value }) => value === index.providers[prepared.provider[row] ?? -1]?.kind)),
    trust: (row) => one(trust[row] ?? -1),
  };
  return READ[facet];
}
