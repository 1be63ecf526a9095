import { noteFault } from './card-fault.ts';
import { Decimal, HUNDRED, isDecimalString } from './decimal.ts';
import { ROUNDING } from './period-shape.ts';
import {
  ABOVE_ZERO,
  DECIMAL,
  DURATION,
  fields,
  list,
  oneOf,
  optional,
  type PartShape,
  part,
  type Shape,
} from './shape.ts';

/** A fee that comes out of what is paid, or may, leaves nothing to buy at 100%. */
const NOT_ALL: PartShape = ({ percent, charged, base }, path, faults) => {
  const isOfCharge = charged === 'unstated' || (charged === 'inside' && base !== 'net');
  if (isOfCharge && isDecimalString(percent) && new Decimal(percent).gte(HUNDRED)) {
    noteFault(faults, `${path}/percent`, percent, 'less than 100 percent of what is paid');
  }
};

const TERMS = fields({
  fee: optional(
    part(
      fields({
        percent: optional(DECIMAL),
        fixed: optional(DECIMAL),
        minimum: optional(DECIMAL),
        charged: oneOf('on_top', 'inside', 'unstated'),
        base: optional(oneOf('net', 'gross')),
        rounding: optional(part(ROUNDING)),
      }),
      NOT_ALL,
    ),
  ),
  purchase: optional(
    part(fields({ minimum: optional(DECIMAL), maximum: optional(ABOVE_ZERO), step: optional(ABOVE_ZERO) })),
  ),
  expiry: optional(part(fields({ after: DURATION, certainty: oneOf('may', 'will') }))),
});

/** How an account is paid up: all of it that the engine reads. */
export const FUNDING: Shape = list(part(TERMS));
