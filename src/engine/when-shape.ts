import { CONDITION_KEYS } from './condition.ts';
import { parseInstant } from './instant.ts';
import { fields, isText, list, oneOf, optional, part, type Shape, that } from './shape.ts';
import { isTimeZone, WEEKDAYS } from './time-window.ts';

export const DATE: Shape = that(
  (value) => isText(value) && parseInstant(value) !== null,
  'a date such as 2026-11-20, or 2026-11-20T09:30:00Z',
);

const CLOCK = that(
  (value) => isText(value) && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value),
  'a time such as "16:30"',
);

const WINDOW = part(
  fields({
    zone: that((value) => isText(value) && isTimeZone(value), 'an IANA time zone such as UTC or Asia/Shanghai'),
    from: CLOCK,
    until: CLOCK,
    days: optional(list(oneOf(...WEEKDAYS), 'a list of days')),
  }),
);

const VALUE = that(
  (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  'a value such as "batch", or a list of values',
);

const SHAPES = new Map<string, Shape>([
  ...Object.keys(CONDITION_KEYS).map((key) => [key, VALUE] as const),
  ['time', optional(list(WINDOW))],
  ['dates', optional(part(fields({ from: optional(DATE), until: optional(DATE) })))],
]);
const KEY = oneOf(...SHAPES.keys());

/** The conditions of a rule: their keys, values, hours and dates. */
export const WHEN: Shape = optional(
  part((when, path, faults) => {
    for (const [key, value] of Object.entries(when)) {
      const shape = SHAPES.get(key);
      if (shape) shape(value, `${path}/${key}`, faults);
      else KEY(key, `${path}/${key}`, faults);
    }
  }),
);
