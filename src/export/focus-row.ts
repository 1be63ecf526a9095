import { csv } from './csv.ts';

/** The columns of a bill's rows: those of FOCUS 1.4 that an estimate can fill, then our own, which begin with `x_`. */
export const FOCUS_COLUMNS = [
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeClass',
  'ChargeFrequency',
  'ChargeDescription',
  'ServiceProviderName',
  'HostProviderName',
  'InvoiceIssuerName',
  'InvoiceId',
  'ServiceName',
  'ServiceCategory',
  'ServiceSubcategory',
  'ResourceId',
  'SkuId',
  'SkuMeter',
  'SkuPriceId',
  'SkuPriceDetails',
  'ConsumedQuantity',
  'ConsumedUnit',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'PricingCurrency',
  'ListUnitPrice',
  'ContractedUnitPrice',
  'ListCost',
  'ContractedCost',
  'EffectiveCost',
  'BilledCost',
  'BillingCurrency',
  'x_Estimate',
  'x_CatalogVersion',
  'x_PricedAt',
  'x_Rule',
  'x_Formula',
  'x_RoundedByAtMost',
  'x_SourceUrl',
] as const;

export type FocusColumn = (typeof FOCUS_COLUMNS)[number];

/** A row of FOCUS; numbers are plain decimals without exponent, null is an empty field. */
export type FocusRow = Readonly<Record<FocusColumn, string | null>>;

/** Rows as CSV under the names of their columns. */
export function focusCsv<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string | null>>[],
): string {
  return csv(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

/** Whether a currency is one of ISO 4217 by its form, rather than a provider's own credit. */
export function isNationalCurrency(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency);
}
