import type { Catalog } from '../../catalog/catalog.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import { priceComplex } from '../board/price-complex.ts';
import { readWork, USUAL_WORK } from '../board/work-fields.ts';
import type { Markup } from '../markup/markup.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import { offerList } from '../ranking/offer-list.ts';
import { candidateFinder } from './candidates.ts';
import type { Engine } from './crossings.ts';
import { MODEL_PARTS, type ModelPart, modelParts } from './model-parts.ts';
import { pricedModel, pricedWork, rowsByModel } from './priced-model.ts';
import { rowOffer } from './row-offer.ts';

/** What a model's page holds when it is built: every part at the usual work, and the models that may stand in for it. */
export interface BuiltModel {
  readonly parts: Readonly<Record<ModelPart, Markup | null>>;
  readonly candidates: readonly string[];
  readonly ranked: number;
  readonly unpriced: number;
}

/** Builds the pages of models; what all of them share is made once. */
export function modelBuilder(catalog: Catalog, index: OfferIndex): (id: string) => BuiltModel {
  const list = offerList(index);
  const read = readWork(USUAL_WORK);
  if (!('work' in read)) throw new Error('the usual workload cannot be read');
  const offerAt = (row: number) => catalog.offers.get(list.ids[row] ?? '') ?? rowOffer(list, row);
  const engine: Engine = { price: (row, work) => priceComplex(offerAt(row), work, index.at), offerAt };
  const priced = pricedWork(list, read.work, engine.price);
  if (!priced) throw new Error('the usual workload cannot be priced');
  const rows = rowsByModel(list);
  const positions = new Map(list.models.ids.map((id, position) => [id, position]));
  const find = candidateFinder(
    priced.board,
    rows,
    list.models.ids.map((id) => releasedIn(catalog, id)),
  );
  return (id) => {
    const position = positions.get(id) ?? -1;
    const model = pricedModel(priced, position, rows[position] ?? []);
    const candidates = find(position);
    const drawn = modelParts(model, candidates, rows, engine);
    const parts = Object.fromEntries(MODEL_PARTS.map((part) => [part, drawn[part]()])) as BuiltModel['parts'];
    return {
      parts,
      candidates: candidates.models.flatMap((one) => list.models.ids[one] ?? []),
      ranked: model.ranked.length,
      unpriced: model.unpriced.length,
    };
  };
}

/** The month in which a model came out, by its maker or the first of its sellers that says; NaN where nobody does. */
function releasedIn(catalog: Catalog, id: string): number {
  const dates = [catalog.models.get(id)?.released, ...offersOf(catalog, id).map(({ released }) => released)];
  const [year, month] = (dates.find((one) => one !== undefined)?.date ?? '').split('-');
  return month === undefined ? Number.NaN : Number(year) * 12 + Number(month);
}
