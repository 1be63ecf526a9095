import { noteFault } from './card-fault.ts';
import { Decimal, isDecimalString, plain } from './decimal.ts';
import {
  ABOVE_ZERO,
  byKind,
  DECIMAL,
  fields,
  list,
  METER,
  oneOf,
  optional,
  type PartShape,
  part,
  type Shape,
  that,
} from './shape.ts';

export const SPANS = ['day', 'month', 'year', 'once'] as const;

const STEP = fields({ over: DECIMAL, price: DECIMAL });

const STEPS: Shape = (steps, path, faults) => {
  let below: Decimal | undefined;
  const rises: PartShape = ({ over }, at) => {
    if (!isDecimalString(over)) return;
    const limit = new Decimal(over);
    if (below?.gte(limit)) noteFault(faults, `${at}/over`, over, `more than the ${plain(below)} of the step before`);
    below = limit;
  };
  list(part(STEP, rises), 'a list of steps')(steps, path, faults);
};

const BY_SUBJECT = { subject: METER, boundary: oneOf('inclusive', 'exclusive'), steps: STEPS };

const PRICED = fields({
  price: DECIMAL,
  per: that((value) => Number.isSafeInteger(value) && Number(value) > 0, 'a whole number above zero such as 1000000'),
  block: optional(part(fields({ size: optional(ABOVE_ZERO), minimum: optional(DECIMAL) }))),
  tiers: optional(
    part(
      byKind({
        cliff: fields(BY_SUBJECT),
        volume: fields({ span: oneOf(...SPANS), ...BY_SUBJECT }),
        graduated: fields({ span: oneOf('request', ...SPANS), steps: STEPS }),
      }),
    ),
  ),
});

const STATED = fields({
  meter: METER,
  state: optional(oneOf('published', 'included', 'unpublished')),
  behind: optional(oneOf('contact', 'plan', 'unknown')),
});

/** A rate: its numbers, blocks and tiers where it has a price. */
export const RATE: PartShape = (rate, path, faults) => {
  STATED(rate, path, faults);
  if ((rate['state'] ?? 'published') === 'published') PRICED(rate, path, faults);
};
