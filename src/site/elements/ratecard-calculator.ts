import { currentPeriod } from '../../catalog/unit-prices.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { money, shortMoney } from '../../catalog/words/money.ts';
import { totalAsked } from '../../engine/exchange.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import type { Workload } from '../../workload/index.ts';
import { fieldsOf } from '../calculator/fields.ts';
import { formMarkup, problemId } from '../calculator/form-markup.ts';
import { type OfferPicker, offerPicker } from '../calculator/offer-picker.ts';
import { type OfferShelf, openShelf } from '../calculator/offer-shelf.ts';
import { fieldProblem, priceState } from '../calculator/price-state.ts';
import { receiptHead } from '../calculator/receipt-head.ts';
import { type Pin, readLink, writeLink } from '../calculator/state.ts';
import { termsOf } from '../calculator/terms.ts';
import { usualCounts } from '../calculator/usual-counts.ts';
import type { PresetNotes } from '../calculator/work/work-form.ts';
import type { WorkState } from '../calculator/work/work-texts.ts';
import type { WorkCard } from '../calculator/work-card.ts';
import { sourceRefs } from '../facts/source-refs.ts';
import { offerHref } from '../links.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';
import { receipt } from '../receipt/receipt.ts';
import { receiptMarkup } from '../receipt/receipt-markup.ts';

/** How long after the last letter the address and the slower answers follow, in milliseconds. */
const LATER = 250;
/** For how many sellers the range is worked out. */
const RANGES = 30;

type WorkRoom = typeof import('../calculator/work/work-room.ts');
type Presets = ReadonlyMap<string, Workload>;

/** What has been answered, and what the slower answers need of it. */
interface Answered {
  readonly card: WorkCard;
  /** The exact total; null where there is none. */
  readonly total: string | null;
  readonly currency: string;
  /** What it comes to on another day. */
  readonly totalOn: (day: string) => string | null;
  readonly budget: (room: WorkRoom, budget: string) => readonly string[];
  readonly elsewhere: (room: WorkRoom, sellers: readonly WorkCard[]) => Markup | null;
}

/** Prices what is typed on the chosen offer, with every letter; its state is the page's address. */
class RatecardCalculator extends HTMLElement {
  #shelf: OfferShelf | null = null;
  #picker: OfferPicker | null = null;
  #card: WorkCard | null = null;
  #others = new Map<string, WorkCard>();
  #values: Record<string, string> = {};
  #work: WorkState | null = null;
  #room: WorkRoom | null = null;
  #presets: Presets = new Map();
  #pin: Pin | null = null;
  #answered: Answered | null = null;
  #ignored: string[] = [];
  #later = 0;

  connectedCallback(): void {
    this.addEventListener('input', (event) => this.#typed(event.target));
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.#clicked(event));
    void this.#begin();
  }

  #part<E extends HTMLElement = HTMLElement>(name: string): E {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the calculator has no part ${name}`);
    return part;
  }

  get #at(): string {
    return (this.#values['at'] ?? '').trim() || (this.dataset['at'] ?? '');
  }

