import * as z from 'zod';
import { FundingFile } from '../../catalog/schema/funding.ts';
import { MatchRuleFile } from '../../catalog/schema/match-rule.ts';
import { MetersFile } from '../../catalog/schema/meters-file.ts';
import { ModelFile } from '../../catalog/schema/model-file.ts';
import { OfferFile } from '../../catalog/schema/offer-file.ts';
import { PeriodFile } from '../../catalog/schema/period.ts';
import { ProviderFile } from '../../catalog/schema/provider-file.ts';
import { RateFile } from '../../catalog/schema/rate.ts';
import { SourceFile } from '../../catalog/schema/source.ts';
import { DateText, ModelId, Printed, Slug } from '../../catalog/schema/text.ts';
import { WhenFile } from '../../catalog/schema/when.ts';

const OfferId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*\/[a-z0-9][a-z0-9._-]*$/)
  .meta({ description: 'provider/offer, such as empiriolabs/mistral-small-3-1.' });
const Currency = z.string().min(3).meta({ description: 'ISO 4217, or a unit of credit of the provider.' });
const Count = z.int().nonnegative();
const Aliases = z.array(Printed).min(1).exactOptional().meta({ description: 'Other names of it.' });

/** A key of an offer's sources; those that its provider and upstreams add begin with `provider/` and `upstream/`. */
const OfferSourceKey = z.string().regex(/^((provider|upstream)\/)?[a-z][a-z0-9_]*$/);
const TrustWord = z.enum(['checked', 'corroborated', 'imported', 'disputed']).meta({
  description: 'Checked by hand; agreed on by two public datasets; from one alone; or differing between them.',
});
const Opinion = z.strictObject({ source: OfferSourceKey, price: z.string() });
const Trust = z.strictObject({
  state: TrustWord,
  agreeing: z.array(OfferSourceKey),
  disputes: z.array(z.strictObject({ meter: z.string(), opinions: z.array(Opinion) })),
  as_of: DateText,
});

const Match = MatchRuleFile.meta({
  description: 'What an upstream says other names of the offer are like.',
}).exactOptional();
const ModelMatch = MatchRuleFile.meta({
  description: "What an upstream says bare names of the provider's models are like.",
}).exactOptional();

const Offer = OfferFile.extend({
  id: OfferId,
  provider: Slug,
  currency: Currency,
  funding: z
    .array(FundingFile.extend({ source: OfferSourceKey }))
    .min(1)
    .exactOptional(),
  checked: DateText.exactOptional(),
  match: Match,
  trust: Trust,
  sources: z.record(OfferSourceKey, SourceFile),
});
const Model = ModelFile.extend({ id: ModelId, lab: Slug });
const Provider = ProviderFile.extend({
  id: Slug,
  model_match: ModelMatch,
});

/** Every kind of document that the API gives, by the name that its description has. */
export const DOCUMENTS = {
  Index: z
    .strictObject({
      schema: z.literal('ratecard.index/1'),
      version: z.string().meta({ description: 'The version of the data.' }),
      as_of: DateText.meta({ description: 'The latest day on which an offer was held against its page.' }),
      counts: z.strictObject({
        providers: Count,
        models: Count,
        offers: Count,
        rates: Count,
        meters: Count,
        workloads: Count,
      }),
      providers: z.array(
        z.strictObject({
          id: Slug,
          name: Printed,
          aliases: Aliases,
          model_match: ModelMatch,
          kind: z.string(),
          offers: Count,
        }),
      ),
      models: z.array(z.strictObject({ id: ModelId, name: Printed, lab_name: Printed, offers: Count })),
      offers: z.array(
        z.strictObject({
          id: OfferId,
          model: ModelId,
          model_id: z.string(),
          name: Printed,
          aliases: Aliases,
          match: Match,
          trust: TrustWord,
          as_of: DateText,
        }),
      ),
    })
    .meta({ description: 'What there is: the id and name of everything, in the order of ids.' }),
  OffersDocument: z
    .strictObject({
      schema: z.literal('ratecard.offers/1'),
      provider: Slug,
      offers: z.array(
        z.strictObject({
          title: Printed.meta({ description: 'The model at its seller, as a heading says it.' }),
          offer: Offer,
        }),
      ),
    })
    .meta({ description: 'The offers of a provider, each whole: rate card in dated periods, terms, facts, sources.' }),
  ModelDocument: z
    .strictObject({ schema: z.literal('ratecard.model/1'), model: Model, offers: z.array(OfferId) })
    .meta({ description: 'One model, and the ids of the offers that sell it.' }),
  ProviderDocument: z
    .strictObject({ schema: z.literal('ratecard.provider/1'), provider: Provider, offers: z.array(OfferId) })
    .meta({ description: 'One provider with its terms of payment, and the ids of its offers.' }),
  MetersDocument: MetersFile.extend({ schema: z.literal('ratecard.meters/1') }).meta({
    description: 'What can be counted, and which count contains which.',
  }),
} as const satisfies Record<string, z.ZodType>;

export type DocumentName = keyof typeof DOCUMENTS;

/** Parts of documents that the description names and refers to. */
const PARTS = {
  Offer,
  Model,
  Provider,
  Period: PeriodFile,
  Rate: RateFile,
  When: WhenFile,
  Source: SourceFile,
} as const satisfies Record<string, z.ZodType>;

/** Every document and named part as JSON Schema 2020-12, referring to one another inside an OpenAPI description. */
export function documentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...DOCUMENTS, ...PARTS })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as object]),
  );
}
