import * as z from 'zod';
import { DateText, Printed, Slug } from './text.ts';

const Count = z.int().min(0);

/** `data/upstream/<name>/report.json`: what became of every row of an upstream, and which files hold the claims. */
export const ImportReportFile = z.strictObject({
  schema: z.literal('ratecard.import-report/1'),
  upstream: Slug,
  version: Printed,
  as_of: DateText.exactOptional(),
  rows: z.strictObject({
    read: Count.meta({ description: 'Rows of the upstream: one for each model of each provider.' }),
    priced: Count.meta({ description: 'Those of them that give any price.' }),
    claims: Count,
    left_out: Count,
    rates: Count.meta({ description: 'Rates in all claims, over all periods.' }),
  }),
  states: z.record(z.string(), Count).meta({ description: 'Claims by the state of their price.' }),
  reasons: z.record(z.string(), Count).meta({ description: 'How many notes there are of each code.' }),
  notes: z.array(
    z.strictObject({
      code: z.string(),
      left_out: z.boolean().meta({ description: 'Whether the row is in no claim.' }),
      provider: z.string(),
      model_id: z.string(),
      path: z.string(),
      found: z.string(),
    }),
  ),
  files: z
    .record(Slug, z.strictObject({ offers: Count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .meta({ description: 'The files beside this one, by provider: what is not here, or differs, is not the import.' }),
});

export type ImportReportFile = z.output<typeof ImportReportFile>;
