import { trustCard } from '../../engine/card-mark.ts';
import type { Offer } from '../../engine/index.ts';
import { carryToOffers } from '../board/carried-work.ts';
import { priceComplex } from '../board/price-complex.ts';
import { readWork, type WorkTexts } from '../board/work-fields.ts';
import { workForm } from '../board/work-form.ts';
import { readWorkLink, writeWorkLink } from '../board/work-link.ts';
import { type Part, partsOf } from '../markup/parts-of.ts';
import { toDom } from '../markup/to-dom.ts';
import { loadOfferList } from '../ranking/load-offer-list.ts';
import type { OfferList } from '../ranking/offer-list.ts';
import { abilitiesOfModel } from './abilities.ts';
import type { Candidates } from './candidates.ts';
import type { Engine } from './crossings.ts';
import { livePair } from './live-pair.ts';
import { MODEL_PARTS, type ModelPart, modelParts } from './model-parts.ts';
import { pricedModel, pricedWork, rowsByModel } from './priced-model.ts';
import { rowOffer } from './row-offer.ts';

/** How long after the last letter the parts that take longest follow, in milliseconds. */
const LATER = 250;
const SLOW: ReadonlySet<ModelPart> = new Set(['messages', 'crossings']);

/** Draws the parts of a model's page again as its reader changes the work. Throws where the index cannot be had. */
export async function liveModel(root: HTMLElement): Promise<void> {
  const part = partsOf(root);
  const list = await loadOfferList(root.dataset['index'] ?? '');
  if (!list) throw new Error('the index of offers could not be loaded');
  const cards = list.index.complex.length > 0 ? await load<readonly Offer[]>(root.dataset['cards'] ?? '') : [];
  const engine = engineOf(list, new Map(cards.map((card) => [card.id, trustCard(card)])));
  const rows = rowsByModel(list);
  const model = list.models.ids.indexOf(root.dataset['model'] ?? '');
  const own = rows[model] ?? [];
  const ids = (root.dataset['candidates'] ?? '').split(',');
  const candidates: Candidates = {
    needed: abilitiesOfModel(list, own),
    models: ids.map((id) => list.models.ids.indexOf(id)).filter((one) => one >= 0),
  };
  const pair = livePair(part('pair'));
  let later = 0;

  const draw = (): void => {
    const texts = form.texts();
    const read = readWork(texts);
    form.reasons('reasons' in read ? read.reasons : {});
    if ('reasons' in read) return;
    const priced = pricedWork(list, read.work, engine.price);
    if (!priced) return;
    const shown = pricedModel(priced, model, own);
    const parts = modelParts(shown, candidates, rows, engine);
    const show = (name: ModelPart): void => put(part, name, parts[name]());
    for (const name of MODEL_PARTS) if (!SLOW.has(name)) show(name);
    const query = writeWorkLink(texts);
    carry(part('alternatives'), query);
    clearTimeout(later);
    later = window.setTimeout(() => {
      for (const name of SLOW) show(name);
      pair(shown, engine);
      carryToOffers(root, query);
      history.replaceState(null, '', query === '' ? location.pathname : `${location.pathname}?${query}`);
    }, LATER);
  };
  const form = workForm(root, draw);
  if (location.search.length > 1) {
    const { work, ignored } = readWorkLink(location.search);
    if (ignored.length > 0) say(part('notice'), `Ignored in the link: ${ignored.join('; ')}.`);
    form.set(work satisfies WorkTexts);
  }
  draw();
}

function engineOf(list: OfferList, cards: ReadonlyMap<string, Offer>): Engine {
  const cardAt = (row: number): Offer | undefined => cards.get(list.ids[row] ?? '');
  return {
    price: (row, work) => {
      const card = cardAt(row);
      return card ? priceComplex(card, work, list.index.at) : { reason: 'its rate card could not be loaded' };
    },
    offerAt: (row) => cardAt(row) ?? rowOffer(list, row),
  };
}

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

/** Puts a part in its place; a place without a part is hidden with its heading. */
function put(part: Part, name: ModelPart, drawn: ReturnType<ReturnType<typeof modelParts>[ModelPart]>): void {
  const place = part(name);
  place.replaceChildren(...(drawn ? [toDom(drawn)] : []));
  const whole = place.closest<HTMLElement>(`[data-section="${name}"]`);
  if (whole) whole.hidden = drawn === null;
}

/** Lets links to models carry the work. */
function carry(place: HTMLElement, query: string): void {
  for (const link of place.querySelectorAll<HTMLAnchorElement>('th > a')) link.search = query;
}

function say(line: HTMLElement, text: string): void {
  line.textContent = text;
  line.hidden = false;
}
