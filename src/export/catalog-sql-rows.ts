import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import type { Period, Rate } from '../engine/rate-card.ts';
import { whenWords } from '../engine/when-words.ts';
import type { TableName } from './catalog-sql-tables.ts';
import { validity } from './utc-instant.ts';

/** A value of a column. */
export type SqlValue = { readonly text: string } | { readonly decimal: string } | { readonly integer: number } | null;

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** The catalog as rows of its tables. */
export function sqlRows(catalog: Catalog): Record<TableName, SqlRow[]> {
  const offers = [...catalog.offers.values()];
  const periods = offers.flatMap((offer) =>
    offer.periods.map((period, index) => ({ offer, period, path: `periods/${index}` })),
  );
  const rates = periods.flatMap(({ offer, period, path }) =>
    period.rates.map((rate, index) => ({ offer, period, rate, path: `${path}/rates/${index}` })),
  );
  return {
    providers: [...catalog.providers.values()].map(({ id, name, kind, home, currency }) =>
      texts({ id, name, kind, home, currency }),
    ),
    models: [...catalog.models.values()].map(({ id, lab, lab_name, name, released, context_window }) => ({
      ...texts({ id, lab, lab_name, name, released: released?.date }),
      context_tokens: integer(context_window?.tokens),
    })),
    offers: offers.map((offer) => ({
      ...texts({ id: offer.id, provider_id: offer.provider, model_id: offer.model, api_model_id: offer.model_id }),
      ...texts({ name: offer.name, currency: offer.currency, checked: offer.trust.as_of, trust: offer.trust.state }),
      context_tokens: integer(offer.context_window?.tokens),
    })),
    sources: offers.flatMap((offer) =>
      Object.entries(offer.sources).map(([key, { url, title, retrieved, as_of }]) =>
        texts({ offer_id: offer.id, source_key: key, url, title, retrieved, as_of }),
      ),
    ),
    rates: rates.map(({ offer, period, rate, path }) => rateRow(offer, period, rate, path)),
    tier_steps: rates.flatMap(({ offer, rate, path }) =>
      ('price' in rate ? (rate.tiers?.steps ?? []) : []).map(({ over, price }, step) => ({
        ...texts({ offer_id: offer.id, rate_path: path, over_text: over, price_text: price }),
        step: { integer: step },
        over_quantity: { decimal: over },
        price: { decimal: price },
      })),
    ),
    rules: [...periods.flatMap(periodRules), ...offers.flatMap(fundingRules)],
  };
}

function rateRow(offer: CatalogOffer, period: Period, rate: Rate, path: string): SqlRow {
  const { start, end } = validity(period, rate.when?.dates);
  const published = 'price' in rate ? rate : null;
  const tiers = published?.tiers;
  const price = published ? published.price : rate.state === 'included' ? '0' : undefined;
  return {
    ...texts({ offer_id: offer.id, path, meter: rate.meter, state: rate.state ?? 'published', price_text: price }),
    ...texts({ currency: offer.currency, label: rate.label, spec: rate.spec, reading: rate.reading }),
    ...texts({
      conditions: rate.when && whenWords(rate.when),
      conditions_json: rate.when && JSON.stringify(rate.when),
      block_json: published?.block && JSON.stringify(published.block),
    }),
    ...texts({
      tier_kind: tiers?.kind,
      tier_subject: tiers && ('subject' in tiers ? tiers.subject : rate.meter),
      tier_boundary: tiers && ('boundary' in tiers ? tiers.boundary : 'exclusive'),
      tier_span: tiers && ('span' in tiers ? tiers.span : 'request'),
    }),
    ...texts({ valid_from: start, valid_until: end, source_key: rate.source }),
    price: price === undefined ? null : { decimal: price },
    per_units: integer(published ? published.per : price === undefined ? undefined : 1),
  };
}

const LISTS = ['multipliers', 'allowances', 'fees', 'minimums', 'commitments', 'credits'] as const;
const SINGLES = ['request_rounding', 'request_minimum', 'invoice_rounding'] as const;

function periodRules({ offer, period, path }: { offer: CatalogOffer; period: Period; path: string }): SqlRow[] {
  const found = [
    ...LISTS.flatMap((kind) =>
      (period[kind] ?? []).map((rule, index) => ({ kind, rule, path: `${path}/${kind}/${index}` })),
    ),
    ...SINGLES.flatMap((kind) => {
      const rule = period[kind];
      return rule ? [{ kind, rule, path: `${path}/${kind}` }] : [];
    }),
  ];
  return found.map(({ kind, rule, path: at }) => {
    const { start, end } = validity(period, rule.when?.dates);
    const terms_json = JSON.stringify(rule);
    return texts({
      ...{ offer_id: offer.id, path: at, kind, label: rule.label, terms_json },
      ...{ valid_from: start, valid_until: end, source_key: rule.source },
    });
  });
}

function fundingRules(offer: CatalogOffer): SqlRow[] {
  return (offer.funding ?? []).map((terms, index) => {
    const terms_json = JSON.stringify(terms);
    return texts({
      ...{ offer_id: offer.id, path: `funding/${index}`, kind: 'funding', terms_json },
      source_key: terms.source,
    });
  });
}

function texts(values: Readonly<Record<string, string | null | undefined>>): SqlRow {
  return Object.fromEntries(Object.entries(values).map(([key, text]) => [key, text == null ? null : { text }]));
}

function integer(value: number | undefined): SqlValue {
  return value === undefined ? null : { integer: value };
}
