import { Decimal } from '../../engine/decimal.ts';
import { eachPair } from './pairs.ts';

/** A price of nothing beside one of something. */
export const zero = eachPair((a, b) =>
  new Decimal(a.value).isZero() && !new Decimal(b.value).isZero()
    ? { kind: 'zero', values: [a.value, b.value], args: { free: a.shown, priced: b.shown } }
    : null,
);
