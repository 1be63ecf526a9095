import * as z from 'zod';
import { MeterId } from './rate.ts';
import { DecimalText, PositiveText, Printed, SourceKey } from './text.ts';

/**
 * A statement printed beside a price that is not a rate, with the reading that explains it. The verdict is
 * computed from the offer's rates when the catalog is put together; one that fails is a problem.
 */
export const PrintedClaimFile = z.strictObject({
  printed: Printed,
  amount: DecimalText,
  claimed_unit: z.enum(['call', 'million_tokens', 'request', 'message']),
  explanation: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('blend'),
      shares: z
        .record(MeterId, PositiveText)
        .refine((shares) => Object.keys(shares).length > 0, { error: 'expected the parts of the blend' })
        .meta({
          description:
            'Parts of the blend, apart from each other: {input_tokens: "50", output_tokens: "50"}, or with half of three parts of input cached {input_tokens: "37.5", cache_read_tokens: "37.5", output_tokens: "25"}.',
        }),
    }),
    z.strictObject({ kind: z.literal('rate'), meter: MeterId }),
    z.strictObject({ kind: z.literal('unexplained') }),
  ]),
  source: SourceKey,
});

export type PrintedClaim = z.output<typeof PrintedClaimFile>;
