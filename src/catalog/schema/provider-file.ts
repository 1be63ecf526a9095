import * as z from 'zod';
import { FundingFile } from './funding.ts';
import { Sources } from './source.ts';
import { DecimalText, Printed, SourceKey, Url } from './text.ts';

/** `data/providers/<provider>.yaml`: who sells access, and how an account is paid up. */
export const ProviderFile = z.strictObject({
  name: Printed,
  kind: z.enum(['lab', 'cloud', 'host', 'gateway', 'listing', 'seller']).meta({
    description:
      'A listing shows the prices of others; a gateway passes requests on to them; a seller is any of these, nobody said which.',
  }),
  aliases: z.array(Printed).exactOptional(),
  home: Url.exactOptional(),
  pricing_pages: z.array(Url).exactOptional(),
  docs: Url.exactOptional(),
  currency: z.string().min(3).meta({ description: 'ISO 4217, or the unit of credit that it sells.' }),
  billing: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  funding: z
    .array(FundingFile)
    .min(1)
    .refine(
      (all) => new Set(all.map(({ method }) => method)).size === all.length,
      'expected each method once; join its terms',
    )
    .exactOptional(),
  free_credit: z
    .strictObject({
      amount: DecimalText.nullable().meta({ description: 'Null where the provider does not say how much.' }),
      printed: Printed,
      source: SourceKey,
    })
    .exactOptional(),
  sources: Sources,
});

export type ProviderFile = z.output<typeof ProviderFile>;
