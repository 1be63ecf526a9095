import * as z from 'zod';
import type { Period } from '../../engine/rate-card.ts';
import { CAPABILITIES, MODALITIES } from './fact.ts';
import { MatchRuleFile } from './match-rule.ts';
import { PeriodFile } from './period.ts';
import { SourceFile } from './source.ts';
import { Printed, Slug, Url } from './text.ts';

/** `2026`, `2026-03` or `2026-03-13`: a date as precise as the source has it. */
const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected a date such as 2026-03-13, 2026-03 or 2026');

const Tokens = z.int('expected a whole number of tokens').positive();

/** Why a claim is taken for free or for part of a subscription. */
export const FREE_EVIDENCE = ['id_says_free', 'name_says_free'] as const;
export const SUBSCRIPTION_EVIDENCE = ['provider_id_says_plan', 'provider_name_says_plan'] as const;

/** What an upstream says about the price of an offer. Zeros without evidence are `unknown`, never a price. */
export const PriceClaim = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('published'), periods: z.array(PeriodFile as z.ZodType<Period>).min(1) }),
  z.strictObject({ state: z.literal('free'), evidence: z.enum(FREE_EVIDENCE), printed: Printed }),
  z.strictObject({ state: z.literal('subscription'), evidence: z.enum(SUBSCRIPTION_EVIDENCE), printed: Printed }),
  z.strictObject({
    state: z.literal('unknown'),
    reason: z
      .enum(['no_price', 'zero_without_evidence', 'not_readable'])
      .meta({ description: 'No price is given; all that are given are zero; or none of those given could be read.' }),
  }),
]);

/** What a reader of a claim must know about how it was read. The path is that in the upstream's own row. */
export const ClaimMark = z.strictObject({
  code: z
    .enum([
      'repaired_float',
      'odd_digits',
      'threshold_minus_one',
      'zero_beside_prices',
      'rule_in_code',
      'first_seen',
      'negative_price',
      'implausible_price',
      'conflicting_price',
      'price_not_in_usd',
      'unknown_price_key',
      'unknown_unit',
      'ambiguous_unit',
      'price_not_a_number',
      'price_is_text',
      'price_is_not_text',
      'unknown_constraint',
      'unread_condition',
      'unread_tier',
    ])
    .meta({
      description:
        'A code of the import report, which has the words; first_seen: a period begins when an import first had it.',
    }),
  path: z.string(),
  printed: Printed,
});

const Lifecycle = z.strictObject({
  status: Printed.exactOptional(),
  deprecated: z.boolean().exactOptional(),
  retired: z.boolean().exactOptional(),
  deprecated_on: PartialDate.exactOptional(),
  retires_on: PartialDate.exactOptional(),
  replacement: Printed.exactOptional(),
});

/** What one upstream says about one offer. */
export const OfferClaimFile = z.strictObject({
  model_id: z.string().min(1).meta({ description: "The id under which the upstream lists it: the provider's own." }),
  name: Printed.exactOptional(),
  aliases: z.array(Printed).min(1).exactOptional(),
  match: MatchRuleFile.exactOptional(),
  lab: Printed.meta({ description: 'Who made the model, where the upstream says so.' }).exactOptional(),
  family: Printed.exactOptional(),
  context_window: Tokens.exactOptional(),
  max_input: Tokens.exactOptional(),
  max_output: Tokens.exactOptional(),
  modalities: z
    .strictObject({
      input: z.array(z.enum(MODALITIES)).min(1).exactOptional(),
      output: z.array(z.enum(MODALITIES)).min(1).exactOptional(),
    })
    .exactOptional(),
  capabilities: z.partialRecord(z.enum(CAPABILITIES), z.boolean()).exactOptional(),
  weights: z.enum(['open', 'closed']).exactOptional(),
  released: PartialDate.exactOptional(),
  updated: PartialDate.exactOptional(),
  knowledge_until: PartialDate.exactOptional(),
  lifecycle: Lifecycle.exactOptional(),
  price: PriceClaim,
  marks: z.array(ClaimMark).min(1).exactOptional(),
});

/** `data/upstream/<name>/<provider>.json`: what one upstream says about one provider's offers. */
export const ClaimsFile = z.strictObject({
  schema: z.literal('ratecard.claims/1'),
  upstream: Slug,
  version: Printed.meta({ description: "The upstream's own version of its data." }),
  provider: z.strictObject({
    id: Slug,
    name: Printed.exactOptional(),
    pricing_pages: z.array(Url).min(1).exactOptional(),
    docs: Url.exactOptional(),
    base_url: Printed.exactOptional(),
    api_pattern: Printed.meta({ description: "A regular expression for the API's addresses." }).exactOptional(),
    match: MatchRuleFile.meta({ description: "Other names of the provider's." }).exactOptional(),
    model_match: MatchRuleFile.meta({ description: 'Bare model names that mean this provider.' }).exactOptional(),
    fallback_providers: z.array(Slug).min(1).exactOptional(),
  }),
  currency: z.string().min(3),
  sources: z.strictObject({ upstream: SourceFile }),
  offers: z.array(OfferClaimFile),
});

export type ClaimsFile = z.output<typeof ClaimsFile>;
export type OfferClaim = z.output<typeof OfferClaimFile>;
export type PriceClaim = z.output<typeof PriceClaim>;
export type ClaimMark = z.output<typeof ClaimMark>;
