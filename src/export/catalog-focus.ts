import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import type { Meters } from '../engine/meter.ts';
import type { Period, Rate } from '../engine/rate-card.ts';
import { focusCsv, isNationalCurrency } from './focus-row.ts';
import { skuId, skuPriceId, tokenCacheAction, tokenDirection } from './focus-sku.ts';
import { quantityTier } from './focus-tier.ts';
import { pricingUnit } from './focus-units.ts';
import { utcInstant, validity } from './utc-instant.ts';

/** The columns of the SKU Price dataset in the draft of FOCUS 1.5. */
export const SKU_PRICE_COLUMNS = [
  'ChargeCategory',
  'CommitmentApplicability',
  'CommitmentDiscountCategory',
  'ContractId',
  'PricingCurrency',
  'PricingCurrencyCategory',
  'PricingRegionId',
  'PricingServiceName',
  'PricingUnit',
  'PurchaseDurationType',
  'PurchasePaymentModel',
  'QuantityTierMaximum',
  'QuantityTierMinimum',
  'ServiceProviderName',
  'SkuId',
  'SkuPriceCreated',
  'SkuPriceDescription',
  'SkuPriceEffectiveEnd',
  'SkuPriceEffectiveStart',
  'SkuPriceEligibility',
  'SkuPriceId',
  'SkuPriceLastUpdated',
  'UnitPrice',
  'UnitPriceType',
] as const;

export type SkuPriceRow = Readonly<Record<(typeof SKU_PRICE_COLUMNS)[number], string | null>>;

/**
 * The catalog as SKU prices of the FOCUS 1.5 draft: a row for each published or included rate, each step of its
 * tiers and each period. 0.35 for each million input tokens is a `UnitPrice` of 0.35 with a `PricingUnit` of
 * `1000000 Tokens`. Conditions and the tiers that FOCUS does not have stand in `SkuPriceEligibility` as JSON.
 */
export function catalogFocusRows(catalog: Catalog): SkuPriceRow[] {
  return [...catalog.offers.values()].flatMap((offer) => {
    const seller = catalog.providers.get(offer.provider)?.name ?? offer.provider;
    return offer.periods.flatMap((period) =>
      period.rates.flatMap((rate) => rateRows(rate, { offer, period, seller, meters: catalog.meters })),
    );
  });
}

/** {@link catalogFocusRows} as CSV. */
export function catalogFocusCsv(catalog: Catalog): string {
  return focusCsv(SKU_PRICE_COLUMNS, catalogFocusRows(catalog));
}

interface Place {
  readonly offer: CatalogOffer;
  readonly period: Period;
  readonly seller: string;
  readonly meters: Meters;
}

function rateRows(rate: Rate, place: Place): SkuPriceRow[] {
  if (rate.state === 'unpublished') return [];
  if (rate.state === 'included') return [priceRow(rate, { price: '0', per: '1', step: -1 }, place)];
  const prices = [rate.price, ...(rate.tiers?.steps ?? []).map(({ price }) => price)];
  return prices.map((price, index) => priceRow(rate, { price, per: String(rate.per), step: index - 1 }, place));
}

function priceRow(
  rate: Rate,
  { price, per, step }: { price: string; per: string; step: number },
  { offer, period, seller, meters }: Place,
): SkuPriceRow {
  const tier = quantityTier(rate, step);
  const { start, end } = validity(period, rate.when?.dates);
  return {
    ChargeCategory: 'Usage',
    CommitmentApplicability: null,
    CommitmentDiscountCategory: null,
    ContractId: null,
    PricingCurrency: offer.currency,
    PricingCurrencyCategory: isNationalCurrency(offer.currency) ? 'Payable' : 'Consumable',
    PricingRegionId: typeof rate.when?.region === 'string' ? rate.when.region : null,
    PricingServiceName: offer.name,
    PricingUnit: pricingUnit(rate.meter, per),
    PurchaseDurationType: null,
    PurchasePaymentModel: null,
    QuantityTierMaximum: tier.maximum,
    QuantityTierMinimum: tier.minimum,
    ServiceProviderName: seller,
    SkuId: skuId(offer.id, rate.meter),
    SkuPriceCreated: null,
    SkuPriceDescription: rate.label ?? meters.get(rate.meter)?.many ?? rate.meter,
    SkuPriceEffectiveEnd: end,
    SkuPriceEffectiveStart: start,
    SkuPriceEligibility: eligibility(rate, { offer, period, meters, tier: tier.other }),
    SkuPriceId: skuPriceId(offer.id, rate, step),
    SkuPriceLastUpdated: utcInstant(offer.trust.as_of),
    UnitPrice: price,
    UnitPriceType: 'List',
  };
}

function eligibility(
  rate: Rate,
  { offer, period, meters, tier }: { offer: CatalogOffer; period: Period; meters: Meters; tier: object | null },
): string {
  const { dates, ...conditions } = rate.when ?? {};
  const direction = tokenDirection(rate.meter, meters);
  const action = tokenCacheAction(rate.meter, period, meters);
  const block = 'block' in rate ? rate.block : undefined;
  return JSON.stringify({
    ModelId: offer.model_id,
    ...(direction ? { TokenDirection: direction } : {}),
    ...(action ? { TokenCacheAction: action } : {}),
    x_Offer: offer.id,
    x_Meter: rate.meter,
    ...(Object.keys(conditions).length > 0 ? { x_Conditions: conditions } : {}),
    ...(block ? { x_Block: block } : {}),
    ...(tier ? { x_Tier: tier } : {}),
  });
}
