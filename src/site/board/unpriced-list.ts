import { toDom } from '../markup/to-dom.ts';
import { nextTask } from '../next-task.ts';
import { type UnpricedText, unpricedGroups, unpricedItem, unpricedMarkup } from './unpriced-markup.ts';

/** So many names are drawn at once; a list that is open is drawn whole. */
const AT_ONCE = 100;

/** Shows offers without a total, with what the links to them carry. */
export type ShowUnpriced = (offers: readonly UnpricedText[], query: string) => void;

/**
 * A list of offers without a total, whose groups fill while the page stays quick. A reader who has one open keeps all
 * open while there are few.
 */
export function unpricedList(place: HTMLElement): ShowUnpriced {
  let turn = 0;
  return (offers, query) => {
    turn += 1;
    const open = place.querySelector('details[open]') !== null && offers.length < 500;
    const groups = unpricedGroups(offers);
    const drawn = groups.map((group) =>
      toDom(unpricedMarkup(group, open ? group.offers.map((offer) => unpricedItem(offer, query)) : [], open)),
    );
    place.replaceChildren(...drawn);
    if (!open) void fill(turn, drawn, groups, query);
  };

  async function fill(
    own: number,
    drawn: readonly HTMLElement[],
    groups: ReturnType<typeof unpricedGroups>,
    query: string,
  ): Promise<void> {
    for (const [at, { offers }] of groups.entries()) {
      for (let from = 0; from < offers.length; from += AT_ONCE) {
        await nextTask();
        if (own !== turn) return;
        const items = offers.slice(from, from + AT_ONCE).map((offer) => toDom(unpricedItem(offer, query)));
        drawn[at]?.querySelector('ul')?.append(...items);
      }
    }
  }
}
