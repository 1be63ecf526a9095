import type { OfferClaim, PriceClaim } from '../../catalog/schema/claims-file.ts';
import type { PublishedRate } from '../../engine/rate-card.ts';
import { readAddresses } from '../addresses.ts';
import type { Note } from '../note.ts';
import { priceClaim, type ReadPeriod } from '../price-claim.ts';
import type { Row } from '../row.ts';
import { type ProviderRows, translateRows } from '../rows.ts';
import type { ProviderClaim, Translation } from '../translation.ts';
import { type Constrained, layOut, type Stretch } from './calendar.ts';
import { noteRules } from './note-rules.ts';
import { type ParsedModel, type ParsedProvider, parseConstraint, parseModel } from './parse.ts';
import { translatePrices } from './rates.ts';

/** The upstream's providers and models as claims. */
export function translateGenaiPrices(providers: readonly ParsedProvider[]): Translation {
  const notes: Note[] = [];
  const translation = translateRows(
    providers.map(
      (provider): ProviderRows<ParsedModel> => ({
        provider: translateProvider(provider, notes),
        rows: provider.models,
        parse: parseModel,
        isPriced: givesPrices,
        translate: (model, row) => translateModel(model, provider, row),
      }),
    ),
    notes,
  );
  return { ...translation, notes: [...translation.notes, ...noteRules(translation.providers)] };
}

function entriesOf(
  model: ParsedModel,
): readonly { readonly constraint?: unknown; readonly prices: Record<string, unknown> }[] {
  return Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
}

function givesPrices(model: ParsedModel): boolean {
  return entriesOf(model).some(({ prices }) => Object.keys(prices).length > 0);
}

function translateProvider(provider: ParsedProvider, notes: Note[]): ProviderClaim {
  const urls = provider.pricing_urls ?? [];
  const pages = readAddresses(
    provider.id,
    urls.map((url, index) => ({ path: `pricing_urls/${index}`, url })),
    notes,
  );
  const fallbacks = provider.fallback_model_providers ?? [];
  return {
    id: provider.id,
    ...(provider.name ? { name: provider.name } : {}),
    ...(pages.length > 0 ? { pricing_pages: pages } : {}),
    ...(provider.api_pattern ? { api_pattern: provider.api_pattern } : {}),
    ...(provider.provider_match ? { match: provider.provider_match } : {}),
    ...(provider.model_match ? { model_match: provider.model_match } : {}),
    ...(fallbacks.length > 0 ? { fallback_providers: fallbacks } : {}),
  };
}

function translateModel(model: ParsedModel, provider: ParsedProvider, row: Row): OfferClaim {
  const price = translateRow(model, provider, row);
  const marks = row.marks();
  return {
    model_id: model.id,
    ...(model.name ? { name: model.name } : {}),
    match: model.match,
    ...(model.context_window ? { context_window: model.context_window } : {}),
    ...(model.deprecated ? { lifecycle: { deprecated: true } } : {}),
    price,
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function translateRow(model: ParsedModel, provider: ParsedProvider, row: Row): PriceClaim {
  const offer = { provider: provider.id, model_id: model.id };
  const entries = entriesOf(model).flatMap(({ constraint, prices }, index): Constrained<PublishedRate[]>[] => {
    const path = Array.isArray(model.prices) ? `prices/${index}/prices` : 'prices';
    const holds = parseConstraint(constraint);
    if (!holds) {
      row.note('unknown_constraint', `prices/${index}/constraint`, constraint);
      return [];
    }
    return [{ ...holds, value: translatePrices(prices, path, offer, row) }];
  });
  const given = givesPrices(model) ? model.prices : null;
  const name = model.name ?? undefined;
  const periods = given === null ? [] : layOut(entries).map(periodOf);
  return priceClaim(periods, { provider, model_id: model.id, name, given }, row);
}

function periodOf({ from, until, parts }: Stretch<PublishedRate[]>): ReadPeriod {
  const rates = parts.flatMap(({ value, time }) => value.map((rate) => (time ? { ...rate, when: { time } } : rate)));
  return { from, until, rates };
}
