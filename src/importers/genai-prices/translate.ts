import type { OfferClaim, PriceClaim } from '../../catalog/schema/claims-file.ts';
import { Slug } from '../../catalog/schema/text.ts';
import type { PublishedRate } from '../../engine/rate-card.ts';
import type { Note } from '../note.ts';
import { priceClaim, type ReadPeriod } from '../price-claim.ts';
import { openRow, type Row } from '../row.ts';
import { inOrder, type ProviderClaim, type ProviderClaims, type Translation } from '../translation.ts';
import { type Constrained, layOut, type Stretch } from './calendar.ts';
import { type ParsedModel, type ParsedProvider, parseConstraint, parseModel } from './parse.ts';
import { translatePrices } from './rates.ts';

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
