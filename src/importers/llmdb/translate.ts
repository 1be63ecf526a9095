import type { OfferClaim, PriceClaim } from '../../catalog/schema/claims-file.ts';
import { readAddresses } from '../addresses.ts';
import { flatRates, modeRates } from '../cost-object.ts';
import type { Note } from '../note.ts';
import { priceClaim } from '../price-claim.ts';
import type { Row } from '../row.ts';
import { type ProviderRows, translateRows } from '../rows.ts';
import type { ProviderClaim, Translation } from '../translation.ts';
import { componentRate } from './component-rates.ts';
import { readFacts } from './facts.ts';
import { isLongContext, withLongContext } from './long-context.ts';
import { type LlmdbModel, type LlmdbProvider, parseModel } from './parse.ts';

/** The snapshot's providers and models as claims. */
export function translateLlmdb(providers: readonly LlmdbProvider[]): Translation {
  const notes: Note[] = [];
  for (const provider of providers) noteDefaults(provider, notes);
  return translateRows(
    providers.map(
      (provider): ProviderRows<LlmdbModel> => ({
        provider: translateProvider(provider, notes),
        rows: Object.values(provider.models),
        parse: parseModel,
        isPriced,
        translate: (model, row) => translateModel(model, provider, row),
      }),
    ),
    notes,
  );
}

function isPriced(model: LlmdbModel): boolean {
  const flat = Object.values(model.cost ?? {}).some((value) => value !== null && value !== undefined);
  return flat || (model.pricing?.components.length ?? 0) > 0;
}

function translateProvider({ id, name, doc, base_url }: LlmdbProvider, notes: Note[]): ProviderClaim {
  const [docs] = readAddresses(id, [{ path: 'doc', url: doc }], notes);
  return {
    id,
    ...(name ? { name } : {}),
    ...(docs === undefined ? {} : { docs }),
    ...(base_url ? { base_url } : {}),
  };
}

function noteDefaults({ id, pricing_defaults }: LlmdbProvider, notes: Note[]): void {
  for (const component of pricing_defaults?.components ?? []) {
    const found = `${component.id} ${component.rate} per ${component.per} ${component.unit}`;
    notes.push({ code: 'provider_default', provider: id, model_id: '', path: 'pricing_defaults', found });
  }
}

function translateModel(model: LlmdbModel, provider: LlmdbProvider, row: Row): OfferClaim {
  const facts = readFacts(model, row);
  const price = translatePrice(model, provider, row);
  const marks = row.marks();
  return { model_id: model.id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}

function translatePrice(model: LlmdbModel, provider: LlmdbProvider, row: Row): PriceClaim {
  const flat = withLongContext(flatRates(model.cost, 'cost', undefined, row), model, row);
  const components = (model.pricing?.components ?? []).filter((component) => !isLongContext(component));
  const dollars = (model.pricing?.currency ?? 'USD') === 'USD';
  if (!dollars) row.note('price_not_in_usd', 'pricing/currency', model.pricing?.currency);
  const others = components.flatMap((component) =>
    dollars ? (componentRate(component, `pricing/components/${component.id}`, flat, row) ?? []) : [],
  );
  const ends = model.extra?.['introductory_pricing_ends'];
  if (ends) row.note('unread_condition', 'extra/introductory_pricing_ends', ends);
  const pricing = model.extra?.['pricing'];
  if (pricing) row.note('unread_condition', 'extra/pricing', Object.keys(pricing).join(', '));
  const modes = modeRates(model.extra?.experimental?.modes, 'extra/experimental/modes', row);
  const rates = [...flat, ...others, ...modes];
  const given = isPriced(model) ? (model.cost ?? model.pricing ?? null) : null;
  const offer = { provider: { id: provider.id, name: provider.name ?? undefined }, model_id: model.id, given };
  return priceClaim([{ from: null, until: null, rates }], { ...offer, name: model.name ?? undefined }, row);
}
