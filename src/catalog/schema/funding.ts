import * as z from 'zod';
import type { Funding } from '../../engine/funding.ts';
import { compareTexts, DecimalText, DurationText, PositiveText, Printed, SourceKey } from './text.ts';

const TopUpFeeFile = z
  .strictObject({
    percent: DecimalText.exactOptional(),
    fixed: DecimalText.exactOptional(),
    minimum: DecimalText.exactOptional(),
    charged: z
      .enum(['on_top', 'inside', 'unstated'])
      .meta({ description: 'Whether the fee is paid beside the credit or taken out of it.' }),
    base: z
      .enum(['net', 'gross'])
      .meta({ description: 'What a percentage taken from inside is of: the charge (gross) or the credit (net).' })
      .exactOptional(),
    rounding: z
      .strictObject({ increment: PositiveText, mode: z.enum(['up', 'down', 'half_up', 'half_even']) })
      .exactOptional(),
  })
  .refine((fee) => fee.percent !== undefined || fee.fixed !== undefined || fee.minimum !== undefined, {
    error: 'expected a percent, a fixed amount or a minimum',
  })
  .refine((fee) => fee.percent === undefined || Number.parseInt(fee.percent, 10) < 100, {
    error: 'expected less than 100 percent',
    path: ['percent'],
  });

/** How an account is paid up. */
export const FundingFile = z.strictObject({
  method: z.string().min(1).meta({ description: 'card, crypto, invoice; any where the provider names none.' }),
  fee: TopUpFeeFile.exactOptional(),
  purchase: z
    .strictObject({
      minimum: DecimalText.exactOptional(),
      maximum: PositiveText.exactOptional(),
      step: PositiveText.exactOptional(),
    })
    .refine(({ minimum = '', maximum = '' }) => (compareTexts(maximum, minimum) ?? 0) >= 0, {
      error: 'expected a maximum that is not below the minimum',
      path: ['maximum'],
    })
    .exactOptional(),
  expiry: z.strictObject({ after: DurationText, certainty: z.enum(['may', 'will']) }).exactOptional(),
  printed: Printed.exactOptional(),
  source: SourceKey,
}) satisfies z.ZodType<Funding>;
