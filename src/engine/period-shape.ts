import { noteFault } from './card-fault.ts';
import { parseInstant } from './instant.ts';
import { RATE, SPANS } from './rate-shape.ts';
import { MODE_WORDS } from './rounding.ts';
import {
  ABOVE_ZERO,
  byKind,
  DECIMAL,
  DURATION,
  fields,
  list,
  METER,
  oneOf,
  optional,
  type PartShape,
  part,
  type Shape,
} from './shape.ts';
import { DATE, WHEN } from './when-shape.ts';

const rule = (...shapes: readonly PartShape[]): Shape => part(...shapes, fields({ when: WHEN }));
const rules = (...shapes: readonly PartShape[]): Shape => optional(list(rule(...shapes)));

const SPAN = oneOf(...SPANS);
const AMOUNT = fields({ amount: DECIMAL, span: SPAN });
const METERS = list(METER, 'a list of meters');

export const ROUNDING: PartShape = fields({ increment: ABOVE_ZERO, mode: oneOf(...Object.keys(MODE_WORDS)) });

/** The rules of a period: everything that the engine goes on to read of them. */
const RULES: PartShape = fields({
  rates: list(rule(RATE), 'a list of rates'),
  multipliers: rules(fields({ factor: DECIMAL, meters: optional(METERS) })),
  allowances: rules(fields({ quantity: DECIMAL, span: SPAN, meters: METERS })),
  fees: rules(
    byKind({
      percent: fields({
        percent: DECIMAL,
        base: oneOf('list_cost', 'usage_cost'),
        above: optional(part(AMOUNT)),
      }),
      recurring: AMOUNT,
    }),
  ),
  minimums: rules(AMOUNT),
  commitments: rules(fields({ quantity: DECIMAL, span: SPAN, meter: METER, term: DURATION })),
  credits: rules(AMOUNT),
  request_rounding: optional(rule(ROUNDING)),
  request_minimum: optional(rule(fields({ amount: DECIMAL }))),
  invoice_rounding: optional(rule(ROUNDING)),
});

const SIDE: Shape = (value, path, faults) => {
  if (value !== null) DATE(value, path, faults);
};

/** Periods that begin and end at dates that can be read, in that order, each with its rules. */
export const PERIODS: Shape = list(
  part(RULES, fields({ from: SIDE, until: SIDE }), ({ from, until }, path, faults) => {
    const [begin, end] = [from, until].map((date) => parseInstant(String(date))?.ms ?? null);
    if (begin != null && end != null && begin >= end) {
      noteFault(faults, `${path}/until`, until, `a date after the ${from} of its \`from\``);
    }
  }),
  'a list of periods',
);
