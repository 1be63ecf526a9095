import { findIndex } from '../../catalog/find-index.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { type ComparedOffer, MOST_OFFERS } from '../../record-pricing/compare-offers.ts';
import { cardFiles } from '../calculator/card-files.ts';
import type { Ask, Comparable } from './messages.ts';
import type { RemoteNames } from './remote-names.ts';

/** The offers that are to be compared, fetched, in the order of their ids. */
export async function comparedOffers(
  names: RemoteNames,
  folder: string,
  compare: NonNullable<Ask['compare']>,
): Promise<ComparedOffer[]> {
  const all = [...names.offers.values()];
  const wanted = compare === 'all' ? all : all.filter(({ model }) => model === compare.model);
  if (wanted.length > MOST_OFFERS) throw new Error(`${wanted.length} offers are too many to price at once`);
  const models = [...new Set(wanted.map(({ model }) => model))];
  const found = await Promise.all(models.map(cardFiles(folder)));
  const cards = new Map(found.flat().map(({ offer }) => [offer.id, offer]));
  return wanted.map(({ id }) => {
    const card = cards.get(id);
    if (!card) throw new Error(`the rates of ${id} could not be loaded`);
    return card;
  });
}

/** What the records of an answer can be compared on: the sellers of each model in them, and all offers if they are few. */
export function comparable(names: RemoteNames, { work }: PriceAnswer): Comparable[] {
  const models = new Set(work.flatMap(({ offer }) => names.offers.get(offer)?.model ?? []));
  const own = [...models].map((model) => {
    const sellers = findIndex(names).byModel.get(model)?.length ?? 0;
    const label = `${names.models.get(model) ?? model}: ${sellers} ${sellers === 1 ? 'offer' : 'offers'}`;
    return { value: model, label, sellers };
  });
  const fitting = own.filter(({ sellers }) => sellers <= MOST_OFFERS).map(({ value, label }) => ({ value, label }));
  const count = names.offers.size;
  return count <= MOST_OFFERS ? [...fitting, { value: 'all', label: `Every model: ${count} offers` }] : fitting;
}
