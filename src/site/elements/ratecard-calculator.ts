import { currentPeriod } from '../../catalog/unit-prices.ts';
import { shortMoney } from '../../catalog/words/money.ts';
import { STANDARD_METERS } from '../../engine/index.ts';
import type { Workload } from '../../workload/index.ts';
import { type Answer, answerCounts, type Outcome, type Refusal, type WorkRoom } from '../calculator/answer.ts';
import { fieldsOf } from '../calculator/fields.ts';
import { formMarkup } from '../calculator/form-markup.ts';
import { type OfferPicker, offerPicker } from '../calculator/offer-picker.ts';
import { type OfferShelf, openShelf } from '../calculator/offer-shelf.ts';
import { pinWords } from '../calculator/pin-words.ts';
import { fieldProblem } from '../calculator/price-state.ts';
import { type AskedFor, asksForWork, readCounts, readWork, withUsualCounts } from '../calculator/read-address.ts';
import { moneyOf } from '../calculator/results/money-of.ts';
import { type Pin, writeLink } from '../calculator/state.ts';
import type { WorkCard } from '../calculator/work-card.ts';
import type { PresetNotes } from '../calculator/workload/work-form.ts';
import type { WorkState } from '../calculator/workload/work-texts.ts';
import { showReasons } from '../embed/show-reasons.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';

/** How long after the last letter the address and the slower answers follow, in milliseconds. */
const LATER = 250;

