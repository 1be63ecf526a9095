import type { Catalog } from '../../catalog/catalog.ts';
import { packageVersion } from '../../catalog/package-version.ts';
import { priceFocusCsv, priceFocusDropped, type RecordedBill } from '../../export/index.ts';
import { priceCsv } from '../../export/price-csv.ts';
import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { problemWords } from '../../record-pricing/words.ts';
import type { Io } from '../io.ts';
import { priceText } from './price-text.ts';

export const PRICE_FORMATS = ['text', 'json', 'csv', 'focus'] as const;

/** Prints what records cost; what a format cannot say goes to the messages. */
export function printPrice(
  answer: PriceAnswer,
  bills: readonly RecordedBill[],
  format: string,
  catalog: Catalog,
  io: Io,
): void {
  if (format === 'text') io.out(priceText(answer));
  else if (format === 'json') io.out(JSON.stringify(answer, null, 2));
  else {
    if (format === 'csv') io.out(priceCsv(answer.groups).trimEnd());
    else {
      io.out(priceFocusCsv(bills, catalog, packageVersion()).trimEnd());
      for (const line of priceFocusDropped(answer, bills)) io.err(`not in FOCUS: ${line}`);
    }
    for (const problem of answer.problems) io.err(problemWords(problem));
  }
}
