import { dateWords } from '../../catalog/words/date.ts';
import { groupDigits } from '../../catalog/words/money.ts';
import type { Bill, Meters } from '../../engine/index.ts';
import type { ReceiptHead } from '../receipt/receipt-markup.ts';
import { usageWords } from '../workload.ts';

/** What stands over a receipt: whose, for how many requests of what, at the rates of which day. */
export function receiptHead(
  bill: Bill,
  usage: Readonly<Record<string, string>>,
  title: string,
  meters: Meters,
  source: ReceiptHead['source'],
): ReceiptHead {
  const each = Object.values(usage).some((quantity) => quantity !== '0') ? `, each ${usageWords(usage, meters)}` : '';
  const day = bill.at.endsWith('T00:00:00Z') ? bill.at.slice(0, 10) : bill.at;
  return {
    title,
    lines: [
      `${groupDigits(bill.requests)} ${bill.requests === '1' ? 'request' : 'requests'}${each}`,
      `At the rates of ${dateWords(day)}, in ${bill.currency}`,
    ],
    source,
  };
}
