import { compareNames } from '../../catalog/words/by-name.ts';
import { type Markup, markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';
import type { NamedOffer, OfferShelf } from './offer-shelf.ts';

/** Up to so many offers are all listed; of more, those that are found. */
const MOST_LISTED = 200;
const MOST_FOUND = 60;
const LINES = 8;

/** A field in which words are typed and a list that shows the offers they find. */
export interface OfferPicker {
  /** Shows an offer as the chosen one. */
  readonly show: (id: string) => void;
  /** Lists what words find, as if they were typed. */
  readonly find: (words: string) => void;
}

/** What is listed while nothing is looked for. */
export interface PickerLists {
  /** How choosing no offer is called, where that can be done. */
  readonly none?: string;
  /** The ids of offers to begin with while none is chosen. */
  readonly suggested?: () => readonly string[];
}

/** Puts the picker to work: `choose` is called with each offer that the reader settles on, or '' for none. */
export function offerPicker(
  find: HTMLInputElement,
  select: HTMLSelectElement,
  shelf: OfferShelf,
  choose: (id: string) => void,
  { none, suggested = () => [] }: PickerLists = {},
): OfferPicker {
  let chosen = select.value;
  const close = (): void => {
    select.size = 1;
    find.value = '';
    list(usual(chosen), chosen);
  };
  const usual = (id: string): readonly NamedOffer[] => {
    const first = id === '' ? suggested().flatMap((one) => shelf.named.get(one) ?? []) : [];
    if (first.length > 0) return first;
    const model = shelf.named.get(id)?.model;
    const isAll = shelf.offers.length <= MOST_LISTED;
    return shelf.offers
      .filter((offer) => isAll || offer.model === model)
      .sort((a, b) => compareNames(a.modelName, b.modelName) || compareNames(a.seller, b.seller));
  };
  const list = (offers: readonly NamedOffer[], value: string): void => {
    const nothing = none === undefined ? [] : [toDom(markup('option', { value: '' }, none))];
    select.replaceChildren(...nothing, ...groupsOf(offers).map(toDom));
    select.value = value;
  };
  const search = (): void => {
    const found = shelf.find(find.value, MOST_FOUND);
    const words = find.value.trim();
    if (words === '') {
      close();
      return;
    }
    const note = found.length === 0 ? [toDom(markup('option', { disabled: '' }, `Nothing is called ${words}`))] : [];
    select.replaceChildren(...note, ...groupsOf(found).map(toDom));
    select.size = Math.max(2, Math.min(LINES, select.options.length + groupsOf(found).length));
    select.selectedIndex = -1;
  };
  find.addEventListener('input', (event) => {
    event.stopPropagation();
    search();
  });
  find.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    const first = [...select.options].find(({ disabled }) => !disabled);
    if (select.size < 2 || !first) return;
    select.value = first.value;
    if (event.key === 'ArrowDown') select.focus();
    settle();
  });
  const settle = (): void => {
    if (select.selectedIndex < 0 || select.value === chosen) return;
    chosen = select.value;
    choose(chosen);
  };
  select.addEventListener('change', settle);
  select.addEventListener('click', () => {
    if (select.size > 1 && select.selectedIndex >= 0) close();
  });
  select.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') close();
  });
  select.addEventListener('blur', () => {
    if (select.size > 1) close();
  });
  find.addEventListener('blur', (event) => {
    if (select.size > 1 && event.relatedTarget !== select) close();
  });
  return {
    show: (id) => {
      chosen = id;
      close();
    },
    find: (words) => {
      find.value = words;
      search();
    },
  };
}

/** Offers as options, those of one model together; of two that are called alike, each with its id. */
function groupsOf(offers: readonly NamedOffer[]): Markup[] {
  const groups = new Map<string, NamedOffer[]>();
  const names = new Map<string, number>();
  const nameOf = ({ modelName, seller }: NamedOffer): string => `${modelName} at ${seller}`;
  for (const offer of offers) {
    groups.set(offer.model, [...(groups.get(offer.model) ?? []), offer]);
    names.set(nameOf(offer), (names.get(nameOf(offer)) ?? 0) + 1);
  }
  const words = (offer: NamedOffer): string =>
    (names.get(nameOf(offer)) ?? 0) > 1 ? `${nameOf(offer)} (${offer.id})` : nameOf(offer);
  return [...groups.values()].map((own) =>
    markup(
      'optgroup',
      { label: own[0]?.modelName ?? '' },
      ...own.map((offer) => markup('option', { value: offer.id }, words(offer))),
    ),
  );
}