  async #begin(): Promise<void> {
    try {
      this.#shelf = await openShelf(this.dataset['index'] ?? '', this.dataset['cards'] ?? '');
    } catch {
      this.#say(
        'The offers could not be loaded, so that the receipt stays an example. Load the page again to try once more.',
      );
      return;
    }
    const select = this.#part<HTMLSelectElement>('offer');
    const asked = await this.#readAddress();
    const known = asked !== null && this.#shelf.named.has(asked);
    if (asked !== null && !known) this.#ignored.push(`offer=${asked}, which the catalog does not hold`);
    this.#picker = offerPicker(this.#part<HTMLInputElement>('find'), select, this.#shelf, (id) => void this.#load(id));
    const id = known && asked !== null ? asked : select.value;
    this.#picker.show(id);
    this.#part<HTMLInputElement>('budget').value = this.#values['budget'] ?? '';
    this.#showKind();
    this.#showIgnored();
    await this.#load(id);
  }

  /** Reads the page's address; gives the offer that it names. */
  async #readAddress(): Promise<string | null> {
    if (new URLSearchParams(location.search).get('v') === '2') {
      const room = await this.#open();
      const { offer, work, values, pin, ignored } = room.readWorkLink(location.search, this.#presets, STANDARD_METERS);
      this.#work = work;
      this.#work = { ...work, own: room.ownRanges(work, this.#notes?.texts ?? null) };
      this.#values = { ...values };
      this.#pin = pin ?? null;
      this.#ignored = [...ignored];
      return offer;
    }
    const { state, pin, ignored } = readLink(location.search, STANDARD_METERS);
    this.#pin = pin ?? null;
    this.#ignored = [...ignored];
    for (const [name, value] of Object.entries(state.values)) {
      const problem = fieldProblem(name, value);
      if (problem) this.#ignored.push(`${name}=${value}: ${problem.toLowerCase().replace(/\.$/, '')}`);
      else this.#values[name] = value;
    }
    this.#useCounts();
    return state.offer;
  }

  /** Counts of the usual work where none are stated. */
  #useCounts(): void {
    const hasUsage = Object.keys(this.#values).some((name) => name.startsWith('u.'));
    for (const [name, quantity] of Object.entries(usualCounts())) {
      if (!hasUsage || !name.startsWith('u.')) this.#values[name] ??= quantity;
    }
  }

  /** The part of the page for work, fetched when it is first needed. */
  async #open(): Promise<WorkRoom> {
    if (this.#room) return this.#room;
    const [room, response] = await Promise.all([
      import('../calculator/work/work-room.ts'),
      fetch(this.dataset['presets'] ?? ''),
    ]);
    const presets = (await response.json()) as { readonly id: string; readonly workload: Workload }[];
    this.#presets = new Map(presets.map(({ id, workload }) => [id, workload]));
    this.#room = room;
    return room;
  }

  async #load(id: string): Promise<void> {
    const chosen = this.#part<HTMLSelectElement>('offer');
    try {
      const card = await this.#shelf?.card(id);
      if (!card) throw new Error(`no card of ${id}`);
      if (chosen.value !== id) return;
      this.#card = card;
    } catch {
      this.#say(`The rates of ${id} could not be loaded. Try again, or look at its page.`);
      return;
    }
    this.#drawForm();
    await this.#answer();
  }

  #showKind(): void {
    const kind = this.#part<HTMLSelectElement>('kind');
    kind.value = this.#work
      ? this.#work.preset === null
        ? `kind:${this.#work.kind}`
        : `preset:${this.#work.preset}`
      : 'counts';
  }

  async #chooseKind(value: string): Promise<void> {
    this.#pin = null;
    const [sort, name = ''] = value.split(':');
    if (sort === 'counts') {
      this.#work = null;
      this.#useCounts();
    } else {
      try {
        const { textsOf } = await this.#open();
        const preset = sort === 'preset' ? this.#presets.get(name) : undefined;
        const kind = preset?.kind ?? (name as WorkState['kind']);
        this.#work = { kind, preset: preset ? name : null, texts: preset ? textsOf(preset) : {} };
      } catch {
        this.#showKind();
        this.#say('The form could not be loaded. Choose it again to try once more.');
        return;
      }
    }
    this.#drawForm();
    await this.#answer();
  }

  get #notes(): PresetNotes | null {
    const preset = this.#work?.preset ? this.#presets.get(this.#work.preset) : undefined;
    return (preset && this.#room?.presetNotes(preset.name ?? '', preset)) ?? null;
  }

  #drawForm(): void {
    const card = this.#card;
    if (!card) return;
    const period = currentPeriod(card.offer, this.#at) ?? currentPeriod(card.offer);
    const filled = Object.keys(this.#values).filter((name) => (this.#values[name] ?? '').trim() !== '');
    const fields = fieldsOf(card.offer, period, STANDARD_METERS, filled);
    const values = { ...this.#values, at: this.#at.slice(0, 10) };
    const place = this.#part('work');
    if (this.#work) this.#room?.drawWorkForm(place, this.#work, this.#notes);
    else place.replaceChildren();
    const shown = this.#work ? fields.filter(({ group }) => group === 'terms') : fields;
    this.#part('fields').replaceChildren(toDom(formMarkup(shown, values)));
    const about = this.#work?.preset ? (this.#presets.get(this.#work.preset)?.about ?? '') : '';
    this.#part('about').textContent = about;
  }

  #typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.name) return;
    const part = target.dataset['part'];
    if (part === 'offer' || part === 'find') return;
    if (part === 'kind') {
      void this.#chooseKind(target.value);
      return;
    }
    this.#pin = null;
    if (this.#work && this.#room && target.name.startsWith('w.')) {
      const place = this.#part('work');
      this.#work = this.#room.withTyped(this.#work, target.name, target.value, this.#notes?.texts ?? null);
      this.#room.showEnds(place, this.#work);
      if (this.#room.reshapes(target.name)) this.#redrawWork(`[name="${target.name}"]`);
      else this.#room.noteWorkForm(place, this.#work, this.#notes);
    } else this.#values[target.name] = target.value;
    void this.#answer();
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (!button) return;
    const { take, range, removePart } = button.dataset;
    if (button.dataset['part'] === 'copy') void this.#copy();
    else if (button.dataset['part'] === 'use-today') {
      this.#values['at'] = this.dataset['at'] ?? '';
      this.#pin = null;
      this.#drawForm();
      void this.#answer();
    } else if (take !== undefined) {
      this.#picker?.show(take);
      void this.#load(take);
      this.#part('answer').scrollIntoView({ block: 'nearest' });
    } else if (this.#work && this.#room) {
      if (range !== undefined) this.#change(this.#room.withRange(this.#work, range), `[data-range="${range}"]`);
      else if (removePart !== undefined)
        this.#change(this.#room.withoutPart(this.#work, Number(removePart)), '[data-add-part]');
      else if ('addPart' in button.dataset) this.#change(this.#room.withPart(this.#work), '[data-add-part]');
    }
  }

  #change(work: WorkState, focus: string): void {
    this.#work = work;
    this.#pin = null;
    this.#redrawWork(focus);
    void this.#answer();
  }

  #redrawWork(focus: string): void {
    const place = this.#part('work');
    const open = [...place.querySelectorAll('details')].map((details) => details.open);
    if (this.#work) this.#room?.drawWorkForm(place, this.#work, this.#notes);
    for (const [at, details] of place.querySelectorAll('details').entries()) if (open[at]) details.open = true;
    place.querySelector<HTMLElement>(focus)?.focus();
  }

  async #answer(): Promise<void> {
    const card = this.#card;
    if (!card) return;
    this.#answered = null;
    if (this.#work) await this.#answerWork(card, this.#work);
    else this.#answerCounts(card);
    this.#showBrief();
    this.#showPin();
    this.#writeLink();
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => void this.#follow(), LATER);
  }

  #answerCounts(card: WorkCard): void {
    this.#part('answer').replaceChildren();
    const { budget: _, ...values } = this.#values;
    const result = priceState(card.offer, values, this.dataset['at'] ?? '', STANDARD_METERS);
    this.#showReasons('reasons' in result ? result.reasons : {});
    if (!('bill' in result)) {
      this.#say('No receipt: see the fields that are marked.');
      return;
    }
    const { bill, usage } = result;
    const source = sourceRefs(card.offer.sources ?? {}, offerHref(card.offer.id));
    const head = receiptHead(bill, usage, card.title, STANDARD_METERS, source);
    this.#part('receipt').replaceChildren(toDom(receiptMarkup(receipt(bill, STANDARD_METERS), head)));
    const { when, ...options } = termsOf(values, this.dataset['at'] ?? '', STANDARD_METERS);
    const counts = { group: { requests: bill.requests, usage, ...(when ? { when } : {}) }, options };
    this.#answered = {
      card,
      total: totalAsked(bill),
      currency: bill.currency,
      totalOn: (day) => {
        const then = priceState(card.offer, { ...values, at: day }, day, STANDARD_METERS);
        return 'bill' in then ? totalAsked(then.bill) : null;
      },
      budget: (room, budget) => {
        const solved = room.mostCounts(counts, card.offer, budget);
        return solved ? room.budgetWords(solved) : [];
      },
      elsewhere: (room, sellers) => {
        const offers = sellers.map(({ offer }) => offer);
        const ranking = room.countsElsewhere(counts, offers, card.offer.currency);
        return room.elsewhere(ranking, titlesOf(sellers), card.offer.id, STANDARD_METERS);
      },
    };
  }

  async #answerWork(card: WorkCard, state: WorkState): Promise<void> {
    const room = await this.#open();
    await this.#loadOthers(room.namedIn(state));
    if (this.#work !== state || this.#card !== card) return;
    const reasons = Object.fromEntries(
      Object.entries(this.#values).flatMap(([name, text]) => {
        const problem = name === 'budget' ? null : fieldProblem(name, text);
        return problem ? [[name, problem]] : [];
      }),
    );
    this.#showReasons(reasons);
    if (Object.keys(reasons).length > 0) {
      this.#sayNothing('No answer: see the fields that are marked.');
      return;
    }
    const preset = state.preset === null ? undefined : this.#presets.get(state.preset);
    const notes = this.#notes;
    const question = {
      state,
      offer: card.offer,
      others: new Map([...this.#others].map(([id, other]) => [id, other.offer])),
      options: termsOf(this.#values, this.dataset['at'] ?? '', STANDARD_METERS),
      preset: preset && notes && state.preset ? room.presetMark(state.preset, preset, state, notes) : null,
    };
    const result = room.estimateOf(question);
    const place = this.#part('work');
    if ('problems' in result) {
      const rest = room.showWorkProblems(place, result.problems);
      const general = this.#part('problem');
      general.textContent = rest.map(({ text }) => text).join('. ');
      general.hidden = rest.length === 0;
      const all = [...result.problems.values()].flat();
      const missing = all.filter((one) => one.missing).length;
      const words =
        missing === all.length
          ? `${missing === 1 ? 'One input is' : `${missing} inputs are`} still needed; the form marks ${missing === 1 ? 'it' : 'them'}.`
          : 'No answer: see the inputs that are marked.';
      this.#sayNothing(words);
      return;
    }
    room.showWorkProblems(place, new Map());
    const { answer } = result;
    const cards = new Map([...this.#others, [card.offer.id, card]]);
    const view = room.workView(answer, cards, STANDARD_METERS);
    this.#part('answer').replaceChildren(toDom(view.headline));
    this.#part('receipt').replaceChildren(...view.receipts.map(toDom));
    this.#part('working').replaceChildren(...view.working.map(toDom));
    this.#answered = {
      card,
      total: answer.total?.expected ?? null,
      currency: answer.currency,
      totalOn: (day) => room.totalOn(question, day),
      budget: (_, budget) => {
        const solved = room.mostFor(question, budget);
        return 'answer' in solved ? room.budgetWords(solved.answer) : [];
      },
      elsewhere: (_, sellers) => {
        const offers = sellers.map(({ offer }) => offer);
        const ranked = room.rankedOn(question, offers, RANGES);
        return 'answer' in ranked
          ? room.elsewhere(ranked.answer, titlesOf(sellers), card.offer.id, STANDARD_METERS)
          : null;
      },
    };
  }

  /** Loads the cards of offers that parts of the work name; those that are not there are told of by the answer. */
  async #loadOthers(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => !this.#others.has(id) && this.#shelf?.named.has(id));
    const cards = await Promise.all(wanted.map((id) => this.#shelf?.card(id).catch(() => null)));
    for (const card of cards) if (card) this.#others.set(card.offer.id, card);
  }

  #sayNothing(text: string): void {
    this.#part('answer').replaceChildren();
    this.#part('working').replaceChildren();
    this.#say(text);
  }

  #say(text: string): void {
    this.#part('receipt').replaceChildren(toDom(markup('p', { class: 'receipt receipt-message' }, text)));
  }

  #showReasons(reasons: Readonly<Record<string, string>>): void {
    for (const control of this.#part('fields').querySelectorAll<HTMLInputElement>('[name]')) {
      this.#showReason(control, reasons[control.name]);
    }
    const general = this.#part('problem');
    general.textContent = reasons[''] ?? '';
    general.hidden = reasons[''] === undefined;
  }

  #showReason(control: HTMLInputElement, reason: string | undefined): void {
    const line = document.getElementById(problemId(control.name));
    if (reason === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
    if (!line) return;
    line.textContent = reason ?? '';
    line.hidden = reason === undefined;
  }

  #showIgnored(): void {
    const line = this.#part('ignored');
    line.hidden = this.#ignored.length === 0;
    line.textContent = `Ignored in the link: ${this.#ignored.join('; ')}.`;
  }

  /** The total where the answer is far from the form, as on a phone. */
  #showBrief(): void {
    const { total = null, currency = '' } = this.#answered ?? {};
    const line = this.#part('brief');
    line.hidden = total === null;
    if (total === null) return;
    const link = markup('a', { href: '#answer' }, 'the answer');
    line.replaceChildren(
      toDom(markup('span', {}, markup('strong', {}, shortMoney(total, currency)), ' expected: ', link)),
    );
  }

  /** What the link says that it came to when it was made, where that is not so now, and what it comes to today. */
  #showPin(): void {
    const line = this.#part('pinned');
    const today = this.dataset['at'] ?? '';
    const { total = null, currency = '', totalOn = () => null } = this.#answered ?? {};
    const said: string[] = [];
    if (this.#pin?.total && total !== null && !isSame(this.#pin.total, total)) {
      said.push(
        `With version ${this.#pin.data} of the catalog, when this link was made, it came to ${money(this.#pin.total, currency)}; what the catalog now knows of that day makes it ${money(total, currency)}.`,
      );
    }
    const isOlder = this.#answered !== null && this.#at.slice(0, 10) !== today;
    const now = isOlder ? totalOn(today) : null;
    const differs = isOlder && now !== total;
    this.#part('use-today').hidden = !differs;
    if (differs) {
      const words = now === null ? 'it has no total' : `it comes to ${money(now, currency)}`;
      said.push(`At today’s rates, those of ${dateWords(today)}, ${words}.`);
    }
    this.#part('pinned-text').textContent = said.join(' ');
    line.hidden = said.length === 0;
  }

  /** What need not keep up with typing: the budget, the other sellers, the address. */
  async #follow(): Promise<void> {
    const answered = this.#answered;
    history.replaceState(null, '', this.#part<HTMLInputElement>('link').value);
    const room = await this.#open().catch(() => null);
    if (!room || answered !== this.#answered) return;
    const input = this.#part<HTMLInputElement>('budget');
    const budget = (this.#values['budget'] ?? '').trim();
    const problem = fieldProblem('budget', budget);
    this.#showReason(input, problem ?? undefined);
    this.#part('budget-label').textContent = answered
      ? `Budget for a month, in ${answered.currency}`
      : 'Budget for a month';
    const words = answered && budget !== '' && !problem ? answered.budget(room, budget.replaceAll(',', '')) : [];
    this.#part('budget-answer').replaceChildren(...words.map((text) => toDom(markup('p', {}, text))));
    const place = this.#part('elsewhere');
    const sellers = answered ? await this.#shelf?.sellers(answered.card.offer.model).catch(() => null) : null;
    if (answered !== this.#answered) return;
    const table = answered && sellers ? answered.elsewhere(room, sellers) : null;
    place.replaceChildren(...(table ? [toDom(table)] : []));
    this.setAttribute('data-settled', '');
  }

  #writeLink(): void {
    this.removeAttribute('data-settled');
    const offer = this.#card?.offer.id ?? null;
    const pin = { data: this.dataset['version'] ?? '', total: this.#answered?.total ?? null };
    const values = { ...this.#values, at: this.#at };
    const query =
      this.#work && this.#room
        ? this.#room.writeWorkLink({ offer, work: this.#work, values }, pin)
        : writeLink({ offer, values }, pin);
    this.#part<HTMLInputElement>('link').value = `${location.origin}${location.pathname}?${query}`;
  }

  async #copy(): Promise<void> {
    const link = this.#part<HTMLInputElement>('link');
    link.select();
    const copied = await navigator.clipboard?.writeText(link.value).then(
      () => true,
      () => false,
    );
    this.#part('copy').textContent = copied ? 'Copied' : 'Press Ctrl+C to copy';
  }
}

function titlesOf(cards: readonly WorkCard[]): Map<string, string> {
  return new Map(cards.map(({ offer, title }) => [offer.id, title]));
}

/** Whether two decimals are the same number, however they are written. */
function isSame(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return plain(a) === plain(b);
}

/** Puts the element to work; called by the page that holds it. */
export function defineCalculator(): void {
  customElements.define('ratecard-calculator', RatecardCalculator);
}
