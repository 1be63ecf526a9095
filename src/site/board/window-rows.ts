import { offerHref } from '../links.ts';
import { setHidden, setText } from '../markup/set-text.ts';
import { toDom } from '../markup/to-dom.ts';
import { carryingHref } from './carried-work.ts';
import { type ColumnId, USUAL_COLUMNS } from './columns.ts';
import { cellClass, type RowTexts, rowMarkup, tickLabel } from './row-markup.ts';

/** What a window shows: how many rows there are, and the texts of each. */
export interface WindowRows {
  readonly count: number;
  readonly columns: readonly ColumnId[];
  readonly textsAt: (index: number) => RowTexts;
  readonly isPicked: (id: string) => boolean;
  /** What the links of rows carry after their address; it may be behind what is typed. */
  readonly query: string;
}

/** Rows beyond the edges of the view that are kept, so that a step by keyboard finds the next one there. */
const BEYOND = 5;

interface Drawn {
  readonly row: HTMLTableRowElement;
  readonly tick: HTMLInputElement;
  readonly link: HTMLAnchorElement;
  readonly seller: HTMLElement;
  readonly cells: readonly HTMLElement[];
  texts: RowTexts;
  /** The offer that the row ticks, and the address that it leads to. */
  dressed: string;
  href: string;
}

/** A window onto a table's rows: shows others, from the top where `toTop`. */
export type ShowRows = (rows: WindowRows, toTop: boolean) => void;

/**
 * Of a table's rows, draws those in view of its scroller, those on the reader's screen first; the rest is room above
 * and below.
 */
export function rowWindow(scroller: HTMLElement, body: HTMLTableSectionElement): ShowRows {
  const above = spacer();
  const below = spacer();
  let rows: WindowRows | null = null;
  let columns = '';
  let drawn: Drawn[] = [];
  let from = 0;
  // Kept, because asking the scroller lays the page out.
  let scrolled = scroller.scrollTop;
  let later = 0;
  let height = body.querySelector('tr')?.getBoundingClientRect().height || 36;
  let view = scroller.clientHeight || 600;
  // From the first row below the table's head down to the last that the reader's screen shows.
  let onScreen = view;

  const draw = (): void => {
    if (!rows) return;
    const top = Math.floor(scrolled / height);
    const inView = Math.ceil(view / height);
    const first = Math.max(0, Math.min(top - BEYOND, rows.count - inView - BEYOND));
    const last = Math.min(rows.count, top + inView + BEYOND);
    const all = rows;
    const seen = Math.ceil((scrolled + onScreen) / height) - first;
    const whole = Math.max(0, last - first);
    shift(all, first, Math.min(whole, Math.max(seen, drawn.length)));
    write(all, first, 0, seen);
    room(above, first * height);
    room(below, (all.count - first - drawn.length) * height);
    clearTimeout(later);
    later = window.setTimeout(() => {
      shift(all, first, whole);
      write(all, first, seen, whole);
      room(below, (all.count - last) * height);
      for (const one of drawn) dress(one, all);
    });
  };

  /** Writes the texts of some of the drawn rows: first those on the screen, the others when there is time. */
  const write = (all: WindowRows, first: number, start: number, end: number): void => {
    for (let at = start; at < Math.min(end, drawn.length); at += 1) {
      const one = drawn[at];
      if (one) patch(one, all.textsAt(first + at), first + at, all.columns);
    }
  };

  /** Brings the drawn rows to a place and number; those that stay in view stay the same elements. */
  const shift = (all: WindowRows, first: number, count: number): void => {
    const moved = first - from;
    from = first;
    const gone = moved > 0 ? drawn.splice(0, moved) : [];
    const ahead = moved < 0 ? Math.min(-moved, count) : 0;
    if (moved < 0) gone.push(...drawn.splice(count - ahead));
    for (let at = 0; at < ahead; at += 1) {
      const one = gone.pop() ?? makeRow(all);
      above.after(one.row);
      drawn.unshift(one);
    }
    while (drawn.length < count) {
      const one = gone.pop() ?? makeRow(all);
      below.before(one.row);
      drawn.push(one);
    }
    for (const { row } of [...gone, ...drawn.splice(count)]) row.remove();
  };

  const follow = (): void => {
    scrolled = scroller.scrollTop;
    draw();
  };
  scroller.addEventListener('scroll', follow, { passive: true });
  new ResizeObserver(() => {
    height = drawn[0]?.row.getBoundingClientRect().height || height;
    view = scroller.clientHeight || view;
    look();
    draw();
  }).observe(scroller);
  let looking = 0;
  const look = (): void => {
    looking = 0;
    const { top, bottom } = scroller.getBoundingClientRect();
    const head = scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    onScreen = Math.max(0, Math.min(bottom, window.innerHeight) - top - head);
  };
  for (const moved of ['scroll', 'resize'] as const) {
    window.addEventListener(
      moved,
      () => {
        if (looking === 0) looking = requestAnimationFrame(look);
      },
      { passive: true },
    );
  }

  return (next, toTop) => {
    if (next.columns.join() !== columns || rows === null) {
      const isAsSent = rows === null && next.columns.join() === USUAL_COLUMNS.join();
      drawn = isAsSent ? [...body.rows].map((row) => drawnRow(row, textsOf(row))) : [];
      from = 0;
      body.replaceChildren(above, ...drawn.map(({ row }) => row), below);
      columns = next.columns.join();
    }
    rows = next;
    if (toTop && scrolled > 0) {
      scrolled = 0;
      scroller.scrollTop = 0;
    }
    draw();
  };
}

