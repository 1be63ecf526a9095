import type { DifferenceKind } from './difference.ts';

/** What each kind of difference is, as a heading or a row names it. */
export const KIND_WORDS: Readonly<Record<DifferenceKind, string>> = {
  rounding: 'One is the other, rounded or cut off',
  thousands: 'A thousand of 1,000 or of 1,024',
  blend: 'A mean of prices shown as a price',
  unit_error: 'The same digits in another unit',
  markup: 'All prices by the same factor',
  other_rule: 'The price of another rule of the card',
  other_unit: 'Billed by another unit',
  zero: 'Nothing beside a price',
  older: 'An older price',
  context_as_output: 'The context window given as the output limit',
  date_precision: 'A date more or less exact',
  weights: 'What the weights can do, or what the endpoint does',
  endpoint: 'Another endpoint',
  example: 'An example, not a default',
  spelling: 'Another spelling of the name',
  identity: 'Another version',
  unexplained: 'Not explained',
};
