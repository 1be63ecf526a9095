import { currentPeriod } from '../../catalog/unit-prices.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import { usageField } from '../calculator/field-names.ts';
import { fieldsOf } from '../calculator/fields.ts';
import { formMarkup } from '../calculator/form-markup.ts';
import type { OfferCard } from '../calculator/offer-card.ts';
import { fieldProblem, priceState } from '../calculator/price-state.ts';
import { receiptHead } from '../calculator/receipt-head.ts';
import { readLink, writeLink } from '../calculator/state.ts';
import { type SiteAddresses, siteAddresses } from '../embed/addresses.ts';
import { loadCard } from '../embed/load-card.ts';
import { showReasons } from '../embed/show-reasons.ts';
import { providerIn } from '../facts/provider-in.ts';
import { sourceRefs } from '../facts/source-refs.ts';
import { markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';
import { receipt } from '../receipt/receipt.ts';
import { receiptMarkup } from '../receipt/receipt-markup.ts';
import { DAYS, WORKLOAD } from '../workload.ts';

/** The style of the element, put in when it is built. */
declare const EMBED_STYLE: string;

/** An offer as the API gives it, as far as the calculator reads it. */
interface Card extends OfferCard {
  readonly offer: OfferCard['offer'] & { readonly trust: { readonly as_of: string } };
}

/**
 * A calculator of one offer on any page: `<ratecard-calculator offer="provider/offer">`. Its `work` may state what to
 * price, as the query of a calculator link does; what stands inside it is shown where it cannot work.
 */
class RatecardEmbed extends HTMLElement {
  static readonly observedAttributes = ['offer', 'work'];
  static addresses: SiteAddresses;

  readonly #root = this.attachShadow({ mode: 'open' });
  #card: Card | null = null;
  #values: Record<string, string> = {};

  connectedCallback(): void {
    const style = new CSSStyleSheet();
    style.replaceSync(EMBED_STYLE);
    this.#root.adoptedStyleSheets = [style];
    void this.#load();
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.#root.adoptedStyleSheets.length > 0) void this.#load();
  }

  async #load(): Promise<void> {
    const id = this.getAttribute('offer') ?? '';
    this.#root.replaceChildren(document.createElement('slot'));
    try {
      const card = (await loadCard(RatecardEmbed.addresses.cards(providerIn(id)), id)) as Card;
      if ((this.getAttribute('offer') ?? '') !== id) return;
      this.#card = card;
    } catch {
      const words =
        id === '' ? 'Expected an offer, such as offer="provider/offer".' : `The rates of ${id} could not be loaded.`;
      this.#root.append(toDom(markup('p', { class: 'problem', role: 'status' }, words)));
      return;
    }
    this.#readWork();
    this.#draw();
  }

  /** Takes the numbers that `work` states; what cannot be read of it is said on the console, for who wrote it. */
  #readWork(): void {
    const { state, ignored } = readLink(this.getAttribute('work') ?? '', STANDARD_METERS);
    const wrong = Object.entries(state.values).filter(([name, value]) => fieldProblem(name, value));
    const left = [...ignored, ...wrong.map(([name, value]) => `${name}=${value}`)];
    if (left.length > 0) console.warn(`ratecard-calculator: ignored in work: ${left.join('; ')}`);
    const good = Object.entries(state.values).filter(([name, value]) => !fieldProblem(name, value));
    this.#values = { requests: WORKLOAD.requests, days: String(DAYS), ...Object.fromEntries(good) };
    if (good.some(([name]) => name.startsWith('u.'))) return;
    for (const [meter, quantity] of Object.entries(WORKLOAD.usage)) this.#values[usageField(meter)] = quantity;
  }

  #draw(): void {
    const card = this.#card;
    if (!card) return;
    const at = this.#values['at'] || card.offer.trust.as_of.slice(0, 10);
    const period = currentPeriod(card.offer, at) ?? currentPeriod(card.offer);
    const filled = Object.keys(this.#values).filter((name) => (this.#values[name] ?? '').trim() !== '');
    const fields = fieldsOf(card.offer, period, STANDARD_METERS, filled);
    const form = toDom(
      markup('form', { novalidate: '', 'aria-label': card.title }, formMarkup(fields, { ...this.#values, at })),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      this.#values[target.name] = target.value;
      this.#price(card, at);
    });
    const calculator = toDom(
      markup('div', { class: 'calculator' }, markup('div', { class: 'till', 'aria-live': 'polite' })),
    );
    calculator.prepend(form);
    this.#root.replaceChildren(calculator);
    this.#price(card, at);
  }

  #price(card: Card, at: string): void {
    const result = priceState(card.offer, this.#values, at, STANDARD_METERS);
    showReasons(this.#root, 'reasons' in result ? result.reasons : {});
    const till = this.#root.querySelector('.till');
    if (!till) return;
    const { addresses } = RatecardEmbed;
    const page = addresses.offer(card.offer.id);
    const link = addresses.calculator(writeLink({ offer: card.offer.id, values: this.#values }));
    if ('bill' in result) {
      const head = receiptHead(
        result.bill,
        result.usage,
        card.title,
        STANDARD_METERS,
        sourceRefs(card.offer.sources ?? {}, page),
      );
      till.replaceChildren(toDom(receiptMarkup(receipt(result.bill, STANDARD_METERS), head)));
    } else {
      const words = result.reasons[''] ?? 'No receipt: see the fields that are marked.';
      till.replaceChildren(toDom(markup('p', { class: 'receipt receipt-message' }, words)));
    }
    for (const figure of till.querySelectorAll<HTMLElement>('.figure')) {
      const places = Number(figure.dataset['places'] ?? '0');
      const fraction = figure.querySelector<HTMLElement>('.fraction');
      if (fraction && places > 0) fraction.style.inlineSize = `${places + 0.6}ch`;
    }
    const sources = markup('a', { href: page }, 'Rates and sources');
    const open = markup('a', { href: link }, 'open in Ratecard');
    till.append(toDom(markup('p', { class: 'from' }, sources, ' · ', open)));
    for (const anchor of till.querySelectorAll('a')) {
      anchor.target = '_blank';
      anchor.rel = 'noopener';
    }
  }
}

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement) || script.src === '') {
  throw new Error('ratecard: expected to be loaded by a plain <script src="…/embed/ratecard.js"> tag, not as a module');
}
RatecardEmbed.addresses = siteAddresses(script.src);
if (!customElements.get('ratecard-calculator')) customElements.define('ratecard-calculator', RatecardEmbed);