function makeRow({ columns, textsAt }: WindowRows): Drawn {
  const texts = textsAt(0);
  return drawnRow(toDom(rowMarkup(texts, columns, 2)) as HTMLTableRowElement, texts);
}

/** What a row that came with the page says. */
function textsOf(row: HTMLTableRowElement): RowTexts {
  const text = (selector: string): string => row.querySelector(selector)?.textContent ?? '';
  return {
    id: row.querySelector('input')?.value ?? '',
    model: text('a'),
    seller: text('.seller'),
    cells: [...row.cells].slice(2).map(({ textContent }) => textContent),
    isCheapest: row.classList.contains('is-first'),
  };
}

function drawnRow(row: HTMLTableRowElement, texts: RowTexts): Drawn {
  const part = <E extends HTMLElement>(selector: string): E => {
    const found = row.querySelector<E>(selector);
    if (!found) throw new Error(`a row has no ${selector}`);
    return found;
  };
  const cells = [...row.children].slice(2) as HTMLElement[];
  return {
    row,
    tick: part('input'),
    link: part('a'),
    seller: part('.seller'),
    cells,
    texts,
    dressed: texts.id,
    href: offerHref(texts.id),
  };
}

/** Writes into a row what differs from what it shows. */
function patch(drawn: Drawn, texts: RowTexts, index: number, columns: readonly ColumnId[]): void {
  const { row, link, seller, cells, texts: before } = drawn;
  const place = String(index + 2);
  if (row.getAttribute('aria-rowindex') !== place) row.setAttribute('aria-rowindex', place);
  if (row.classList.contains('is-first') !== texts.isCheapest) row.classList.toggle('is-first', texts.isCheapest);
  if (before.id !== texts.id) {
    setText(link, texts.model);
    setText(seller, texts.seller);
  }
  for (const [at, text] of texts.cells.entries()) {
    const cell = cells[at];
    const column = columns[at];
    if (!cell || !column || before.cells[at] === text) continue;
    const name = cellClass(column, text);
    if (cell.className !== name) cell.className = name;
    setText(cell, text);
  }
  drawn.texts = texts;
}

/** Gives a row what is not read on it: where it leads to, which offer it ticks, and whether that is ticked. */
function dress(drawn: Drawn, { isPicked, query }: WindowRows): void {
  const { tick, link, texts } = drawn;
  if (drawn.dressed !== texts.id) {
    tick.value = texts.id;
    tick.setAttribute('aria-label', tickLabel(texts.model, texts.seller));
    drawn.dressed = texts.id;
  }
  const href = carryingHref(texts.id, query);
  if (drawn.href !== href) link.href = href;
  drawn.href = href;
  const picked = isPicked(texts.id);
  if (tick.checked !== picked) tick.checked = picked;
}

function spacer(): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  return row;
}

function room(row: HTMLElement, height: number): void {
  const wanted = `${height}px`;
  if (row.style.height !== wanted) row.style.height = wanted;
  setHidden(row, height <= 0);
}