/** Prices what is typed on the chosen offer, with every letter; its state is the page's address. */
class RatecardCalculator extends HTMLElement {
  #shelf: OfferShelf | null = null;
  #picker: OfferPicker | null = null;
  /** The offer that was asked for last. */
  #chosen = '';
  #card: WorkCard | null = null;
  #others = new Map<string, WorkCard>();
  #values: Record<string, string> = {};
  #work: WorkState | null = null;
  #room: WorkRoom | null = null;
  #presets: ReadonlyMap<string, Workload> = new Map();
  #pin: Pin | null = null;
  #answer: Answer | null = null;
  /** What was typed into the form as it was built, before there was anything to price it with. */
  #early: Record<string, string> = {};
  #later = 0;
  #followsTheme = false;
  /** Settled once the address has been read and the first answer given. */
  #begun: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    for (const control of this.querySelectorAll<HTMLInputElement>('input[name]:not([data-part="find"])')) {
      if (control.value !== control.defaultValue) this.#early[control.name] = control.value;
    }
    const kind = this.#part<HTMLSelectElement>('kind').value;
    if (location.search !== '') this.#say('The rates are on their way.');
    this.addEventListener('input', (event) => this.#typed(event.target));
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.#clicked(event));
    this.#begun = this.#begin();
    if (kind !== 'counts') void this.#chooseKind(kind);
  }

  #part<E extends HTMLElement = HTMLElement>(name: string): E {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the calculator has no part ${name}`);
    return part;
  }

  #fill(name: string, pieces: readonly Markup[]): void {
    this.#part(name).replaceChildren(...pieces.map(toDom));
  }

  #say(text: string): void {
    this.#fill('receipt', [markup('p', { class: 'receipt receipt-message' }, text)]);
  }

  /** The newest day of the catalog. */
  get #today(): string {
    return this.dataset['at'] ?? '';
  }

  get #at(): string {
    return (this.#values['at'] ?? '').trim() || this.#today;
  }

  async #begin(): Promise<void> {
    const select = this.#part<HTMLSelectElement>('offer');
    const find = this.#part<HTMLInputElement>('find');
    let shelf: OfferShelf;
    let asked: AskedFor;
    try {
      shelf = await openShelf(this.dataset['index'] ?? '', this.dataset['cards'] ?? '');
      asked = asksForWork(location.search)
        ? readWork(location.search, await this.#open(), this.#presets)
        : readCounts(location.search);
    } catch {
      this.#say('The offers could not be loaded. Load the page again to try once more.');
      return;
    }
    this.#shelf = shelf;
    this.#work = asked.work;
    this.#values = { ...asked.values, ...this.#early };
    this.#pin = asked.pin;
    const isKnown = asked.offer !== null && shelf.named.has(asked.offer);
    const id = isKnown && asked.offer !== null ? asked.offer : select.value;
    const missing = asked.offer === null || isKnown ? [] : [`offer=${asked.offer}, which the catalog does not hold`];
    this.#showIgnored([...asked.ignored, ...missing]);
    const words = find.value;
    this.#picker = offerPicker(find, select, shelf, (one) => void this.#load(one));
    this.#picker.show(id);
    if (words !== '') this.#picker.find(words);
    this.#part<HTMLInputElement>('budget').value = this.#values['budget'] ?? '';
    this.#showKind();
    await this.#load(id);
  }

  /** The part of the page for work, fetched when it is first needed. */
  async #open(): Promise<WorkRoom> {
    if (this.#room) return this.#room;
    const [room, response] = await Promise.all([
      import('../calculator/workload/work-room.ts'),
      fetch(this.dataset['presets'] ?? ''),
    ]);
    const presets = (await response.json()) as { readonly id: string; readonly workload: Workload }[];
    this.#presets = new Map(presets.map(({ id, workload }) => [id, workload]));
    this.#room = room;
    return room;
  }

  async #load(id: string): Promise<void> {
    this.#chosen = id;
    try {
      const card = await this.#shelf?.card(id);
      if (this.#chosen !== id) return;
      if (!card) throw new Error(`no card of ${id}`);
      this.#card = card;
    } catch {
      this.#say(`The rates of ${id} could not be loaded. Try again, or look at its page.`);
      return;
    }
    this.#drawForm();
    await this.#price();
  }

  #showKind(): void {
    const { kind = '', preset = null } = this.#work ?? {};
    const value = this.#work === null ? 'counts' : preset === null ? `kind:${kind}` : `preset:${preset}`;
    this.#part<HTMLSelectElement>('kind').value = value;
  }

  async #chooseKind(value: string): Promise<void> {
    await this.#begun;
    this.#pin = null;
    const [sort, name = ''] = value.split(':');
    if (sort === 'counts') {
      this.#work = null;
      this.#values = withUsualCounts(this.#values);
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
    this.#showKind();
    this.#drawForm();
    await this.#price();
  }

  get #preset(): { readonly workload: Workload; readonly notes: PresetNotes } | null {
    const workload = this.#work?.preset ? this.#presets.get(this.#work.preset) : undefined;
    return workload && this.#room ? { workload, notes: this.#room.presetNotes(workload.name ?? '', workload) } : null;
  }

  #drawForm(): void {
    const card = this.#card;
    if (!card) return;
    const period = currentPeriod(card.offer, this.#at) ?? currentPeriod(card.offer);
    const filled = Object.keys(this.#values).filter((name) => (this.#values[name] ?? '').trim() !== '');
    const fields = fieldsOf(card.offer, period, STANDARD_METERS, filled);
    const shown = this.#work ? fields.filter(({ group }) => group === 'terms') : fields;
    const focused = document.activeElement?.getAttribute('name') ?? '';
    this.#fill('fields', [formMarkup(shown, { ...this.#values, at: this.#at.slice(0, 10) })]);
    if (document.activeElement === document.body) {
      this.#part('fields')
        .querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)
        ?.focus();
    }
    const preset = this.#preset;
    if (this.#work) this.#room?.drawWorkForm(this.#part('work'), this.#work, preset?.notes ?? null);
    else this.#fill('work', []);
    this.#part('about').textContent = preset?.workload.about ?? '';
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
    if (this.#work && this.#room && target.name.startsWith('w.')) this.#typedWork(target, this.#work, this.#room);
    else this.#values[target.name] = target.value;
    if (!this.#card) this.#early[target.name] = target.value;
    void this.#price();
  }

  #typedWork({ name, value }: HTMLInputElement | HTMLSelectElement, work: WorkState, room: WorkRoom): void {
    const place = this.#part('work');
    const notes = this.#preset?.notes ?? null;
    this.#work = room.withTyped(work, name, value, notes?.texts ?? null);
    room.showEnds(place, this.#work);
    if (room.reshapes(name)) this.#redrawWork(`[name="${CSS.escape(name)}"]`);
    else room.noteWorkForm(place, this.#work, notes);
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (!button) return;
    const { take, range, removePart, part } = button.dataset;
    if (part === 'copy') void this.#copy();
    else if (part === 'use-today') {
      this.#pin = null;
      this.#values['at'] = this.#today;
      this.#drawForm();
      void this.#price();
    } else if (take !== undefined) {
      this.#picker?.show(take);
      void this.#load(take);
      this.#part('answer').scrollIntoView({ block: 'nearest' });
    } else if (this.#work && this.#room) {
      const add = '[data-add-part]';
      if (range !== undefined) this.#change(this.#room.withRange(this.#work, range), `[data-range="${range}"]`);
      else if (removePart !== undefined) this.#change(this.#room.withoutPart(this.#work, Number(removePart)), add);
      else if ('addPart' in button.dataset) this.#change(this.#room.withPart(this.#work), add);
    }
  }

  #change(work: WorkState, focus: string): void {
    this.#work = work;
    this.#pin = null;
    this.#redrawWork(focus);
    void this.#price();
  }

  #redrawWork(focus: string): void {
    const place = this.#part('work');
    const open = [...place.querySelectorAll('details')].map((details) => details.open);
    if (this.#work) this.#room?.drawWorkForm(place, this.#work, this.#preset?.notes ?? null);
    for (const [at, details] of place.querySelectorAll('details').entries()) if (open[at]) details.open = true;
    place.querySelector<HTMLElement>(focus)?.focus();
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
    const room = await this.#open().catch(() => null);
    if (!room) return null;
    const wanted = room.namedIn(state).filter((id) => !this.#others.has(id) && this.#shelf?.named.has(id));
    const found = await Promise.all(wanted.map((id) => this.#shelf?.card(id).catch(() => null)));
    for (const other of found) if (other) this.#others.set(other.offer.id, other);
    return room.answerWork({ card, others: this.#others, state, preset: this.#preset, values, at: this.#today });
  }

  #show(outcome: Outcome): void {
    const { reasons, problems, words }: Refusal =
      'refusal' in outcome ? outcome.refusal : { reasons: {}, problems: new Map(), words: '' };
    showReasons(this.#part('fields'), reasons);
    const rest = this.#room?.showWorkProblems(this.#part('work'), problems) ?? [];
    const general = [...(reasons[''] ? [reasons['']] : []), ...rest.map(({ text }) => text)].join('. ');
    this.#part('problem').textContent = general;
    this.#part('problem').hidden = general === '';
    this.#fill('answer', this.#answer?.headline ?? []);
    this.#fill('working', this.#answer?.working ?? []);
    if (this.#answer) this.#fill('receipt', this.#answer.receipts);
    else this.#say(words);
    this.#showBrief();
    const pinned = pinWords(this.#pin, this.#answer, this.#at.slice(0, 10), this.#today);
    this.#part('pinned-text').textContent = pinned.words.join(' ');
    this.#part('pinned').hidden = pinned.words.length === 0;
    this.#part('use-today').hidden = !pinned.differs;
  }

  /** The total where the answer is far from the form, as on a phone. */
  #showBrief(): void {
    const { total = null, currency = '' } = this.#answer ?? {};
    this.#part('brief').hidden = total === null;
    const amount = markup('strong', {}, total === null ? '' : shortMoney(total, currency));
    this.#fill('brief', [markup('span', {}, amount, ' expected: ', markup('a', { href: '#answer' }, 'the answer'))]);
  }

  #showIgnored(ignored: readonly string[]): void {
    const line = this.#part('ignored');
    line.hidden = ignored.length === 0;
    line.textContent = `Ignored in the link: ${ignored.join('; ')}.`;
  }

  /** What need not keep up with typing: the budget, the other sellers, the address. */
  async #follow(): Promise<void> {
    const answer = this.#answer;
    history.replaceState(null, '', this.#part<HTMLInputElement>('link').value);
    const room = await this.#open().catch(() => null);
    if (!room || answer !== this.#answer) return;
    const budget = (this.#values['budget'] ?? '').trim();
    const problem = fieldProblem('budget', budget);
    showReasons(this.#part('budget-form'), problem ? { budget: problem } : {});
    this.#part('budget-label').textContent = `Budget for a month${answer ? `, in ${answer.currency}` : ''}`;
    const words = answer && budget !== '' && !problem ? answer.budget(room, budget.replaceAll(',', '')) : [];
    this.#fill(
      'budget-answer',
      words.map((text) => markup('p', {}, text)),
    );
    await this.#drawMoney(answer);
    if (answer !== this.#answer) return;
    const sellers = answer ? await this.#shelf?.sellers(answer.card.offer.model).catch(() => null) : null;
    if (answer !== this.#answer) return;
    const table = answer && sellers ? answer.elsewhere(room, sellers) : null;
    this.#fill('elsewhere', table ? [table] : []);
    this.setAttribute('data-settled', '');
  }

  /** Where the money goes, as bars; the library of charts is fetched when there is something to draw. */
  async #drawMoney(answer: Answer | null): Promise<void> {
    const place = this.#part('money');
    const bars = moneyOf(answer?.bills ?? [], STANDARD_METERS);
    if (bars.length === 0 && place.hidden) return;
    const chart = await import('../calculator/results/money-chart.ts').catch(() => null);
    if (!chart || answer !== this.#answer) return;
    chart.drawMoney(place, bars, answer?.bills[0]?.currency ?? '');
    if (!this.#followsTheme) chart.followTheme(() => void this.#drawMoney(this.#answer));
    this.#followsTheme = true;
  }

  #writeLink(): void {
    this.removeAttribute('data-settled');
    const offer = this.#card?.offer.id ?? null;
    const pin = { data: this.dataset['version'] ?? '', total: this.#answer?.total ?? null };
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

/** Puts the element to work; called by the page that holds it. */
export function defineCalculator(): void {
  customElements.define('ratecard-calculator', RatecardCalculator);
}
