import * as z from 'zod';
import { CONDITION_KEYS, type ConditionKey, type When } from '../../engine/condition.ts';
import { isTimeZone, type TimeWindow, WEEKDAYS } from '../../engine/time-window.ts';
import { DateText } from './text.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "16:30"');
const ClockEnd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time such as "16:30" or "24:00"');

const Window = z.strictObject({
  zone: z.string().refine(isTimeZone, 'expected an IANA time zone such as UTC or Asia/Shanghai'),
  from: Clock,
  until: ClockEnd.meta({ description: 'Exclusive; not after `from` means the next day.' }),
  days: z
    .array(z.enum(WEEKDAYS as [(typeof WEEKDAYS)[number]]))
    .min(1)
    .meta({ description: 'The days on which the window opens; every day when absent.' })
    .exactOptional(),
}) satisfies z.ZodType<TimeWindow>;

const Value = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).exactOptional();

const values = Object.fromEntries(Object.keys(CONDITION_KEYS).map((key) => [key, Value])) as Record<
  ConditionKey,
  typeof Value
>;

/** The conditions of a rule: all of them must hold. */
export const WhenFile = z.strictObject({
  ...values,
  time: z.array(Window).min(1).exactOptional(),
  dates: z
    .strictObject({ from: DateText.exactOptional(), until: DateText.exactOptional() })
    .refine(({ from, until }) => from === undefined || until === undefined || Date.parse(from) < Date.parse(until), {
      error: 'expected `from` before `until`',
      path: ['until'],
    })
    .refine(({ from, until }) => from !== undefined || until !== undefined, 'expected `from`, `until` or both')
    .exactOptional(),
}) satisfies z.ZodType<When>;
