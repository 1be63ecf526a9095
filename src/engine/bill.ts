import type { Assumption } from './assumption.ts';
import type { DecimalString } from './decimal.ts';
import type { Gap } from './gap.ts';
import type { Source } from './offer.ts';
import type { Boundary, Span } from './rate-card.ts';

/**
 * What usage costs, with every step that led there. Every amount and quantity is a plain decimal string.
 * `usage_total` is the sum of the lines' amounts, `fees_total` the sum of the fees'.
 */
export interface Bill {
  readonly schema: 'ratecard.bill/1';
  readonly offer: string;
  readonly provider: string;
  readonly model: string;
  /** The moment whose rates were used. */
  readonly at: string;
  readonly currency: string;
  readonly requests: DecimalString;
  readonly lines: readonly BillLine[];
  readonly fees: readonly BillFee[];
  readonly gaps: readonly Gap[];
  readonly assumptions: readonly Assumption[];
  readonly usage_total: DecimalString;
  readonly fees_total: DecimalString;
  /** Null while there is any gap: unknown is not zero. */
  readonly total: DecimalString | null;
  readonly complete: boolean;
  /** The totals in the reader's currency, where another was asked for; null where no exchange rate leads there. */
  readonly converted?: Converted | null;
  /** The sources that lines and fees name. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** `amount = quantity x price / per`, times the factors of its adjustments. */
export interface BillLine {
  readonly meter: string;
  readonly label: string;
  /** What is charged for, after blocks and allowances. */
  readonly quantity: DecimalString;
  readonly price: DecimalString;
  readonly per: DecimalString;
  readonly amount: DecimalString;
  readonly tier: LineTier | null;
  readonly adjustments: readonly Adjustment[];
  /** Where in the offer the rate stands: `periods/0/rates/0`. */
  readonly rate: string;
  readonly source: string;
  /** Meters without a rate of their own that this line charges for, with their quantities. */
  readonly parts?: Readonly<Record<string, DecimalString>>;
  /** The most by which the amount differs from the exact one, where a division has no end. */
  readonly rounded?: DecimalString;
}

/** The step of a tier that a line pays: above `over`, up to `up_to`; null leaves a side open. */
export interface LineTier {
  readonly kind: 'cliff' | 'volume' | 'graduated';
  readonly over: DecimalString | null;
  readonly up_to: DecimalString | null;
  readonly subject: string;
  readonly boundary: Boundary;
  readonly span: Span | 'request';
}

/** A step that acted on a line. */
export type Adjustment =
  | { readonly kind: 'block'; readonly label: string; readonly used: DecimalString; readonly billed: DecimalString }
  | {
      readonly kind: 'allowance';
      readonly label: string;
      readonly quantity: DecimalString;
      readonly rule: string;
      readonly source: string;
    }
  | {
      readonly kind: 'multiplier';
      readonly label: string;
      readonly factor: DecimalString;
      readonly rule: string;
      readonly source: string;
    }
  | { readonly kind: 'included'; readonly label: string };

export type FeeKind = 'percent' | 'recurring' | 'invoice_rounding' | 'minimum' | 'commitment' | 'credit' | 'top_up';

/** A charge beside the lines; negative where it takes away. */
export interface BillFee {
  readonly kind: FeeKind;
  readonly label: string;
  readonly amount: DecimalString;
  /** How the amount came about, in figures: `5% of 0.9`. */
  readonly formula: string;
  readonly rule: string;
  readonly source: string;
  readonly rounded?: DecimalString;
}

/** Totals in another currency at a dated rate: 1 of `from` is `rate` of `to`. */
export interface Converted {
  readonly from: string;
  readonly to: string;
  readonly rate: DecimalString;
  readonly date: string;
  readonly source: string;
  readonly usage_total: DecimalString;
  readonly fees_total: DecimalString;
  readonly total: DecimalString | null;
}
