import * as z from 'zod';
import { AuthFile, EndpointFile, ErrorFile, ParameterFile, StreamingFile } from './call.ts';
import { Capabilities, DatedFact, Modalities, MonthFact, StatedFact, TokenCount, Weights } from './fact.ts';
import { PeriodFile } from './period.ts';
import { PrintedClaimFile } from './printed-claim.ts';
import { Sources } from './source.ts';
import { DateText, ModelId, Printed, SourceKey, Url } from './text.ts';

const PrintedList = z.strictObject({ printed: z.array(Printed).min(1), source: SourceKey });

/** `data/offers/<provider>/<offer>.yaml`: one provider selling one model, checked by hand against a page. */
export const OfferFile = z.strictObject({
  model: ModelId,
  model_id: z.string().min(1).meta({ description: "The id that the provider's API takes." }),
  name: Printed,
  aliases: z
    .array(Printed)
    .meta({ description: 'Other names and ids under which this offer is looked for.' })
    .exactOptional(),
  maker_printed: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  family: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  category: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  task: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  currency: z.string().min(3).meta({ description: "When it differs from the provider's." }).exactOptional(),
  context_window: TokenCount.exactOptional(),
  max_output: TokenCount.exactOptional(),
  modalities: Modalities.exactOptional(),
  capabilities: Capabilities.exactOptional(),
  weights: Weights.exactOptional(),
  closed_endpoint: StatedFact.meta({
    description: 'Whether the page calls its endpoint proprietary, which says nothing of the weights.',
  }).exactOptional(),
  released: DatedFact.exactOptional(),
  knowledge_until: MonthFact.exactOptional(),
  retired: DatedFact.meta({ description: 'When the provider stopped, or will stop, serving it.' }).exactOptional(),
  price_tier: z
    .strictObject({ printed: Printed, source: SourceKey })
    .meta({ description: 'What the page calls the tier of its prices, where that decides nothing.' })
    .exactOptional(),
  added: DatedFact.exactOptional(),
  tracking_since: DatedFact.exactOptional(),
  base_url: Url.meta({ description: 'What an SDK is pointed at.' }).exactOptional(),
  auth: AuthFile.exactOptional(),
  endpoints: z.array(EndpointFile).exactOptional(),
  parameters: z.array(ParameterFile).exactOptional(),
  response_usage: z
    .strictObject({ fields: z.array(z.string().min(1)).min(1), source: SourceKey })
    .meta({ description: 'The fields of the usage object in an answer.' })
    .exactOptional(),
  response: z
    .strictObject({
      object: z.string().exactOptional(),
      fields: z.array(z.string().min(1)).min(1),
      finish_reasons: z.array(z.string().min(1)).exactOptional(),
      source: SourceKey,
    })
    .meta({ description: 'The fields of an answer, and how it can end.' })
    .exactOptional(),
  errors: z.array(ErrorFile).exactOptional(),
  streaming: StreamingFile.exactOptional(),
  samples: z
    .strictObject({
      languages: z.array(Printed).min(1),
      packages: z.array(Printed).min(1).exactOptional(),
      source: SourceKey,
    })
    .meta({ description: 'The languages in which the page shows a quick start, and the packages that it uses.' })
    .exactOptional(),
  strengths: PrintedList.exactOptional(),
  use_cases: PrintedList.exactOptional(),
  collections: PrintedList.exactOptional(),
  related: z
    .strictObject({
      models: z
        .array(z.strictObject({ printed: Printed, url: Url.exactOptional(), seller: Printed.exactOptional() }))
        .min(1),
      source: SourceKey,
    })
    .exactOptional(),
  links: z
    .array(z.strictObject({ label: Printed, url: Url.exactOptional(), source: SourceKey }))
    .meta({ description: 'Where the page leads; without an address where none is printed.' })
    .exactOptional(),
  notes: z
    .array(z.strictObject({ text: Printed, source: SourceKey }))
    .meta({ description: 'What the page says of itself that does not hold, or needs a word, in our own words.' })
    .exactOptional(),
  printed_claims: z.array(PrintedClaimFile).exactOptional(),
  checked: DateText.meta({ description: 'When this file was last held against its page.' }),
  periods: z.array(PeriodFile).min(1),
  sources: Sources,
});

export type OfferFile = z.output<typeof OfferFile>;
