import type { Conditions } from '../engine/condition.ts';

/** When and as what records are priced. */
export interface PriceTerms {
  /** The moment whose rates hold for everything; null takes each record's own. */
  readonly at: number | null;
  /** The moment for records without a date. */
  readonly today: number;
  /** What requests were asked for, where the records do not say. */
  readonly when: Conditions;
  readonly groupBy: readonly string[];
  /** Whether each month has bills of its own. */
  readonly byMonth?: boolean;
}
