import { dateWords } from '../../catalog/words/date.ts';
import type { Markup } from '../markup/markup.ts';
import { alternatives } from './alternatives.ts';
import { alternativesMarkup } from './alternatives-markup.ts';
import { messageMarkup, overtakingMarkup } from './break-even-markup.ts';
import type { Candidates } from './candidates.ts';
import { type Engine, overtakings } from './crossings.ts';
import { messageBreakEvens } from './message-break-even.ts';
import type { PricedModel } from './priced-model.ts';
import { modelScale, rangePicture } from './range-picture.ts';
import { sellerTable, unpricedSellers } from './seller-table.ts';
import { summaryMarkup } from './summary.ts';

/** The parts of a model's page that follow the work, by name; drawn alike when the site is built and in the browser. */
export const MODEL_PARTS = [
  'summary',
  'picture',
  'sellers',
  'unpriced',
  'alternatives',
  'messages',
  'crossings',
] as const;
export type ModelPart = (typeof MODEL_PARTS)[number];

/** Null where there is nothing to show. */
export type Draw = () => Markup | null;

/** Each part as what draws it, those that take longest last. */
export function modelParts(
  model: PricedModel,
  candidates: Candidates,
  rows: readonly (readonly number[])[],
  engine: Engine,
): Record<ModelPart, Draw> {
  const { ranked, paying, unpriced, board } = model;
  const scale = modelScale(model);
  const caption = `Offers of ${model.name} ranked by the cost of the work, at the rates of ${dateWords(board.list.index.at)}`;
  return {
    summary: () => summaryMarkup(model),
    picture: () => scale && rangePicture(model, scale),
    sellers: () => (ranked.length > 0 ? sellerTable(model, scale, caption) : null),
    unpriced: () => (unpriced.length > 0 ? unpricedSellers(model) : null),
    alternatives: () =>
      paying.length > 0 ? alternativesMarkup(model, alternatives(model, candidates, rows), candidates) : null,
    messages: () => {
      const found = messageBreakEvens(model, engine);
      return found.length > 0 ? messageMarkup(model, found) : null;
    },
    crossings: () => (paying.length > 1 ? overtakingMarkup(model, overtakings(model, engine)) : null),
  };
}
