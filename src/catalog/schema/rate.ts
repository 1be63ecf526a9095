import * as z from 'zod';
import type { Block, IncludedRate, PublishedRate, Rate, Span, Tiers, UnpublishedRate } from '../../engine/rate-card.ts';
import { compareTexts, DecimalText, PositiveText, Printed, SourceKey } from './text.ts';
import { WhenFile } from './when.ts';

export const SpanFile = z.enum(['day', 'month', 'year', 'once']) satisfies z.ZodType<Span>;

/** A meter's id; whether it exists is checked when the catalog is put together. */
export const MeterId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'expected a meter of data/meters.yaml, such as input_tokens');

/** Fields of every rule. */
export const rule = {
  label: Printed.meta({ description: 'What the page calls it.' }).exactOptional(),
  when: WhenFile.exactOptional(),
  source: SourceKey,
  reading: Printed.meta({
    description: 'What was read into the page rather than printed on it; bills repeat it as an assumption.',
  }).exactOptional(),
};

const Step = z.strictObject({ over: DecimalText, price: DecimalText });

const Steps = z
  .array(Step)
  .min(1)
  .refine(
    (steps) => steps.slice(1).every(({ over }, index) => (compareTexts(steps[index]?.over ?? '', over) ?? -1) < 0),
    'expected steps with rising `over`',
  );

const BoundaryFile = z
  .enum(['inclusive', 'exclusive'])
  .meta({ description: 'Whether a count equal to `over` has reached the step (inclusive) or not (exclusive).' });

const TiersFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cliff'), subject: MeterId, boundary: BoundaryFile, steps: Steps }),
  z.strictObject({
    kind: z.literal('volume'),
    subject: MeterId,
    span: SpanFile,
    boundary: BoundaryFile,
    steps: Steps,
  }),
  z.strictObject({
    kind: z.literal('graduated'),
    span: z.enum(['request', 'day', 'month', 'year', 'once']),
    steps: Steps,
  }),
]) satisfies z.ZodType<Tiers>;

const BlockFile = z
  .strictObject({ size: PositiveText.exactOptional(), minimum: DecimalText.exactOptional() })
  .refine((block) => Object.keys(block).length > 0, 'expected a size, a minimum, or both') satisfies z.ZodType<Block>;

const base = {
  meter: MeterId,
  spec: Printed.meta({ description: "The page's words for the unit." }).exactOptional(),
  ...rule,
};

const Published = z.strictObject({
  ...base,
  state: z.literal('published').exactOptional(),
  price: DecimalText,
  per: z
    .int('expected a whole number such as 1000000')
    .positive('expected a whole number above zero')
    .meta({ description: 'How many units the price buys.' }),
  block: BlockFile.exactOptional(),
  tiers: TiersFile.exactOptional(),
}) satisfies z.ZodType<PublishedRate>;

const Included = z.strictObject({ ...base, state: z.literal('included') }) satisfies z.ZodType<IncludedRate>;

const Unpublished = z.strictObject({
  ...base,
  state: z.literal('unpublished'),
  behind: z.enum(['contact', 'plan', 'unknown']).exactOptional(),
}) satisfies z.ZodType<UnpublishedRate>;

/** The price of a meter: published, included at no charge, or unpublished. */
export const RateFile = z.discriminatedUnion('state', [Published, Included, Unpublished]) satisfies z.ZodType<Rate>;
