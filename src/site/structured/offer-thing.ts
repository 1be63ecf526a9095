import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { currentPeriod } from '../../catalog/unit-prices.ts';
import { conditionWords } from '../../catalog/words/condition-words.ts';
import { rateRows } from '../../catalog/words/rate-rows.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Period, PublishedRate } from '../../engine/rate-card.ts';
import { utcInstant } from '../../export/utc-instant.ts';
import { offerTitle } from '../facts/offer-title.ts';
import type { Thing } from './json-ld.ts';

/** An offer with the published rates in force at a date, or null where there are none in a known currency. */
export function offerThing(catalog: Catalog, offer: CatalogOffer, at: string): Thing | null {
  const period = currentPeriod(offer, at);
  if (!period || !/^[A-Z]{3}$/.test(offer.currency)) return null;
  const prices = unitPrices(offer, period, catalog.meters);
  const [only] = prices;
  if (!only) return null;
  const provider = catalog.providers.get(offer.provider);
  const model = catalog.models.get(offer.model);
  const seller = { '@type': 'Organization', name: provider?.name ?? offer.provider, ...urlOf(provider?.home) };
  return {
    '@type': 'Offer',
    name: offerTitle(catalog, offer),
    sku: offer.model_id,
    seller,
    itemOffered: {
      '@type': 'Service',
      name: model?.name ?? offer.name,
      serviceType: 'AI model API',
      provider: seller,
      ...(model ? { brand: { '@type': 'Brand', name: model.lab_name } } : {}),
    },
    priceSpecification:
      prices.length === 1
        ? only
        : {
            '@type': 'CompoundPriceSpecification',
            name: 'Rate card',
            priceCurrency: offer.currency,
            priceComponent: prices,
          },
  };
}

/** Each published rate and each step of its tiers as a price of its own, named as the rate table names it. */
function unitPrices(offer: CatalogOffer, period: Period, meters: Meters): Thing[] {
  const words = new Map(rateRows(offer, period, meters).map((row) => [row.path, row]));
  const path = `periods/${offer.periods.indexOf(period)}/rates`;
  return period.rates.flatMap((rate, index) => {
    if (rate.state === 'included' || rate.state === 'unpublished') return [];
    const row = words.get(`${path}/${index}`);
    const name = row?.type ?? rate.meter;
    const condition = conditionWords(rate.when);
    const head = {
      name: condition === '' ? name : `${name}, ${condition}`,
      period,
      offer,
      meters,
      spec: row?.spec ?? '',
    };
    const steps = (rate.tiers?.steps ?? []).map((step, place) => {
      const over = words.get(`${path}/${index}/tiers/steps/${place}`)?.type;
      return unitPrice(rate, step.price, { ...head, name: `${head.name}, ${over ?? `over ${step.over}`}` });
    });
    const below = rate.tiers ? `${head.name}, before any step is reached` : head.name;
    return [unitPrice(rate, rate.price, { ...head, name: below }), ...steps];
  });
}

interface Head {
  readonly name: string;
  /** The unit and its terms, as the rate table has them. */
  readonly spec: string;
  readonly period: Period;
  readonly offer: CatalogOffer;
  readonly meters: Meters;
}

function unitPrice(rate: PublishedRate, price: string, { name, spec, period, offer, meters }: Head): Thing {
  const meter = meters.get(rate.meter);
  const unitText = (rate.per === 1 ? meter?.one : meter?.many) ?? rate.meter;
  return {
    '@type': 'UnitPriceSpecification',
    name,
    ...(spec === '' ? {} : { description: spec }),
    price,
    priceCurrency: offer.currency,
    referenceQuantity: { '@type': 'QuantitativeValue', value: rate.per, unitText },
    ...(rate.block?.size === undefined ? {} : { billingIncrement: rate.block.size }),
    ...(period.from === null ? {} : { validFrom: utcInstant(period.from) }),
    ...(period.until === null ? {} : { validThrough: utcInstant(period.until) }),
  };
}

function urlOf(home: string | undefined): { readonly url?: string } {
  return home !== undefined && /^https?:\/\//i.test(home) ? { url: home } : {};
}
