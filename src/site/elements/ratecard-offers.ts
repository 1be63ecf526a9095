import { dateWords } from '../../catalog/words/date.ts';
import { sortedRows, statusWords, unpricedTexts, viewOf } from '../board/board-view.ts';
import { carriedWork } from '../board/carried-work.ts';
import { type BoardView, type ColumnId, USUAL_COLUMNS } from '../board/columns.ts';
import { boardControls, type Controls } from '../board/controls.ts';
import type { ExportFormat } from '../board/export-formats.ts';
import { headMarkup } from '../board/head-markup.ts';
import { keptWords } from '../board/kept-words.ts';
import { describedReader, type ReadDescribed } from '../board/read-described.ts';
import { rowTexts } from '../board/row-markup.ts';
import { saveBoard } from '../board/save-board.ts';
import { type ComplexPricing, complexPricing, pricingOf } from '../board/settle-complex.ts';
import { settleDescribed } from '../board/settle-described.ts';
import { type BoardState, readBoardLink, USUAL_FILTER, writeBoardLink } from '../board/state.ts';
import { type ShowUnpriced, unpricedList } from '../board/unpriced-list.ts';
import { rowWindow, type ShowRows } from '../board/window-rows.ts';
import { readWork, USUAL_WORK, type WorkTexts } from '../board/work-fields.ts';
import { pageHref } from '../links.ts';
import { partsOf } from '../markup/parts-of.ts';
import { setHidden, setText } from '../markup/set-text.ts';
import { toDom } from '../markup/to-dom.ts';
import { nextTask } from '../next-task.ts';
import { type Board, boardOf, reordered, type Shown, shownRows } from '../ranking/board.ts';
import { loadOfferList } from '../ranking/load-offer-list.ts';
import type { OfferList } from '../ranking/offer-list.ts';
import { knownRows, type RankedRows } from '../ranking/ranked-rows.ts';

/** How long after the last letter the address and the lists below the table follow, in milliseconds. */
const LATER = 250;

/** Ranks all offers by a workload that the reader types; its state is the page's address. */
class RatecardOffers extends HTMLElement {
  #list: OfferList | null = null;
  #state: BoardState | null = null;
  /** The work of equal requests that was priced last; the state may hold what cannot be read. */
  #priced: WorkTexts = USUAL_WORK;
  #board: Board | null = null;
  #shown: Shown | null = null;
  #view: BoardView | null = null;
  #rows: RankedRows = knownRows(new Uint32Array());
  #show: ShowRows | null = null;
  #showUnpriced: ShowUnpriced | null = null;
  #controls: Controls | null = null;
  #complex: ComplexPricing | null = null;
  #read: ReadDescribed | null = null;
  #head = '';
  /** What the links to offers carry: the work that the table shows, once typing has paused. */
  #carried = '';
  #later = 0;
  readonly #part = partsOf(this);

