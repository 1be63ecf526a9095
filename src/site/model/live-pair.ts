import { toDom } from '../markup/to-dom.ts';
import { AXES, type AxisId } from './axes.ts';
import { pairAnswer, pairForm } from './break-even-markup.ts';
import { breakEvenSentences } from './break-even-words.ts';
import { crossingsOf, type Engine } from './crossings.ts';
import { type PricedModel, sellerTitle } from './priced-model.ts';

const NAMES = ['pair-a', 'pair-b', 'pair-axis'] as const;

/** A form for two sellers in a place of the page; what was chosen stays when it is drawn for other work. */
export function livePair(place: HTMLElement): (model: PricedModel, engine: Engine) => void {
  const chosen = new Map<string, string>();
  let answer: () => void = () => {};
  place.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    chosen.set(target.name, target.value);
    answer();
  });
  return (model, engine) => {
    const focused = document.activeElement;
    const name = focused instanceof HTMLSelectElement ? focused.name : '';
    const hadFocus = focused !== null && place.contains(focused);
    place.replaceChildren();
    if (model.paying.length < 2) return;
    const form = toDom(pairForm(model));
    const field = (one: string): HTMLSelectElement | null => form.querySelector(`select[name="${one}"]`);
    for (const one of NAMES) {
      const select = field(one);
      const value = chosen.get(one);
      if (select && value !== undefined && [...select.options].some((option) => option.value === value))
        select.value = value;
    }
    place.append(form);
    answer = () => {
      place.querySelector('.pair-answer')?.remove();
      const [a, b] = [Number(field('pair-a')?.value), Number(field('pair-b')?.value)];
      const axis = AXES.find((one) => one === field('pair-axis')?.value);
      place.append(toDom(pairAnswer(axis ? answerOf(model, engine, a, b, axis) : [])));
    };
    answer();
    if (hadFocus) (field(name) ?? field('pair-a'))?.focus();
  };
}

function answerOf(model: PricedModel, engine: Engine, a: number, b: number, axis: AxisId): string[] {
  if (a === b) return ['Choose two sellers.'];
  const found = crossingsOf(model, [a, b], axis, engine);
  if (!found) return ['This work cannot be varied so.'];
  return breakEvenSentences(found, sellerTitle(model, a), sellerTitle(model, b), axis);
}
