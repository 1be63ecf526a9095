import * as z from 'zod';
import { Decimal, isDecimalString, MAX_DECIMAL_LENGTH } from '../../engine/decimal.ts';
import { parseInstant } from '../../engine/instant.ts';

/** A price or quantity: quoted digits, optionally a point and digits. */
export const DecimalText = z
  .string('expected a quoted decimal such as "0.35"')
  .max(MAX_DECIMAL_LENGTH, `expected at most ${MAX_DECIMAL_LENGTH} characters`)
  .regex(/^\d+(\.\d+)?$/, 'expected a plain decimal such as "0.35": no sign, exponent, separator or currency mark')
  .meta({ description: 'A plain decimal in quotes, such as "0.35".' });

/** A decimal above zero. */
export const PositiveText = DecimalText.refine((text) => /[1-9]/.test(text), 'expected a number above zero');

/** Below zero where one decimal is less than another, zero where they are equal; null where one is no decimal. */
export function compareTexts(a: string, b: string): number | null {
  return isDecimalString(a) && isDecimalString(b) ? new Decimal(a).cmp(b) : null;
}

/** `2026-11-20`, or a date and time with its offset. */
export const DateText = z
  .string('expected a date such as 2026-11-20')
  .refine((text) => parseInstant(text) !== null, 'expected a date such as 2026-11-20, or 2026-11-20T09:30:00Z')
  .meta({ description: 'A date such as 2026-11-20, or a date and time with its offset.' });

/** A day without a time. */
export const DayText = z
  .string('expected a date such as 2026-11-20')
  .refine((text) => text.length === 10 && parseInstant(text) !== null)
  .meta({ description: 'A date such as 2026-11-20.' });

/** A part of an id: lower case, digits, dots and dashes. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'expected lower-case letters, digits, dots, dashes or underscores');

const TWO_PARTS = /^[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*$/;

/** `lab/model`. */
export const ModelId = z.string().regex(TWO_PARTS, 'expected lab/model, such as mistralai/mistral-small-3.1');

/** `provider/offer`. */
export const OfferId = z
  .string()
  .regex(TWO_PARTS, 'expected provider/offer, such as openrouter/mistral-small-3.1-24b-instruct');

/** A date, or only its month, `2023-12`, where the words name no day. */
export const MonthText = z
  .string('expected a month such as 2023-12, or a date such as 2023-12-31')
  .refine((text) => parseInstant(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text) !== null)
  .meta({ description: 'A month such as 2023-12, or a date such as 2023-12-31.' });

/** An ISO 8601 duration in whole units: `P1Y`, `P30D`. */
export const DurationText = z.string().regex(/^P[1-9]\d*[DWMY]$/, 'expected an ISO 8601 duration such as P1M or P1Y');

export const Url = z
  .url({ protocol: /^https?$/, error: 'expected an address such as https://example.com/pricing' })
  .max(2000);

/** Words as a page prints them. */
export const Printed = z.string().min(1, 'expected some text');

/** A key of the file's own `sources`. */
export const SourceKey = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a key of sources, such as page');
