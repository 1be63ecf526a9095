import type { OfferClaim, PriceClaim } from '../../catalog/schema/claims-file.ts';
import { Slug } from '../../catalog/schema/text.ts';
import type { Period, PublishedRate } from '../../engine/rate-card.ts';
import type { Note } from '../note.ts';
import { unpricedState } from '../price-state.ts';
import { openRow, type Row } from '../row.ts';
import { inOrder, type ProviderClaim, type ProviderClaims, type Translation } from '../translation.ts';
import { type Constrained, layOut } from './calendar.ts';
import { type ParsedModel, type ParsedProvider, parseConstraint, parseModel } from './parse.ts';
import { isAboveZero, translatePrices } from './rates.ts';

/** The upstream's providers and models as claims. */
export function translateGenaiPrices(providers: readonly ParsedProvider[]): Translation {
  const notes: Note[] = [];
  const rows = { read: 0, priced: 0 };
  const claims = [...providers]
    .sort((a, b) => inOrder(a.id, b.id))
    .flatMap((provider): ProviderClaims[] => {
      rows.read += provider.models.length;
      const seen = new Set<string>();
      const usable = Slug.safeParse(provider.id).success;
      const offers = provider.models.flatMap((raw): OfferClaim[] => {
        const parsed = parseModel(raw);
        const model = 'model' in parsed ? parsed.model : null;
        const id = rawId(raw);
        const row = openRow(provider.id, id, notes);
        if (model && givesPrices(model)) rows.priced += 1;
        if (!usable || !model || seen.has(id)) {
          const fault = 'fault' in parsed ? parsed.fault : id;
          row.note(!usable ? 'bad_provider_id' : model ? 'duplicate_row' : 'not_a_row', '', fault);
          return [];
        }
        seen.add(id);
        return [translateModel(model, provider, row)];
      });
      if (!usable) return [];
      return [
        { provider: translateProvider(provider), offers: offers.sort((a, b) => inOrder(a.model_id, b.model_id)) },
      ];
    });
  return { providers: claims, notes, rows };
}

function rawId(raw: unknown): string {
  return raw !== null && typeof raw === 'object' && 'id' in raw ? String(raw.id) : '?';
}

function entriesOf(
  model: ParsedModel,
): readonly { readonly constraint?: unknown; readonly prices: Record<string, unknown> }[] {
  return Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
}

function givesPrices(model: ParsedModel): boolean {
  return entriesOf(model).some(({ prices }) => Object.keys(prices).length > 0);
}

function translateProvider(provider: ParsedProvider): ProviderClaim {
  const pages = provider.pricing_urls?.filter((url) => URL.canParse(url)) ?? [];
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
  const name = model.name ?? undefined;
  const unpriced = (given: 'zeros' | 'nothing'): PriceClaim => {
    const seller = { id: provider.id, ...(provider.name ? { name: provider.name } : {}) };
    const state = unpricedState({ provider: seller, model_id: model.id, name, given });
    row.note(state.state === 'unknown' ? state.reason : state.evidence, 'prices', model.prices);
    return state;
  };
  if (!givesPrices(model)) return unpriced('nothing');
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
  const rates = entries.flatMap(({ value }) => value);
  if (rates.length === 0) {
    row.note('not_readable', 'prices', model.prices);
    return { state: 'unknown', reason: 'not_readable' };
  }
  if (!rates.some(({ price, tiers }) => isAboveZero(price) || tiers !== undefined)) return unpriced('zeros');
  return { state: 'published', periods: layOut(entries).map(periodOf) };
}

function periodOf({ from, until, parts }: ReturnType<typeof layOut<PublishedRate[]>>[number]): Period {
  const rates = parts.flatMap(({ value, time }) => value.map((rate) => (time ? { ...rate, when: { time } } : rate)));
  return { from, until, rates };
}