  connectedCallback(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const list = await loadOfferList(this.dataset['index'] ?? '');
    if (!list) {
      this.#say(
        'The index of offers could not be loaded, so that the table stays as it is. Load the page again to try once more.',
      );
      return;
    }
    this.#list = list;
    this.#complex = complexPricing(this.dataset['cards'] ?? '', () =>
      this.#say('Some rate cards could not be loaded; the offers that need them are not ranked yet.'),
    );
    this.#read = describedReader(this.dataset['presets'] ?? '', list.index);
    const { state, ignored } = readBoardLink(location.search, list);
    if (ignored.length > 0) this.#say(`Ignored in the link: ${ignored.join('; ')}.`);
    this.#state = state;
    this.#show = rowWindow(this.#part('scroller'), this.#part<HTMLTableSectionElement>('rows'));
    this.#showUnpriced = unpricedList(this.#part('unpriced-list'));
    this.#controls = boardControls(this, list, {
      change: (change) => this.#change(change),
      tick: (id, on) => this.#tick(id, on),
      export: (format) => this.#export(format),
    });
    this.#controls.set(state);
    await nextTask();
    await this.#priceFirst();
    this.setAttribute('data-ready', '');
  }

  #say(text: string): void {
    const line = this.#part('notice');
    line.textContent = text;
    line.hidden = false;
  }

  #change(change: Partial<BoardState>): void {
    if (!this.#state) return;
    this.#state = { ...this.#state, ...change };
    if (change.work || change.described !== undefined) this.#price();
    else this.#filter(change.picked === undefined);
  }

  #tick(id: string, on: boolean): void {
    const picked = this.#state?.picked ?? [];
    this.#change({ picked: on ? [...picked.filter((one) => one !== id), id] : picked.filter((one) => one !== id) });
  }

  /** Prices for the first time: in two steps, between which a slow device answers its reader. */
  async #priceFirst(): Promise<void> {
    const asked = this.#ask();
    await nextTask();
    if (asked && !this.#board) this.#settle(...asked);
  }

  #price(): void {
    const asked = this.#ask();
    if (asked) this.#settle(...asked);
  }

  /** The board that the state asks for, with how the engine prices the rest of it; null where there is none yet. */
  #ask(): [Board, Parameters<ComplexPricing['begin']>[1]] | null {
    if (!this.#list || !this.#state) return null;
    if (this.#state.described !== null) {
      this.#sayKept(false);
      void this.#priceDescribed(this.#list, this.#state.described);
      return null;
    }
    const { at } = this.#list.index;
    const read = readWork(this.#state.work);
    this.#controls?.reasons('reasons' in read ? read.reasons : {});
    this.#sayKept('reasons' in read);
    if ('reasons' in read) return null;
    this.#priced = this.#state.work;
    const board = boardOf(this.#list, [read.work]);
    return board && [board, () => pricingOf(read.work, at)];
  }

  /** Says for which numbers the table still is, while what is typed cannot be read. */
  #sayKept(isKept: boolean): void {
    const line = this.#part('kept');
    if (isKept && line.hidden) line.textContent = keptWords(this.#priced);
    setHidden(line, !isKept);
  }

  /** What the table answers: the state, with the work that was priced last where what is typed cannot be read. */
  get #answered(): BoardState | null {
    return this.#state && { ...this.#state, work: this.#priced };
  }

  /** Prices work that was described at length; where it cannot be ranked by, says why and goes back to equal requests. */
  async #priceDescribed(list: OfferList, link: string): Promise<void> {
    this.#part('described-words').textContent = 'The work is being read.';
    const work = await this.#read?.(link);
    if (!work || this.#state?.described !== link) return;
    const board = 'works' in work ? boardOf(list, work.works) : null;
    if ('reason' in work || !board) {
      this.#state = { ...this.#state, described: null };
      this.#controls?.set(this.#state);
      this.#say(
        `Offers cannot be ranked by this work: ${'reason' in work ? work.reason : 'a part of it exceeds its whole'}.`,
      );
      this.#price();
      return;
    }
    if (work.ignored.length > 0) this.#say(`Ignored in the link of the work: ${work.ignored.join('; ')}.`);
    this.#part('described-words').textContent = `${work.words}.`;
    this.#part<HTMLAnchorElement>('described-change').href = `${pageHref('/calculator/')}?${link}`;
    settleDescribed(board, work);
    this.#settle(board, async () => work.price);
  }

  /** Shows a board, and lets the engine price what is left of it. */
  #settle(board: Board, pricing: Parameters<ComplexPricing['begin']>[1]): void {
    this.#board = board;
    this.#filter(true);
    this.#complex?.begin(board, pricing, () => {
      this.#board = reordered(board);
      this.#filter(false);
    });
  }

  #filter(toTop: boolean): void {
    const state = this.#state;
    if (!this.#board || !state) return;
    this.#shown = shownRows(this.#board, state.filter);
    this.#view = viewOf(this.#board, this.#shown);
    this.#rows = sortedRows(this.#shown, this.#view, state.sort, state.descending);
    this.#draw(toTop);
    clearTimeout(this.#later);
    this.#later = window.setTimeout(() => this.#follow(), LATER);
  }

  #draw(toTop: boolean): void {
    const [list, state, view, rows] = [this.#list, this.#answered, this.#view, this.#rows];
    if (!list || !state || !view) return;
    const { columns, sort, descending, picked } = state;
    const head = `${columns.join()} ${sort} ${descending}`;
    if (head !== this.#head) this.#drawHead(columns, list.index.currency);
    this.#head = head;
    const cheapest = this.#shown?.ranked.at(0);
    const ticked = new Set(picked);
    this.#part('table').setAttribute('aria-rowcount', String(rows.count + 1));
    this.#show?.(
      {
        count: rows.count,
        columns,
        textsAt: (index) => rowTexts(rows.at(index) ?? -1, view, columns, cheapest),
        isPicked: (id) => ticked.has(id),
        query: this.#carried,
      },
      toTop,
    );
    setHidden(this.#part('nothing'), rows.count > 0);
    const compare = this.#part<HTMLAnchorElement>('compare');
    setText(compare, picked.length === 0 ? 'Compare ticked' : `Compare ${picked.length}`);
    if (picked.length === 0) compare.removeAttribute('href');
    else
      compare.href = `${pageHref('/compare/')}?${writeBoardLink({ ...state, filter: USUAL_FILTER, sort: 'total', descending: false, columns: USUAL_COLUMNS })}`;
  }

  #drawHead(columns: readonly ColumnId[], currency: string): void {
    const { sort = 'total', descending = false } = this.#state ?? {};
    const focused = (document.activeElement as HTMLElement | null)?.dataset['sort'];
    this.#part('head').replaceChildren(toDom(headMarkup(columns, currency, { sort, descending, scripted: true })));
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-sort]')) {
      button.addEventListener('click', () => this.#sort(button.dataset['sort'] as ColumnId));
      if (button.dataset['sort'] === focused) button.focus();
    }
  }

  #sort(id: ColumnId): void {
    const { sort, descending } = this.#state ?? {};
    this.#change({ sort: id, descending: sort === id ? !descending : false });
  }

  /** What need not keep up with typing: the counts in words, those without a total, the address. */
  #follow(): void {
    const [board, shown, state] = [this.#board, this.#shown, this.#answered];
    if (!board || !shown || !state) return;
    this.#part('status').textContent = statusWords(board, shown, dateWords(board.list.index.at));
    const carried = carriedWork(state);
    if (carried !== this.#carried) {
      this.#carried = carried;
      this.#draw(false);
    }
    const query = writeBoardLink(state);
    history.replaceState(null, '', query === '' ? location.pathname : `${location.pathname}?${query}`);
    setTimeout(() => {
      if (shown !== this.#shown) return;
      const offers = unpricedTexts(board, shown);
      setHidden(this.#part('unpriced'), offers.length === 0);
      this.#showUnpriced?.(offers, carried);
    });
  }

  #export(format: ExportFormat): void {
    if (this.#view && this.#state) void saveBoard(format, [...this.#rows.all()], this.#state.columns, this.#view);
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineOffers(): void {
  customElements.define('ratecard-offers', RatecardOffers);
}
