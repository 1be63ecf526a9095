import { offerPicker } from '../calculator/offer-picker.ts';
import type { OfferShelf } from '../calculator/offer-shelf.ts';
import type { Part } from '../markup/parts-of.ts';
import type { Ask, Comparable } from './messages.ts';

/** Where else the reader wants the same records priced. */
export interface Elsewhere {
  readonly asked: () => Pick<Ask, 'as' | 'compare'>;
  /** Lists what can be compared, beside what is chosen. */
  readonly list: (found: readonly Comparable[]) => void;
}

/** Puts the fields for other offers to work; the names of offers are fetched when one is first looked for. */
export function elsewhere(part: Part, shelf: () => Promise<OfferShelf>, changed: () => void): Elsewhere {
  const find = part<HTMLInputElement>('find-as');
  const select = part<HTMLSelectElement>('as');
  const compare = part<HTMLSelectElement>('compare');
  const [none, alone] = [select.options[0]?.text ?? '', compare.options[0]?.text ?? ''];
  let as = '';
  let label = '';
  let isBegun = false;
  const begin = async (): Promise<void> => {
    const picker = offerPicker(
      find,
      select,
      await shelf(),
      (id) => {
        as = id;
        changed();
      },
      { none },
    );
    if (find.value === '') picker.show('');
    else picker.find(find.value);
  };
  find.addEventListener('focus', () => {
    if (isBegun) return;
    isBegun = true;
    begin().catch(() => {
      isBegun = false;
    });
  });
  compare.addEventListener('change', () => {
    label = compare.selectedOptions[0]?.text ?? '';
    changed();
  });
  return {
    asked: () => ({
      ...(as === '' ? {} : { as }),
      ...(compare.value === '' ? {} : { compare: compare.value === 'all' ? 'all' : { model: compare.value } }),
    }),
    list: (found) => {
      const { value } = compare;
      const isListed = value === '' || found.some((one) => one.value === value);
      const all = [{ value: '', label: alone }, ...found, ...(isListed ? [] : [{ value, label }])];
      compare.replaceChildren(...all.map((one) => new Option(one.label, one.value)));
      compare.value = value;
    },
  };
}
