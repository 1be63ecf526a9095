import type { Markup } from '../../markup/markup.ts';
import { toDom } from '../../markup/to-dom.ts';
import { sayInReceipt } from './say-in-receipt.ts';

/** The parts of the calculator's page, by the names that its markup gives them. */
export interface Parts {
  /** Throws where the page has none of that name. */
  readonly of: <E extends HTMLElement = HTMLElement>(name: string) => E;
  readonly fill: (name: string, pieces: readonly Markup[]) => void;
  /** Says something where the receipt stands. */
  readonly say: (text: string) => void;
}

export function partsOf(root: HTMLElement): Parts {
  const of = <E extends HTMLElement>(name: string): E => {
    const part = root.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the calculator has no part ${name}`);
    return part;
  };
  const fill = (name: string, pieces: readonly Markup[]): void => of(name).replaceChildren(...pieces.map(toDom));
  return { of, fill, say: (text) => sayInReceipt(of('receipt'), text) };
}
