import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { CAPABILITIES, MODALITIES } from '../../catalog/schema/fact.ts';
import { currentPeriod } from '../../catalog/unit-prices.ts';
import { offerMarks } from '../../catalog/words/offer-marks.ts';
import { CURRENCY, DAYS } from '../workload.ts';
import { indexFunding } from './index-funding.ts';
import { type IndexCell, indexRow } from './index-row.ts';
import { keys } from './keys.ts';
import {
  FIRST_GAP,
  type IndexMeter,
  type IndexPrice,
  OFFER_INDEX_SCHEMA,
  type OfferIndex,
  PRICE_STATES,
} from './offer-index.ts';
import { TRUST, trustOf } from './trust.ts';

/** The counts by which offers are ranked: those of the table's fields, then those that described work has besides. */
const RANKED_METERS = [
  ...['input_tokens', 'cache_read_tokens', 'output_tokens', 'web_searches'],
  ...['cache_write_tokens', 'cache_write_5m_tokens', 'cache_write_1h_tokens', 'output_reasoning_tokens'],
];

/** What stands behind the name of an offer whose prices differ by the time of day; it is ranked at midnight UTC. */
const BY_TIME = 'by time of day';

/** The index of all offers of a catalog at a date. */
export function offerIndex(catalog: Catalog, at: string): OfferIndex {
  const offers = [...catalog.offers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const meters = indexMeters(catalog);
  const reasons = keys<string>();
  const facts = keys<OfferIndex['facts'][number]>();
  const dates = keys<string>();
  const fundings = new Map([...catalog.providers.values()].map(({ id, funding }) => [id, indexFunding(funding)]));
  const barred: [number, number][] = [];
  const complex: number[] = [];
  const rows = offers.map((offer, row): readonly IndexCell[] => {
    const found = indexRow(offer, meters, at, CURRENCY, catalog.meters);
    if ('barred' in found) {
      barred.push([row, reasons.at(found.barred)]);
      return meters.map(() => ({ kind: 'none' }));
    }
    if (found.complex || fundings.get(offer.provider) === 'complex') complex.push(row);
    return found.cells;
  });
  const prices = sortedPrices(rows.flat());
  const priceAt = new Map(prices.map((price, position) => [JSON.stringify(price), position]));
  const code = (cell: IndexCell): number => {
    if (cell.kind === 'price') return priceAt.get(JSON.stringify(cell.price)) ?? PRICE_STATES.none;
    return cell.kind === 'gap' ? FIRST_GAP - reasons.at(cell.reason) : PRICE_STATES[cell.kind];
  };
  const models = [...catalog.models.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const modelAt = new Map(models.map(({ id }, position) => [id, position]));
  const marks = offerMarks(catalog);
  const labs = [...new Set(models.map(({ lab }) => lab))];
  return {
    schema: OFFER_INDEX_SCHEMA,
    at,
    currency: CURRENCY,
    days: DAYS,
    meters,
    prices,
    labs: labs.map((lab) => {
      const own = models.filter((model) => model.lab === lab);
      return [lab, own[0]?.lab_name ?? lab, own.length] as const;
    }),
    models: models.map(({ id, lab, name }) => {
      const last = id.slice(lab.length + 1);
      return last === name ? last : ([last, name] as const);
    }),
    providers: [...new Set(offers.map(({ provider }) => provider))].map((id) => {
      const { name, kind } = catalog.providers.get(id) ?? { name: id, kind: '' };
      const funding = fundings.get(id);
      const own = offers.filter(({ provider }) => provider === id).length;
      return { id, name, kind, offers: own, ...(funding && funding !== 'complex' ? { funding } : {}) };
    }),
    capabilities: CAPABILITIES,
    modalities: MODALITIES,
    offers: {
      slug: offers.map(({ id, provider, model }) => {
        const slug = id.slice(provider.length + 1);
        return slug === model.slice(model.indexOf('/') + 1) ? '' : slug;
      }),
      model: offers.map(({ model }) => modelAt.get(model) ?? -1),
      prices: meters.map((_, position) => rows.map((cells) => code(cells[position] ?? { kind: 'none' }))),
      context: offers.map(({ context_window }) => context_window?.tokens ?? 0),
      max_output: offers.map(({ max_output }) => max_output?.tokens ?? 0),
      facts: offers.map((offer) => facts.at(factsOf(offer))),
      weights: offers.map((offer) => {
        const weights = catalog.models.get(offer.model)?.weights ?? offer.weights;
        return weights ? (weights.open ? 1 : 2) : 0;
      }),
      checked: offers.map(({ trust }) => dates.at(trust.as_of.slice(0, 10))),
      trust: offers.map((offer) => TRUST.indexOf(trustOf(offer, at))),
    },
    marks: offers.flatMap((offer, row) => {
      const own = [marks.get(offer.id) ?? '', isByTime(offer, meters, at) ? BY_TIME : ''].filter(Boolean);
      return own.length === 0 ? [] : [[row, own.join(', ')] as const];
    }),
    names: offers.flatMap((offer, row) => {
      const names = otherNames(offer, catalog);
      return names === '' ? [] : [[row, names] as const];
    }),
    barred,
    complex,
    reasons: reasons.all,
    facts: facts.all,
    dates: dates.all,
  };
}

/** Whether a meter that rows are ranked by costs something else at another time of the day. */
function isByTime(offer: CatalogOffer, meters: readonly IndexMeter[], at: string): boolean {
  const ranked = new Set(meters.map(({ id }) => id));
  const rates = currentPeriod(offer, at)?.rates ?? [];
  return rates.some(({ meter, when }) => when?.time !== undefined && ranked.has(meter));
}

function indexMeters(catalog: Catalog): IndexMeter[] {
  const implied = [...catalog.meters.values()].flatMap((meter) => (meter.implied === undefined ? [] : [meter.id]));
  const ids: readonly string[] = [...RANKED_METERS, ...implied];
  return ids.map((id) => {
    const { one = id, many = id, within = [], implied: each } = catalog.meters.get(id) ?? {};
    const inside = ids.findIndex((other) => within.includes(other));
    return {
      id,
      one,
      many,
      per: id.endsWith('_tokens') ? 1_000_000 : 1,
      ...(inside < 0 ? {} : { within: inside }),
      ...(each === undefined ? {} : { implied: each }),
    };
  });
}

function sortedPrices(cells: readonly IndexCell[]): IndexPrice[] {
  const all = new Map<string, IndexPrice>();
  for (const cell of cells) if (cell.kind === 'price') all.set(JSON.stringify(cell.price), cell.price);
  const base = (price: IndexPrice): number => Number(typeof price === 'string' ? price : price.price);
  return [...all].sort(([a, x], [b, y]) => base(x) - base(y) || (a < b ? -1 : 1)).map(([, price]) => price);
}

function factsOf({ capabilities, modalities }: CatalogOffer): OfferIndex['facts'][number] {
  const positions = (all: readonly string[], own: readonly string[]): number[] =>
    all.flatMap((name, position) => (own.includes(name) ? [position] : []));
  return [
    CAPABILITIES.flatMap((name, position) => (capabilities?.[name]?.stated ? [position] : [])),
    positions(MODALITIES, modalities?.input ?? []),
    positions(MODALITIES, modalities?.output ?? []),
  ];
}

/** Names that neither the id nor the model's name holds. */
function otherNames({ id, model, model_id, name, aliases = [] }: CatalogOffer, catalog: Catalog): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  const known = plain(`${id} ${model} ${catalog.models.get(model)?.name ?? ''}`).split(' ');
  const others = [model_id, name, ...aliases].flatMap((text) => plain(text).split(' '));
  return [...new Set(others)].filter((word) => word !== '' && !known.includes(word)).join(' ');
}
