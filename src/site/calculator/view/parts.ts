import type { Markup } from '../../markup/markup.ts';
import { type Part, partsOf } from '../../markup/parts-of.ts';
import { toDom } from '../../markup/to-dom.ts';
import { sayInReceipt } from './say-in-receipt.ts';

/** The parts of the calculator's page, by the names that its markup gives them. */
export interface Parts {
  readonly of: Part;
  readonly fill: (name: string, pieces: readonly Markup[]) => void;
  /** Says something where the receipt stands. */
  readonly say: (text: string) => void;
}

export function calculatorParts(root: HTMLElement): Parts {
  const of = partsOf(root);
  const fill = (name: string, pieces: readonly Markup[]): void => of(name).replaceChildren(...pieces.map(toDom));
  return { of, fill, say: (text) => sayInReceipt(of('receipt'), text) };
}
