import type { Offer } from '../../engine/index.ts';
import { readWork } from '../board/work-fields.ts';
import { type WorkForm, workForm } from '../board/work-form.ts';
import { cardFiles } from '../calculator/card-files.ts';
import { compareMarkup } from '../compare/compare-markup.ts';
import { compareGroups } from '../compare/compare-rows.ts';
import { comparedOffer } from '../compare/compared-offer.ts';
import { type CompareState, readCompareLink, writeCompareLink } from '../compare/state.ts';
import { pageHref } from '../links.ts';
import { partsOf } from '../markup/parts-of.ts';
import { toDom } from '../markup/to-dom.ts';
import { loadOfferList } from '../ranking/load-offer-list.ts';
import { modelId, type OfferList } from '../ranking/offer-list.ts';

/** Holds the offers of the page's address side by side, at the workload that the reader types. */
class RatecardCompare extends HTMLElement {
  #list: OfferList | null = null;
  #cards = new Map<string, Offer>();
  #state: CompareState = { offers: [], work: {} };
  #form: WorkForm | null = null;
  readonly #part = partsOf(this);

  connectedCallback(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const list = await loadOfferList(this.dataset['index'] ?? '');
    if (!list) {
      this.#say(
        'The index of offers could not be loaded, so that the page stays as it is. Load it again to try once more.',
      );
      return;
    }
    this.#list = list;
    const known = new Set(list.ids);
    const { state, ignored } = readCompareLink(location.search, (id) => known.has(id));
    const usual = (this.dataset['offers'] ?? '').split(',');
    this.#state = state.offers.length > 0 ? state : { ...state, offers: usual };
    const missing = await this.#loadCards(list);
    const said = [...ignored, ...missing.map((id) => `${id}, whose rates could not be loaded`)];
    if (said.length > 0) this.#say(`Left out: ${said.join('; ')}.`);
    this.#form = workForm(this, (texts) => this.#work(texts));
    this.#form.set(this.#state.work);
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['part'] === 'only') this.#only(target.checked);
    });
    this.addEventListener('click', ({ target }) => {
      const id = target instanceof HTMLElement ? target.dataset['remove'] : undefined;
      if (id === undefined) return;
      this.#state = { ...this.#state, offers: this.#state.offers.filter((one) => one !== id) };
      this.#draw();
      this.#part('sheet').focus();
    });
    this.#draw();
    this.setAttribute('data-ready', '');
  }

  #say(text: string): void {
    const line = this.#part('notice');
    line.textContent = text;
    line.hidden = false;
  }

  /** Loads the rate cards of the offers; those that cannot be had are left out and come back. */
  async #loadCards(list: OfferList): Promise<string[]> {
    const sellers = cardFiles(this.dataset['cards'] ?? '');
    const missing: string[] = [];
    await Promise.all(
      this.#state.offers.map(async (id) => {
        const cards = await sellers(modelId(list, list.ids.indexOf(id))).catch(() => []);
        const card = cards.find(({ offer }) => offer.id === id);
        if (card) this.#cards.set(id, card.offer);
        else missing.push(id);
      }),
    );
    return missing;
  }

  #work(texts: Readonly<Record<string, string>>): void {
    this.#state = { ...this.#state, work: { ...this.#state.work, ...texts } };
    this.#draw();
  }

  #only(on: boolean): void {
    this.#part('sheet').classList.toggle('only-differing', on);
  }

  #draw(): void {
    const list = this.#list;
    if (!list) return;
    const read = readWork(this.#state.work);
    this.#form?.reasons('reasons' in read ? read.reasons : {});
    if ('reasons' in read) return;
    const compared = this.#state.offers.flatMap((id) => {
      const offer = this.#cards.get(id);
      return offer ? [comparedOffer(list, list.ids.indexOf(id), offer, read.work)] : [];
    });
    const groups = compareGroups(compared, list.index.at, list.index.currency);
    const nothing = document.createElement('p');
    nothing.textContent = 'No offers are left. Tick some in the table of all offers.';
    this.#part('sheet').replaceChildren(compared.length > 0 ? toDom(compareMarkup(compared, groups, true)) : nothing);
    const query = writeCompareLink(this.#state);
    (this.#part('more') as HTMLAnchorElement).href = `${pageHref('/')}?${query}`;
    history.replaceState(null, '', `${location.pathname}?${query}`);
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineCompare(): void {
  customElements.define('ratecard-compare', RatecardCompare);
}
