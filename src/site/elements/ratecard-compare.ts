import type { Offer } from '../../engine/index.ts';
import { carriedWork, carryToOffers } from '../board/carried-work.ts';
import { priceComplex } from '../board/price-complex.ts';
import { describedReader, type ReadDescribed } from '../board/read-described.ts';
import { showDescribed } from '../board/show-described.ts';
import { readWork } from '../board/work-fields.ts';
import { showPreset, type WorkForm, workForm } from '../board/work-form.ts';
import { cardFiles } from '../calculator/card-files.ts';
import { compareMarkup } from '../compare/compare-markup.ts';
import { compareGroups } from '../compare/compare-rows.ts';
import { comparedOffer, type PriceOffer } from '../compare/compared-offer.ts';
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
  #state: CompareState = { offers: [], work: {}, described: null };
  #read: ReadDescribed | null = null;
  /** How described work is priced, once it has been read. */
  #described: { readonly link: string; readonly price: PriceOffer } | null = null;
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
    this.#read = describedReader(this.dataset['presets'] ?? '', list.index);
    this.#form = workForm(this, (texts) => this.#work(texts));
    this.#form.set(this.#state.work);
    showDescribed(this, this.#state.described);
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset['part'] === 'only') this.#only(target.checked);
      const link = target instanceof HTMLSelectElement ? target.selectedOptions[0]?.dataset['work'] : undefined;
      if (link !== undefined) this.#describe(link);
    });
    this.#part('plain').addEventListener('click', () => {
      this.#describe(null);
      showPreset(this, this.#state.work);
      this.querySelector<HTMLInputElement>('input[name="requests"]')?.focus();
    });
    this.addEventListener('click', ({ target }) => {
      const id = target instanceof HTMLElement ? target.dataset['remove'] : undefined;
      if (id === undefined) return;
      this.#state = { ...this.#state, offers: this.#state.offers.filter((one) => one !== id) };
      void this.#draw();
      this.#part('sheet').focus();
    });
    await this.#draw();
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
    this.#state = { ...this.#state, work: { ...this.#state.work, ...texts }, described: null };
    showDescribed(this, null);
    void this.#draw();
  }

  #describe(described: string | null): void {
    this.#state = { ...this.#state, described };
    showDescribed(this, described);
    void this.#draw();
  }

  /** How the work is priced; null where what stands in the fields cannot be read, which they then say. */
  async #pricing(list: OfferList): Promise<PriceOffer | null> {
    const { described } = this.#state;
    if (described !== null) {
      const price = await this.#pricingOf(described);
      if (price || this.#state.described !== null) return price;
    }
    const read = readWork(this.#state.work);
    this.#form?.reasons('reasons' in read ? read.reasons : {});
    return 'reasons' in read ? null : (offer) => priceComplex(offer, read.work, list.index.at);
  }

  /** How work described at length is priced; where it cannot be, says why and goes back to equal requests. */
  async #pricingOf(link: string): Promise<PriceOffer | null> {
    if (this.#described?.link === link) return this.#described.price;
    this.#part('described-words').textContent = 'The work is being read.';
    const work = await this.#read?.(link);
    if (!work || this.#state.described !== link) return null;
    if ('reason' in work) {
      this.#state = { ...this.#state, described: null };
      showDescribed(this, null);
      this.#say(`The described work is left, and equal requests are priced: ${work.reason}.`);
      return null;
    }
    if (work.ignored.length > 0) this.#say(`Ignored in the link of the work: ${work.ignored.join('; ')}.`);
    this.#part('described-words').textContent = `${work.words}.`;
    this.#part<HTMLAnchorElement>('described-change').href = `${pageHref('/calculator/')}?${link}`;
    this.#described = { link, price: work.price };
    return work.price;
  }

  #only(on: boolean): void {
    this.#part('sheet').classList.toggle('only-differing', on);
  }

  async #draw(): Promise<void> {
    const list = this.#list;
    const price = list && (await this.#pricing(list));
    if (!list || !price) return;
    const compared = this.#state.offers.flatMap((id) => {
      const offer = this.#cards.get(id);
      return offer ? [comparedOffer(list, list.ids.indexOf(id), offer, price)] : [];
    });
    const groups = compareGroups(compared, list.index.at, list.index.currency);
    const nothing = document.createElement('p');
    nothing.textContent = 'No offers are left. Tick some in the table of all offers.';
    this.#part('sheet').replaceChildren(compared.length > 0 ? toDom(compareMarkup(compared, groups, true)) : nothing);
    carryToOffers(this.#part('sheet'), carriedWork(this.#state));
    const query = writeCompareLink(this.#state);
    (this.#part('more') as HTMLAnchorElement).href = `${pageHref('/')}?${query}`;
    history.replaceState(null, '', `${location.pathname}?${query}`);
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineCompare(): void {
  customElements.define('ratecard-compare', RatecardCompare);
}
