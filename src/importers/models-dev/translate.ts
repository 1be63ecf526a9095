import * as z from 'zod';
import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import type { PublishedRate, TierStep } from '../../engine/rate-card.ts';
import { flatRates, modeRates } from '../cost-object.ts';
import { asBoolean, capabilitiesFact, given, modalitiesFact, readDate, readModalities, readTokens } from '../facts.ts';
import { faultOf, parseShape } from '../parse-shape.ts';
import { priceClaim } from '../price-claim.ts';
import type { Row } from '../row.ts';
import { type ProviderRows, translateRows } from '../rows.ts';
import { READ_AS_CLIFF, withSteps } from '../steps.ts';
import type { Translation } from '../translation.ts';

const Numbers = z.record(z.string(), z.unknown());
const Tier = z.looseObject({ tier: z.looseObject({ type: z.literal('context'), size: z.int().positive() }) });
const Model = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  family: z.string().nullish(),
  cost: z.looseObject({ tiers: z.unknown().optional(), context_over_200k: Numbers.nullish() }).nullish(),
  limit: Numbers.nullish(),
  modalities: z.looseObject({ input: z.array(z.string()).nullish(), output: z.array(z.string()).nullish() }).nullish(),
  status: z.string().nullish(),
  experimental: z
    .looseObject({
      modes: z
        .record(
          z.string(),
          z.looseObject({ cost: Numbers.nullish(), provider: z.looseObject({ body: Numbers.nullish() }).nullish() }),
        )
        .nullish(),
    })
    .nullish(),
});
const Provider = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  doc: z.string().nullish(),
  api: z.string().nullish(),
  models: z.record(z.string(), z.unknown()),
});
const Catalog = z
  .record(z.string(), Provider)
  .refine((all) => Object.keys(all).length > 0, 'expected at least one provider');

type Model = z.output<typeof Model>;
type Provider = z.output<typeof Provider>;

/** The providers and models of models.dev's `api.json` as claims. */
export function translateModelsDev(data: unknown): Translation {
  const providers = parseShape(Catalog, data, 'providers by id, each with its models by id');
  return translateRows(Object.values(providers).map(rowsOf));
}

function rowsOf(provider: Provider): ProviderRows<Model> {
  const { id, name, doc, api } = provider;
  return {
    provider: {
      id,
      ...(name ? { name } : {}),
      ...(doc && URL.canParse(doc) ? { docs: doc } : {}),
      ...(api ? { base_url: api } : {}),
    },
    rows: Object.values(provider.models),
    parse: (row) => {
      const result = Model.safeParse(row);
      return result.success ? { model: result.data } : { fault: faultOf(result.error) };
    },
    isPriced: ({ cost }) => Object.values(cost ?? {}).some((value) => value !== null && value !== undefined),
    translate: (model, row) => translateModel(model, provider, row),
  };
}

function translateModel(model: Model, provider: Provider, row: Row): OfferClaim {
  const { limit, modalities, cost } = model;
  const open = asBoolean(model['open_weights']);
  const facts = {
    ...given({
      name: model.name || undefined,
      family: model.family || undefined,
      context_window: readTokens(limit?.['context'], 'limit/context', row),
      max_input: readTokens(limit?.['input'], 'limit/input', row),
      max_output: readTokens(limit?.['output'], 'limit/output', row),
    }),
    ...modalitiesFact(
      readModalities(modalities?.input, 'modalities/input', row),
      readModalities(modalities?.output, 'modalities/output', row),
    ),
    ...capabilitiesFact({
      tool_calling: asBoolean(model['tool_call']),
      structured_output: asBoolean(model['structured_output']),
      reasoning: asBoolean(model['reasoning']),
    }),
    ...given({
      weights: open === undefined ? undefined : open ? ('open' as const) : ('closed' as const),
      released: readDate(model['release_date'], 'release_date', row),
      updated: readDate(model['last_updated'], 'last_updated', row),
      knowledge_until: readDate(model['knowledge'], 'knowledge', row),
      lifecycle: model.status ? { status: model.status } : undefined,
    }),
  };
  const modes = modeRates(model.experimental?.modes, 'experimental/modes', row);
  const rates = [...tieredRates(cost, row), ...modes];
  const offer = { provider: { id: provider.id, name: provider.name ?? undefined }, model_id: model.id };
  const named = { ...offer, name: model.name ?? undefined, given: cost ?? null };
  const price = priceClaim([{ from: null, until: null, rates }], named, row);
  const marks = row.marks();
  return { model_id: model.id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}

/** Flat prices, with those over a context size as steps. `context_over_200k` repeats a tier where there are tiers. */
function tieredRates(cost: Model['cost'], row: Row): PublishedRate[] {
  if (!cost) return [];
  const { tiers, context_over_200k, ...flat } = cost;
  const sizes: { size: number; rates: PublishedRate[] }[] = [];
  for (const [index, value] of Array.isArray(tiers) ? tiers.entries() : []) {
    const tier = Tier.safeParse(value);
    if (!tier.success) row.note('unread_tier', `cost/tiers/${index}`, value);
    else {
      const { tier: limit, ...prices } = tier.data;
      sizes.push({ size: limit.size, rates: flatRates(prices, `cost/tiers/${index}`, undefined, row) });
    }
  }
  if (tiers !== undefined && !Array.isArray(tiers)) row.note('unread_tier', 'cost/tiers', tiers);
  if (context_over_200k && sizes.length > 0) row.note('derived_price', 'cost/context_over_200k', context_over_200k);
  else if (context_over_200k) {
    sizes.push({ size: 200_000, rates: flatRates(context_over_200k, 'cost/context_over_200k', undefined, row) });
  }
  const base = flatRates(flat, 'cost', undefined, row);
  for (const { size, rates } of sizes) {
    for (const { meter, price } of rates) {
      if (!base.some((rate) => rate.meter === meter)) row.note('unread_tier', `cost/tiers/${size}/${meter}`, price);
    }
  }
  return base.map((rate) => {
    const steps = sizes.flatMap(({ size, rates }): TierStep[] => {
      const step = rates.find(({ meter }) => meter === rate.meter);
      return step ? [{ over: String(size), price: step.price }] : [];
    });
    return withSteps(rate, steps, READ_AS_CLIFF);
  });
}
