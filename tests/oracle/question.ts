import type { BillOptions, Offer, UsageGroup } from '../../src/engine/index.ts';

/** Everything a bill is made from. */
export interface Question {
  readonly offer: Offer;
  readonly groups: readonly UsageGroup[];
  readonly options: BillOptions;
}

/** A bill as figures only. */
export interface Answer {
  readonly lines: readonly { readonly rate: string; readonly amount: string; readonly quantity: string }[];
  readonly fees: readonly { readonly kind: string; readonly amount: string }[];
  readonly gaps: readonly { readonly meter: string; readonly quantity: string; readonly code: string }[];
  readonly usage_total: string;
  readonly fees_total: string;
  readonly total: string | null;
  readonly converted?: {
    readonly usage_total: string;
    readonly fees_total: string;
    readonly total: string | null;
  } | null;
}
