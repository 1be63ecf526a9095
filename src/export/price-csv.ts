import { csv } from './csv.ts';

/** What some records cost together, between two bounds. */
export interface PriceRow {
  readonly key: Readonly<Record<string, string | null>>;
  readonly currency: string;
  readonly records: number;
  readonly requests: string;
  readonly low: string;
  readonly high: string;
  readonly total: string | null;
}

/** Groups of priced records as CSV; `total` is empty where it is not known for certain. */
export function priceCsv(rows: readonly PriceRow[]): string {
  const names = Object.keys(rows[0]?.key ?? {});
  const header = [...names, 'records', 'requests', 'currency', 'low', 'high', 'total'];
  return csv(
    header,
    rows.map(({ key, records, requests, currency, low, high, total }) => [
      ...names.map((name) => key[name]),
      ...[String(records), requests, currency, low, high, total],
    ]),
  );
}
