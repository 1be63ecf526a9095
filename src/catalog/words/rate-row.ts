/** A row of a rate card as a reader sees it: what is charged for, how it is counted, what it costs. */
export interface RateRow {
  /** `rate`, a `tier` of the rate above it, or another `rule` of the card. */
  readonly kind: 'rate' | 'tier' | 'rule';
  readonly type: string;
  readonly spec: string;
  readonly rate: string;
  /** Where in the offer it stands. */
  readonly path: string;
  readonly source: string;
  readonly reading?: string;
}
