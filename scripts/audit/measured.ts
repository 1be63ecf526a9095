/** A figure that was measured, with the limit that it must keep. */
export interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
  /** How it came about: counts, other percentiles. */
  readonly detail: string;
}

/** The value below which a share of the values lies: of ten values the ninth from below at 0.9. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
