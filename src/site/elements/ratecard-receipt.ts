import { STANDARD_METERS } from '../../engine/index.ts';
import { readWork, WORK_FIELDS, type WorkTexts } from '../board/work-fields.ts';
import { readWorkLink } from '../board/work-link.ts';
import { cardFiles } from '../calculator/card-files.ts';
import { priceState } from '../calculator/price-state.ts';
import { receiptHead } from '../calculator/receipt-head.ts';
import { usualCounts } from '../calculator/usual-counts.ts';
import type { WorkCard } from '../calculator/work-card.ts';
import { sourceRefs } from '../facts/source-refs.ts';
import { calculatorHref, workCalculatorHref } from '../links.ts';
import { partsOf } from '../markup/parts-of.ts';
import { toDom } from '../markup/to-dom.ts';
import { receipt } from '../receipt/receipt.ts';
import { receiptMarkup } from '../receipt/receipt-markup.ts';

/** The receipt of an offer's page, for the work of the page's address; without any it stays as it was sent. */
class RatecardReceipt extends HTMLElement {
  readonly #part = partsOf(this);

  connectedCallback(): void {
    void this.#follow();
  }

  async #follow(): Promise<void> {
    let described: string | null = null;
    const { work, ignored } = readWorkLink(location.search, (name, value) => {
      if (name !== 'work') return null;
      described = value;
      return [];
    });
    if (ignored.length > 0) this.#say(`Ignored in the link: ${ignored.join('; ')}.`);
    if (described === null) await this.#price(work);
    else {
      this.#part<HTMLAnchorElement>('own').href = workCalculatorHref(described, this.#offer);
      this.#say(
        'This receipt is for equal requests. “Your own numbers” leads to what the work that you described costs.',
      );
    }
    this.setAttribute('data-ready', '');
  }

  get #offer(): string {
    return this.dataset['offer'] ?? '';
  }

  #say(text: string): void {
    const line = this.#part('said');
    line.textContent = [line.textContent, text].filter(Boolean).join(' ');
    line.hidden = false;
  }

  async #price(work: WorkTexts): Promise<void> {
    const read = readWork(work);
    const at = this.dataset['at'] ?? '';
    const typed = WORK_FIELDS.flatMap(({ name }): [string, string][] => {
      const text = work[name]?.trim() || '0';
      return text === '0' && name !== 'requests' ? [] : [[name, text]];
    });
    const values = { ...Object.fromEntries(typed), days: usualCounts()['days'] ?? '' };
    if ('reasons' in read) {
      this.#say(
        `The work of the link cannot be priced, so that this receipt is for the usual work: ${firstOf(read.reasons)}`,
      );
      return;
    }
    this.#part<HTMLAnchorElement>('own').href = calculatorHref(this.#offer, {
      ...values,
      ...(this.hasAttribute('data-past') ? { at } : {}),
    });
    const card = await this.#card();
    if (!card) {
      this.#say(
        'The rates could not be loaded, so that this receipt is for the usual work. Load the page again to try once more.',
      );
      return;
    }
    const priced = priceState(card.offer, values, at, STANDARD_METERS);
    if ('reasons' in priced) {
      this.#say(
        `The work of the link cannot be priced here, so that this receipt is for the usual work: ${firstOf(priced.reasons)}`,
      );
      return;
    }
    const head = receiptHead(
      priced.bill,
      priced.usage,
      card.title,
      STANDARD_METERS,
      sourceRefs(card.offer.sources ?? {}),
    );
    this.#part('receipt').replaceChildren(toDom(receiptMarkup(receipt(priced.bill, STANDARD_METERS), head)));
  }

  async #card(): Promise<WorkCard | undefined> {
    const cards = await cardFiles(this.dataset['cards'] ?? '')(this.dataset['model'] ?? '').catch(() => []);
    return cards.find(({ offer }) => offer.id === this.#offer);
  }
}

function firstOf(reasons: Readonly<Record<string, string>>): string {
  return Object.values(reasons)[0] ?? '';
}

/** Puts the element to work; called by the page that holds it. */
export function defineReceipt(): void {
  customElements.define('ratecard-receipt', RatecardReceipt);
}
