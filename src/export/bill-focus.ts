import type { Bill, BillFee, BillLine, FeeKind } from '../engine/bill.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import type { FocusContext } from './focus-context.ts';
import { focusCosts } from './focus-costs.ts';
import { lineIdentity } from './focus-line.ts';
import { FOCUS_COLUMNS, type FocusRow, focusCsv } from './focus-row.ts';
import { monthOf } from './utc-instant.ts';

/** Sellers that run what they sell. */
const HOSTS: ReadonlySet<string> = new Set(['lab', 'cloud', 'host']);

const FEES: Record<
  FeeKind,
  { readonly category: string; readonly frequency: string; readonly pricing: string | null }
> = {
  percent: { category: 'Usage', frequency: 'Usage-Based', pricing: 'Other' },
  recurring: { category: 'Purchase', frequency: 'Recurring', pricing: 'Standard' },
  invoice_rounding: { category: 'Adjustment', frequency: 'One-Time', pricing: null },
  minimum: { category: 'Adjustment', frequency: 'Recurring', pricing: null },
  commitment: { category: 'Purchase', frequency: 'Recurring', pricing: 'Committed' },
  credit: { category: 'Credit', frequency: 'One-Time', pricing: null },
  top_up: { category: 'Purchase', frequency: 'One-Time', pricing: 'Standard' },
};

/**
 * A bill as rows of FOCUS 1.4: one for each line and fee. Wherever a row has a pricing quantity, that times its unit
 * price is its cost to the last digit: 8,400,000 tokens at 0.25 for each million are 8.4 `1000000 Tokens` x 0.25 =
 * 2.1. List price and cost are the card's, contracted ones are after multipliers. What no quantity times a price can
 * say exactly, such as a quotient without end, is one charge of its whole amount; roundings and credits are rows of
 * an amount alone. The costs of all rows sum to the usage and fees of the bill.
 */
export function billFocusRows(bill: Bill, context: FocusContext): FocusRow[] {
  const frame = frameOf(bill, context);
  return [
    ...bill.lines.map((line) => lineRow(line, bill, context, frame)),
    ...bill.fees.map((fee) => feeRow(fee, bill, frame)),
  ];
}

/** {@link billFocusRows} as CSV. */
export function billFocusCsv(bill: Bill, context: FocusContext): string {
  return focusCsv(FOCUS_COLUMNS, billFocusRows(bill, context));
}

/** The fields that all rows of a bill share; everything else is null. */
function frameOf(bill: Bill, { offer, provider, catalogVersion }: FocusContext): FocusRow {
  const { start, end } = monthOf(bill.at);
  const seller = provider?.name ?? bill.provider;
  const empty = Object.fromEntries(FOCUS_COLUMNS.map((column) => [column, null])) as unknown as FocusRow;
  return {
    ...empty,
    BillingPeriodStart: start,
    BillingPeriodEnd: end,
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    ServiceProviderName: seller,
    HostProviderName: provider && HOSTS.has(provider.kind) ? seller : null,
    InvoiceIssuerName: seller,
    ServiceName: offer.name ?? bill.model,
    ServiceCategory: 'AI and Machine Learning',
    ServiceSubcategory: 'Generative AI',
    ResourceId: bill.offer,
    PricingCurrency: bill.currency,
    BillingCurrency: bill.currency,
    x_Estimate: 'true',
    x_CatalogVersion: catalogVersion,
    x_PricedAt: bill.at,
  };
}

function lineRow(line: BillLine, bill: Bill, context: FocusContext, frame: FocusRow): FocusRow {
  const isRule = /\/request_(rounding|minimum)$/.test(line.rate);
  const row = {
    ...frame,
    ChargeDescription: line.label,
    x_Rule: line.rate,
    x_RoundedByAtMost: line.rounded ?? null,
    x_SourceUrl: bill.sources[line.source]?.url ?? null,
  };
  if (isRule) {
    return { ...row, ...amountOnly(line.amount), ChargeCategory: 'Adjustment', ChargeFrequency: 'Usage-Based' };
  }
  return {
    ...row,
    ...lineIdentity(line, bill, { ...context, meters: context.meters ?? STANDARD_METERS }),
    ...focusCosts(line),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
  };
}

function feeRow(fee: BillFee, bill: Bill, frame: FocusRow): FocusRow {
  const { category, frequency, pricing } = FEES[fee.kind];
  const negative = fee.amount.startsWith('-');
  return {
    ...frame,
    ...(pricing === null || negative ? amountOnly(fee.amount) : oneCharge(fee.amount)),
    ChargeCategory: category,
    ChargeFrequency: frequency,
    ChargeDescription: fee.label,
    SkuId: `${bill.offer}#${fee.kind}:${fee.label}`,
    SkuMeter: 'Fees',
    PricingCategory: pricing,
    x_Rule: fee.rule,
    x_Formula: fee.formula,
    x_RoundedByAtMost: fee.rounded ?? null,
    x_SourceUrl: bill.sources[fee.source]?.url ?? null,
  };
}

function amountOnly(amount: string): Partial<FocusRow> {
  return { ListCost: amount, ContractedCost: amount, EffectiveCost: amount, BilledCost: amount };
}

function oneCharge(amount: string): Partial<FocusRow> {
  return {
    ...amountOnly(amount),
    PricingQuantity: '1',
    PricingUnit: 'Charges',
    ListUnitPrice: amount,
    ContractedUnitPrice: amount,
  };
}
