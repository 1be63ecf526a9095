import { type Answer, answerCounts, type Outcome, type WorkRoom } from '../calculator/answer.ts';
import { choiceOf, workOfChoice } from '../calculator/choose-kind.ts';
import { type OfferPicker, offerPicker } from '../calculator/offer-picker.ts';
import { type OfferShelf, openShelf } from '../calculator/offer-shelf.ts';
import type { Pin } from '../calculator/pin.ts';
import { pinWords } from '../calculator/pin-words.ts';
import { type AskedFor, offerAsked, readAddress, withUsualCounts } from '../calculator/read-address.ts';
import { writeLink } from '../calculator/state.ts';
import { copyLink } from '../calculator/view/copy-link.ts';
import { drawFields } from '../calculator/view/draw-fields.ts';
import { calculatorParts } from '../calculator/view/parts.ts';
import { showBudget } from '../calculator/view/show-budget.ts';
import { showElsewhere } from '../calculator/view/show-elsewhere.ts';
import { moneyFigure } from '../calculator/view/show-money.ts';
import { showIgnored, showOutcome, showPinned } from '../calculator/view/show-outcome.ts';
import { pressed, redrawWork } from '../calculator/view/work-form-view.ts';
import type { WorkCard } from '../calculator/work-card.ts';
import { workLoader } from '../calculator/work-loader.ts';
import type { WorkState } from '../calculator/workload/work-texts.ts';

/** How long after the last letter the address and the slower answers follow, in milliseconds. */
const LATER = 250;

