import type { Catalog } from '../catalog/catalog.ts';
import type { Bill } from '../engine/bill.ts';
import { billFocusRows } from './bill-focus.ts';
import { FOCUS_COLUMNS, type FocusRow, focusCsv } from './focus-row.ts';
import { dayOf } from './utc-instant.ts';

/** What recorded usage of one group came to on an offer, within a month. */
export interface RecordedBill {
  /** What the group is of, by name: `{ "model": "m", "day": "2026-11-20" }`. */
  readonly key: Readonly<Record<string, string | null>>;
  readonly bill: Bill;
}

/** The columns of recorded usage: those of a bill, and `Tags` for what it is grouped by. */
export const PRICE_FOCUS_COLUMNS = [...FOCUS_COLUMNS, 'Tags'] as const;

export type PriceFocusRow = FocusRow & { readonly Tags: string };

/**
 * Recorded usage as rows of FOCUS 1.4: those of each bill, with its group as tags. The charge period is the month,
 * or the day where that is grouped by.
 */
export function priceFocusRows(
  bills: readonly RecordedBill[],
  catalog: Catalog,
  catalogVersion: string,
): PriceFocusRow[] {
  return bills.flatMap(({ key, bill }) => {
    const offer = catalog.offers.get(bill.offer);
    if (!offer) throw new Error(`the catalog has no offer ${bill.offer}`);
    const provider = catalog.providers.get(bill.provider);
    const model = catalog.models.get(bill.model);
    const context = { offer, catalogVersion, meters: catalog.meters };
    const rows = billFocusRows(bill, { ...context, ...(provider ? { provider } : {}), ...(model ? { model } : {}) });
    const day = key['day'] ? dayOf(key['day']) : null;
    const period = day ? { ChargePeriodStart: day.start, ChargePeriodEnd: day.end } : {};
    const tags = JSON.stringify(Object.fromEntries(Object.entries(key).filter(([, value]) => value !== null)));
    return rows.map((row) => ({ ...row, ...period, Tags: tags }));
  });
}

/** {@link priceFocusRows} as CSV. */
export function priceFocusCsv(bills: readonly RecordedBill[], catalog: Catalog, catalogVersion: string): string {
  return focusCsv(PRICE_FOCUS_COLUMNS, priceFocusRows(bills, catalog, catalogVersion));
}
