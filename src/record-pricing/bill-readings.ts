import type { Bill } from '../engine/bill.ts';
import type { Conditions } from '../engine/condition.ts';
import { Decimal } from '../engine/decimal.ts';
import { formatInstant } from '../engine/instant.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import type { EngineProblem } from '../engine/problem.ts';
import type { Reading } from '../usage-records/index.ts';

/** The bills of one record under each of its readings, in their order, the cheapest and the dearest. */
export interface ReadingBills {
  readonly bills: readonly { readonly label: string; readonly bill: Bill }[];
  readonly least: Bill;
  readonly most: Bill;
}

/** Prices one record by itself, under every reading. */
export function billReadings(
  readings: readonly Reading[],
  offer: Offer,
  when: Conditions,
  ms: number,
  meters: Meters,
): ReadingBills | { readonly problems: readonly EngineProblem[] } {
  const at = formatInstant(ms);
  const bills: { readonly label: string; readonly bill: Bill }[] = [];
  for (const { label, usage } of readings) {
    const priced = tryPriceUsage(offer, [{ usage, when }], { at, fees: false, meters });
    if ('problems' in priced) return priced;
    bills.push({ label, bill: priced.bill });
  }
  const ordered = bills
    .map(({ bill }) => bill)
    .sort((a, b) => new Decimal(a.usage_total).comparedTo(new Decimal(b.usage_total)));
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (!least || !most) throw new Error('a record without readings has no bill');
  return { bills, least, most };
}