/** Prices what is typed on the chosen offer, with every letter; its state is the page's address. */
class RatecardCalculator extends HTMLElement {
  readonly #parts = calculatorParts(this);
  readonly #loader = workLoader(this.dataset['presets'] ?? '');
  readonly #showMoney = moneyFigure(this.#parts);
  #shelf: OfferShelf | null = null;
  #picker: OfferPicker | null = null;
  /** The offer that was asked for last. */
  #chosen = '';
  #card: WorkCard | null = null;
  #values: Record<string, string> = {};
  #work: WorkState | null = null;
  #pin: Pin | null = null;
  #answer: Answer | null = null;
  /** What was typed into the form as it was built, before there was anything to price it with. */
  #early: Record<string, string> = {};
  #later = 0;
  /** Settled once the address has been read and the first answer given. */
  #begun: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    for (const control of this.querySelectorAll<HTMLInputElement>('input[name]:not([data-part="find"])')) {
      if (control.value !== control.defaultValue) this.#early[control.name] = control.value;
    }
    const kind = this.#parts.of<HTMLSelectElement>('kind').value;
    this.addEventListener('input', (event) => this.#typed(event.target));
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.#clicked(event));
    this.#begun = this.#begin();
    if (kind !== 'counts') void this.#chooseKind(kind);
  }

  /** The newest day of the catalog. */
  get #today(): string {
    return this.dataset['at'] ?? '';
  }

  get #at(): string {
    return (this.#values['at'] ?? '').trim() || this.#today;
  }

  async #begin(): Promise<void> {
    const select = this.#parts.of<HTMLSelectElement>('offer');
    const find = this.#parts.of<HTMLInputElement>('find');
    let shelf: OfferShelf;
    let asked: AskedFor;
    try {
      shelf = await openShelf(this.dataset['index'] ?? '', this.dataset['cards'] ?? '');
      asked = await readAddress(location.search, this.#loader);
    } catch {
      this.#parts.say('The offers could not be loaded. Load the page again to try once more.');
      return;
    }
    this.#shelf = shelf;
    this.#work = asked.work;
    this.#values = { ...asked.values, ...this.#early };
    this.#pin = asked.pin;
    const { id, missing } = offerAsked(asked, shelf, select.value);
    showIgnored(this.#parts, [...asked.ignored, ...missing]);
    const words = find.value;
    this.#picker = offerPicker(find, select, shelf, (one) => void this.#load(one));
    this.#picker.show(id);
    if (words !== '') this.#picker.find(words);
    this.#parts.of<HTMLInputElement>('budget').value = this.#values['budget'] ?? '';
    this.#showKind();
    await this.#load(id);
  }

  async #load(id: string): Promise<void> {
    this.#chosen = id;
    try {
      const card = await this.#shelf?.card(id);
      if (this.#chosen !== id) return;
      if (!card) throw new Error(`no card of ${id}`);
      this.#card = card;
    } catch {
      this.#parts.say(`The rates of ${id} could not be loaded. Try again, or look at its page.`);
      return;
    }
    this.#drawForm();
    await this.#price();
  }

  #showKind(): void {
    this.#parts.of<HTMLSelectElement>('kind').value = choiceOf(this.#work);
  }

  async #chooseKind(value: string): Promise<void> {
    await this.#begun;
    this.#pin = null;
    try {
      this.#work = await workOfChoice(value, this.#loader);
    } catch {
      this.#showKind();
      this.#parts.say('The form could not be loaded. Choose it again to try once more.');
      return;
    }
    if (this.#work === null) this.#values = withUsualCounts(this.#values);
    this.#showKind();
    this.#drawForm();
    await this.#price();
  }

  #drawForm(): void {
    const card = this.#card;
    if (!card) return;
    drawFields(this.#parts, card, this.#values, this.#at, this.#work !== null);
    const preset = this.#loader.presetOf(this.#work);
    if (this.#work) this.#loader.room()?.drawWorkForm(this.#parts.of('work'), this.#work, preset?.notes ?? null);
    else this.#parts.fill('work', []);
    this.#parts.of('about').textContent = preset?.workload.about ?? '';
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
    const room = this.#loader.room();
    if (this.#work && room && target.name.startsWith('w.')) this.#typedWork(target, this.#work, room);
    else this.#values[target.name] = target.value;
    if (!this.#card) this.#early[target.name] = target.value;
    void this.#price();
  }

  #typedWork({ name, value }: HTMLInputElement | HTMLSelectElement, work: WorkState, room: WorkRoom): void {
    const notes = this.#loader.presetOf(work)?.notes ?? null;
    this.#work = room.withTyped(work, name, value, notes?.texts ?? null);
    room.showEnds(this.#parts.of('work'), this.#work);
    if (room.reshapes(name)) this.#redrawWork(room, this.#work, `[name="${CSS.escape(name)}"]`);
    else room.noteWorkForm(this.#parts.of('work'), this.#work, notes);
  }

  #redrawWork(room: WorkRoom, work: WorkState, focus: string): void {
    redrawWork(this.#parts.of('work'), room, work, this.#loader.presetOf(work)?.notes ?? null, focus);
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (!button) return;
    const { take, part } = button.dataset;
    const room = this.#loader.room();
    if (part === 'copy') void copyLink(this.#parts);
    else if (part === 'use-today') {
      this.#pin = null;
      this.#values['at'] = this.#today;
      this.#drawForm();
      void this.#price();
    } else if (take !== undefined) {
      this.#picker?.show(take);
      void this.#load(take);
      this.#parts.of('answer').scrollIntoView({ block: 'nearest' });
    } else if (this.#work && room) {
      const change = pressed(button.dataset, room, this.#work);
      if (!change) return;
      this.#work = change.work;
      this.#pin = null;
      this.#redrawWork(room, change.work, change.focus);
      void this.#price();
    }
  }

  async #price(): Promise<void> {
    const [card, work] = [this.#card, this.#work];
    if (!card) return;
    const { budget: _, ...values } = this.#values;
    const outcome = work ? await this.#outcomeOf(card, work, values) : answerCounts(card, values, this.#today);
    if (!outcome || this.#work !== work || this.#card !== card) return;
    this.#answer = 'answer' in outcome ? outcome.answer : null;
    this.#show(outcome);
    this.#writeLink();
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => void this.#follow(), LATER);
  }

  async #outcomeOf(card: WorkCard, state: WorkState, values: Record<string, string>): Promise<Outcome | null> {
    const room = await this.#loader.open().catch(() => null);
    if (!room) {
      this.#parts.say('What prices work could not be loaded. Change something to try once more.');
      return null;
    }
    const others = (await this.#shelf?.cards(room.namedIn(state))) ?? new Map<string, WorkCard>();
    return room.answerWork({ card, others, state, preset: this.#loader.presetOf(state), values, at: this.#today });
  }

  #show(outcome: Outcome): void {
    showOutcome(this.#parts, outcome, this.#loader.room());
    showPinned(this.#parts, pinWords(this.#pin, this.#answer, this.#at.slice(0, 10), this.#today));
  }

  /** What need not keep up with typing: the budget, the other sellers, the address. */
  async #follow(): Promise<void> {
    const answer = this.#answer;
    history.replaceState(null, '', this.#parts.of<HTMLInputElement>('link').value);
    const room = await this.#loader.open().catch(() => null);
    if (!room || answer !== this.#answer) return;
    showBudget(this.#parts, answer, room, this.#values['budget'] ?? '');
    void this.#showMoney(answer);
    const sellers = answer ? await this.#shelf?.sellers(answer.card.offer.model).catch(() => null) : null;
    if (answer !== this.#answer) return;
    showElsewhere(this.#parts, room, answer, sellers ?? null, { work: this.#work, today: this.#today });
    this.setAttribute('data-settled', '');
  }

  #writeLink(): void {
    this.removeAttribute('data-settled');
    const offer = this.#card?.offer.id ?? null;
    const pin = { data: this.dataset['version'] ?? '', total: this.#answer?.total ?? null };
    const values = { ...this.#values, at: this.#at };
    const room = this.#loader.room();
    const query =
      this.#work && room
        ? room.writeWorkLink({ offer, work: this.#work, values }, pin)
        : writeLink({ offer, values }, pin);
    this.#parts.of<HTMLInputElement>('link').value = `${location.origin}${location.pathname}?${query}`;
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineCalculator(): void {
  customElements.define('ratecard-calculator', RatecardCalculator);
}
