import type { Offer } from './offer.ts';
import type { EngineProblem } from './problem.ts';

/** Something in a card that cannot be read: where, as `periods/0/rates/1/per`, and what was expected. */
export interface CardFault {
  readonly path: string;
  readonly message: string;
}

export function noteFault(faults: CardFault[], path: string, value: unknown, expected: string): void {
  const found = value === undefined ? 'is missing' : `is ${JSON.stringify(value) ?? String(value)}`;
  faults.push({ path, message: `${found}; expected ${expected}` });
}

export function malformedCard({ id }: Offer, { path, message }: CardFault): EngineProblem {
  return { code: 'card_malformed', args: { offer: id, path, message }, path };
}
