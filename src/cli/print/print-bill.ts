import type { Catalog } from '../../catalog/catalog.ts';
import { packageVersion } from '../../catalog/package-version.ts';
import type { Bill } from '../../engine/bill.ts';
import { billCsv, billFocusCsv, billFocusDropped, billMarkdown } from '../../export/index.ts';
import { failed } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { billText } from './bill-text.ts';

export const BILL_FORMATS = ['json', 'csv', 'md', 'focus'] as const;

/** Prints a bill; what a format cannot say goes to the messages. */
export function printBill(bill: Bill, format: string, catalog: Catalog, io: Io): void {
  if (format === 'json') io.out(JSON.stringify(bill, null, 2));
  else if (format === 'csv') io.out(billCsv(bill, catalog.meters).trimEnd());
  else if (format === 'md') io.out(billMarkdown(bill, catalog.meters).trimEnd());
  else if (format === 'focus') printFocus(bill, catalog, io);
  else io.out(billText(bill, catalog));
}

function printFocus(bill: Bill, catalog: Catalog, io: Io): void {
  const offer = catalog.offers.get(bill.offer);
  if (!offer) throw failed(`the catalog has no offer ${bill.offer}`);
  const provider = catalog.providers.get(bill.provider);
  const model = catalog.models.get(bill.model);
  const context = {
    offer,
    catalogVersion: packageVersion(),
    meters: catalog.meters,
    ...(provider ? { provider } : {}),
    ...(model ? { model } : {}),
  };
  io.out(billFocusCsv(bill, context).trimEnd());
  for (const line of billFocusDropped(bill)) io.err(`not in FOCUS: ${line}`);
}
