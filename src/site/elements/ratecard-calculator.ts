import { currentPeriod } from '../../catalog/unit-prices.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import { type Field, fieldsOf } from '../calculator/fields.ts';
import { formMarkup, problemId } from '../calculator/form-markup.ts';
import { loadCard, providerIn } from '../calculator/load-card.ts';
import type { OfferCard } from '../calculator/offer-card.ts';
import { fieldProblem, priceState } from '../calculator/price-state.ts';
import { receiptHead } from '../calculator/receipt-head.ts';
import { readLink, usageField, writeLink } from '../calculator/state.ts';
import { sourceRefs } from '../facts/source-refs.ts';
import { offerCardsHref, offerHref } from '../links.ts';
import { toDom } from '../markup/to-dom.ts';
import { receipt } from '../receipt/receipt.ts';
import { receiptMarkup } from '../receipt/receipt-markup.ts';
import { DAYS, WORKLOAD } from '../workload.ts';

const LINK_DELAY = 250;

/** Prices what is typed on the chosen offer, with every letter; its state is the page's address. */
class RatecardCalculator extends HTMLElement {
  #card: OfferCard | null = null;
  #values: Record<string, string> = {};
  #ignored: string[] = [];
  #linkTimer = 0;

  connectedCallback(): void {
    const { state, ignored } = readLink(location.search, STANDARD_METERS);
    this.#ignored = [...ignored];
    for (const [name, value] of Object.entries(state.values)) {
      const problem = fieldProblem(name, value);
      if (problem) this.#ignored.push(`${name}=${value}: ${problem.toLowerCase().replace(/\.$/, '')}`);
      else this.#values[name] = value;
    }
    this.#values['requests'] ??= WORKLOAD.requests;
    this.#values['days'] ??= String(DAYS);
    if (!Object.keys(this.#values).some((name) => name.startsWith('u.'))) {
      for (const [meter, quantity] of Object.entries(WORKLOAD.usage)) this.#values[usageField(meter)] = quantity;
    }
    const select = this.#part('offer') as HTMLSelectElement;
    const known = [...select.options].some(({ value }) => value === state.offer);
    if (state.offer !== null && !known) this.#ignored.push(`offer=${state.offer}, which the catalog does not hold`);
    if (state.offer !== null && known) select.value = state.offer;
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-scripted]')) hidden.hidden = false;
    for (const shown of this.querySelectorAll<HTMLElement>('[data-unscripted]')) shown.hidden = true;
    select.addEventListener('change', () => this.#load(select.value));
    this.#part('form').addEventListener('input', (event) => this.#typed(event.target));
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    this.#part('copy').addEventListener('click', () => this.#copy());
    this.#showIgnored();
    this.#load(select.value);
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the calculator has no part ${name}`);
    return part;
  }

  async #load(id: string): Promise<void> {
    try {
      const card = await loadCard(offerCardsHref(providerIn(id)), id);
      if ((this.#part('offer') as HTMLSelectElement).value !== id) return;
      this.#card = card;
    } catch {
      this.#say(`The rates of ${id} could not be loaded. Try again, or look at its page.`);
      return;
    }
    this.#drawForm();
    this.#price();
  }

  #fields(card: OfferCard): Field[] {
    const period = currentPeriod(card.offer, this.#at()) ?? currentPeriod(card.offer);
    const filled = Object.keys(this.#values).filter((name) => (this.#values[name] ?? '').trim() !== '');
    return fieldsOf(card.offer, period, STANDARD_METERS, filled);
  }

  #at(): string {
    return this.#values['at'] || (this.dataset['at'] ?? '');
  }

  #drawForm(): void {
    if (!this.#card) return;
    const values = { ...this.#values, at: this.#at().slice(0, 10) };
    this.#part('fields').replaceChildren(toDom(formMarkup(this.#fields(this.#card), values)));
  }

  #typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (!target.name || target === this.#part('offer')) return;
    this.#values[target.name] = target.value;
    this.#price();
  }

  #price(): void {
    const card = this.#card;
    if (!card) return;
    const result = priceState(card.offer, this.#values, this.dataset['at'] ?? '', STANDARD_METERS);
    this.#showReasons('reasons' in result ? result.reasons : {});
    if ('bill' in result) {
      const source = sourceRefs(card.offer.sources ?? {}, offerHref(card.offer.id));
      const head = receiptHead(result.bill, result.usage, card.title, STANDARD_METERS, source);
      this.#part('receipt').replaceChildren(toDom(receiptMarkup(receipt(result.bill, STANDARD_METERS), head)));
    } else this.#say('No receipt: see the fields that are marked.');
    this.#writeLink();
  }

  #say(text: string): void {
    const line = document.createElement('p');
    line.className = 'receipt receipt-message';
    line.textContent = text;
    this.#part('receipt').replaceChildren(line);
  }

  #showReasons(reasons: Readonly<Record<string, string>>): void {
    for (const control of this.#part('fields').querySelectorAll<HTMLInputElement>('[name]')) {
      const reason = reasons[control.name];
      const line = document.getElementById(problemId(control.name));
      if (reason === undefined) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
      if (line) {
        line.textContent = reason ?? '';
        line.hidden = reason === undefined;
      }
    }
    const general = this.#part('problem');
    general.textContent = reasons[''] ?? '';
    general.hidden = reasons[''] === undefined;
  }

  #showIgnored(): void {
    const line = this.#part('ignored');
    line.hidden = this.#ignored.length === 0;
    line.textContent = `Ignored in the link: ${this.#ignored.join('; ')}.`;
  }

  #writeLink(): void {
    const query = writeLink({ offer: this.#card?.offer.id ?? null, values: this.#values });
    const link = `${location.origin}${location.pathname}?${query}`;
    (this.#part('link') as HTMLInputElement).value = link;
    clearTimeout(this.#linkTimer);
    this.#linkTimer = window.setTimeout(() => history.replaceState(null, '', link), LINK_DELAY);
  }

  async #copy(): Promise<void> {
    const link = this.#part('link') as HTMLInputElement;
    link.select();
    const copied = await navigator.clipboard?.writeText(link.value).then(
      () => true,
      () => false,
    );
    this.#part('copy').textContent = copied ? 'Copied' : 'Press Ctrl+C to copy';
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineCalculator(): void {
  customElements.define('ratecard-calculator', RatecardCalculator);
}
