import * as z from 'zod';
import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import type { PublishedRate, TierStep } from '../../engine/rate-card.ts';
import { capabilitiesFact, given, modalitiesFact, readDate, readModalities, readTokens } from '../facts.ts';
import { faultOf, parseShape } from '../parse-shape.ts';
import { priceClaim } from '../price-claim.ts';
import { MILLION, readRate } from '../read-rate.ts';
import type { Row } from '../row.ts';
import { translateRows } from '../rows.ts';
import { withSteps } from '../steps.ts';
import type { Translation } from '../translation.ts';

const Model = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  canonical_slug: z.string().nullish(),
  context_length: z.unknown().optional(),
  knowledge_cutoff: z.unknown().optional(),
  expiration_date: z.unknown().optional(),
  architecture: z
    .looseObject({ input_modalities: z.array(z.string()).nullish(), output_modalities: z.array(z.string()).nullish() })
    .nullish(),
  top_provider: z.looseObject({ max_completion_tokens: z.unknown().optional() }).nullish(),
  supported_parameters: z.array(z.string()).nullish(),
  pricing: z.looseObject({ overrides: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
});
const Answer = z.looseObject({ data: z.array(z.unknown()).min(1) });

type Model = z.output<typeof Model>;

/** Keys of prices in dollars per unit, the meter of each, and for how many units a rate is written. */
const METERS: Readonly<Record<string, readonly [meter: string, per: number]>> = {
  prompt: ['input_tokens', MILLION],
  completion: ['output_tokens', MILLION],
  input_cache_read: ['cache_read_tokens', MILLION],
  input_cache_write: ['cache_write_tokens', MILLION],
  input_cache_write_1h: ['cache_write_1h_tokens', MILLION],
  internal_reasoning: ['output_reasoning_tokens', MILLION],
  audio: ['input_audio_tokens', MILLION],
  audio_output: ['output_audio_tokens', MILLION],
  input_audio_cache: ['cache_audio_read_tokens', MILLION],
  image_token: ['input_image_tokens', MILLION],
  image_output: ['output_image_tokens', MILLION],
  request: ['requests', 1],
  web_search: ['web_searches', 1000],
};
/** Zero for these is a price of zero; for all others it says that nothing is charged apart. */
const MAIN = ['prompt', 'completion'];
const CONDITIONS = ['utc_start', 'utc_end'];

/** The models of OpenRouter's public list as claims of one provider. */
export function translateOpenrouter(data: unknown): Translation {
  const { data: rows } = parseShape(Answer, data, '{data: [...]} with one object per model');
  const provider = { id: 'openrouter', name: 'OpenRouter', base_url: 'https://openrouter.ai/api/v1' };
  return translateRows([
    {
      provider,
      rows,
      parse: (row) => {
        const result = Model.safeParse(row);
        return result.success ? { model: result.data } : { fault: faultOf(result.error) };
      },
      isPriced: ({ pricing }) => Object.keys(pricing ?? {}).length > 0,
      translate: translateModel,
    },
  ]);
}

function translateModel(model: Model, row: Row): OfferClaim {
  const { architecture, supported_parameters, canonical_slug } = model;
  const has = (...names: string[]): true | undefined =>
    names.some((name) => supported_parameters?.includes(name)) ? true : undefined;
  const ends = readDate(model.expiration_date, 'expiration_date', row);
  const facts = {
    ...given({
      name: model.name || undefined,
      aliases: canonical_slug && canonical_slug !== model.id ? [canonical_slug] : undefined,
      context_window: readTokens(model.context_length, 'context_length', row),
      max_output: readTokens(model.top_provider?.max_completion_tokens, 'top_provider/max_completion_tokens', row),
    }),
    ...modalitiesFact(
      readModalities(architecture?.input_modalities, 'architecture/input_modalities', row),
      readModalities(architecture?.output_modalities, 'architecture/output_modalities', row),
    ),
    ...capabilitiesFact({
      tool_calling: has('tools'),
      parallel_tool_calls: has('parallel_tool_calls'),
      json_mode: has('response_format'),
      structured_output: has('structured_outputs'),
      reasoning: has('reasoning', 'include_reasoning'),
    }),
    ...given({
      knowledge_until: readDate(model.knowledge_cutoff, 'knowledge_cutoff', row),
      lifecycle: ends === undefined ? undefined : { retires_on: ends },
    }),
  };
  const offer = { provider: { id: 'openrouter' }, model_id: model.id, name: model.name ?? undefined };
  const rates = readPrices(model.pricing, row);
  const price = priceClaim([{ from: null, until: null, rates }], { ...offer, given: model.pricing ?? null }, row);
  const marks = row.marks();
  return { model_id: model.id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}

function readPrices(pricing: Model['pricing'], row: Row): PublishedRate[] {
  const { overrides, discount, ...flat } = pricing ?? {};
  if (Number(discount ?? 0) !== 0) row.note('unread_condition', 'pricing/discount', discount);
  const base = rateFields(flat, 'pricing', row);
  const steps = new Map<string, TierStep[]>();
  for (const [index, override] of (overrides ?? []).entries()) {
    const { min_prompt_tokens, ...prices } = override;
    const path = `pricing/overrides/${index}`;
    if (CONDITIONS.some((key) => key in override) || !Number.isSafeInteger(min_prompt_tokens)) {
      row.note('unread_condition', path, override);
      continue;
    }
    for (const { meter, price } of rateFields(prices, path, row)) {
      if (!base.some((rate) => rate.meter === meter)) row.note('unread_tier', path, `${meter} ${price}`);
      const before = (steps.get(meter) ?? []).filter(({ over }) => over !== String(min_prompt_tokens));
      steps.set(meter, [...before, { over: String(min_prompt_tokens), price }]);
    }
  }
  return base.map((rate) => withSteps(rate, steps.get(rate.meter) ?? [], null));
}

function rateFields(prices: Readonly<Record<string, unknown>>, at: string, row: Row): PublishedRate[] {
  return Object.entries(prices).flatMap(([key, value]) => {
    const path = `${at}/${key}`;
    if (value === null || value === undefined) return [];
    if (!MAIN.includes(key) && /^0(\.0*)?$/.test(String(value))) {
      row.note('zero_as_absent', path, value);
      return [];
    }
    const [meter, per] = METERS[key] ?? [];
    if (meter === undefined || per === undefined) {
      const same = key === 'image' && value === prices['prompt'];
      row.note(same ? 'derived_price' : key === 'image' ? 'ambiguous_unit' : 'unknown_price_key', path, value);
      return [];
    }
    return readRate({ key, meter, value, form: 'text', given_per: 1, per, path }, row) ?? [];
  });
}
