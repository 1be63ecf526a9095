/** Pricing usage on offers: the engine as other rooms and `ratecard` itself take it. */
export type { Assumption, AssumptionCode } from './assumption.ts';
export type { Adjustment, Bill, BillFee, BillLine, Converted, FeeKind, LineTier } from './bill.ts';
export type { BillSums } from './bill-sums.ts';
export type { Column } from './bulk-rows.ts';
export { type CardConflict, cardConflicts, conflictText } from './card-conflict.ts';
export { trustCard } from './card-mark.ts';
export { type ComparedRow, type Comparison, compare, type UnpricedOffer } from './compare.ts';
export { type CompiledCard, compileCard } from './compile.ts';
export {
  CONDITION_KEYS,
  type ConditionKey,
  type Conditions,
  type DateSpan,
  type When,
} from './condition.ts';
export { type DecimalString, isDecimalString } from './decimal.ts';
export type { ExchangeRate } from './exchange.ts';
export { type Funding, type TopUp, type TopUpFee, topUp } from './funding.ts';
export type { Gap, GapCode } from './gap.ts';
export { type Meter, type MeterNode, type Meters, meterTable } from './meter.ts';
export type { Offer, Source } from './offer.ts';
export { priceUsage, tryPriceUsage } from './price-usage.ts';
export { type EngineProblem, type EngineProblemCode, engineProblemText, RatecardError } from './problem.ts';
export type * from './rate-card.ts';
export { readCard, tryReadCard } from './read-card.ts';
export type { BillOptions } from './read-options.ts';
export type { RoundingMode, RoundingRule } from './rounding.ts';
export { type AddRows, type RunningBill, runningBill } from './running-bill.ts';
export { STANDARD_METERS } from './standard-meters.ts';
export type { TimeWindow, Weekday } from './time-window.ts';
export type { Usage, UsageGroup } from './usage.ts';
export { whenWords } from './when-words.ts';
