import * as z from 'zod';
import type { Fee, Period } from '../../engine/rate-card.ts';
import type { RoundingMode } from '../../engine/rounding.ts';
import { MeterId, RateFile, rule, SpanFile } from './rate.ts';
import { DateText, DecimalText, DurationText, PositiveText, Printed } from './text.ts';

const labelled = { ...rule, label: Printed };
const Mode = z.enum(['up', 'down', 'half_up', 'half_even']) satisfies z.ZodType<RoundingMode>;
const Rounding = z.strictObject({ increment: PositiveText, mode: Mode, ...rule });

const FeeFile = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    percent: DecimalText,
    base: z.enum(['list_cost', 'usage_cost']),
    above: z.strictObject({ amount: DecimalText, span: SpanFile }).exactOptional(),
    ...labelled,
  }),
  z.strictObject({ kind: z.literal('recurring'), amount: DecimalText, span: SpanFile, ...labelled }),
]) satisfies z.ZodType<Fee>;

/** The rates and rules in force from `from` (inclusive) until `until` (exclusive). */
export const PeriodFile = z
  .strictObject({
    from: DateText.nullable().meta({ description: 'Inclusive; null means open.' }),
    until: DateText.nullable().meta({ description: 'Exclusive; null means open.' }),
    rates: z.array(RateFile),
    multipliers: z
      .array(z.strictObject({ factor: DecimalText, meters: z.array(MeterId).min(1).exactOptional(), ...labelled }))
      .exactOptional(),
    allowances: z
      .array(z.strictObject({ meters: z.array(MeterId).min(1), quantity: DecimalText, span: SpanFile, ...labelled }))
      .exactOptional(),
    request_rounding: Rounding.exactOptional(),
    request_minimum: z.strictObject({ amount: PositiveText, ...rule }).exactOptional(),
    fees: z.array(FeeFile).exactOptional(),
    invoice_rounding: Rounding.exactOptional(),
    minimums: z.array(z.strictObject({ amount: DecimalText, span: SpanFile, ...labelled })).exactOptional(),
    commitments: z
      .array(
        z.strictObject({ meter: MeterId, quantity: PositiveText, span: SpanFile, term: DurationText, ...labelled }),
      )
      .exactOptional(),
    credits: z.array(z.strictObject({ amount: PositiveText, span: SpanFile, ...labelled })).exactOptional(),
  })
  .refine(({ from, until }) => from === null || until === null || Date.parse(from) < Date.parse(until), {
    error: 'expected `from` before `until`',
    path: ['until'],
  }) satisfies z.ZodType<Period>;
