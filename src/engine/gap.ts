import type { DecimalString } from './decimal.ts';

interface GapArgs {
  no_rate: object;
  needs_condition: { choices: readonly string[] };
  not_in_force: object;
  unpublished: object;
  plan_only: object;
  price_unknown: object;
  ambiguous: { rates: readonly string[] };
  no_exchange_rate: { from: string; to: string };
}

export type GapCode = keyof GapArgs;

/** Usage that the card gives no price for, and why. */
export interface Gap {
  readonly meter: string;
  readonly quantity: DecimalString;
  readonly code: GapCode;
  readonly reason: string;
}

const REASONS: { readonly [C in GapCode]: (args: GapArgs[C]) => string } = {
  no_rate: () => 'the rate card has no rate for it',
  needs_condition: ({ choices }) => `it has a price only under a condition; choose ${choices.join(', or ')}`,
  not_in_force: () => 'it has a price only at other hours or dates',
  unpublished: () => 'it is charged for, at a price that is not published',
  plan_only: () => 'it is sold with a plan or subscription only',
  price_unknown: () => 'nobody says whether it is charged for, or at what price',
  ambiguous: ({ rates }) => `rates ${rates.join(' and ')} fit equally well`,
  no_exchange_rate: ({ from, to }) => `no exchange rate from ${from} to ${to} was given`,
};

/** A gap in words: `gap("output_tokens", "100", "no_rate", {})`. */
export function gap<C extends GapCode>(meter: string, quantity: DecimalString, code: C, args: GapArgs[C]): Gap {
  return { meter, quantity, code, reason: REASONS[code](args) };
}
