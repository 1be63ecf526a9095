import { dateWords } from '../../../catalog/words/date.ts';
import { groupDigits } from '../../../catalog/words/money.ts';
import type { Meters } from '../../../engine/index.ts';
import { type Estimate, FIELDS, isNumberField, volumeKey, type WorkOffer } from '../../../workload/index.ts';
import { sourceRefs } from '../../facts/source-refs.ts';
import { offerHref } from '../../links.ts';
import type { Markup } from '../../markup/markup.ts';
import { receipt } from '../../receipt/receipt.ts';
import { receiptMarkup } from '../../receipt/receipt-markup.ts';
import { driversTable, monthsTable, stepsTable, waysTable } from '../results/estimate-tables.ts';
import { headline } from '../results/headline.ts';
import { remarks } from '../results/remarks.ts';
import type { WorkCard } from '../work-card.ts';

/** An estimate as pieces of a page. */
export interface WorkView {
  readonly headline: Markup;
  /** The bills of the first month: one for each offer that takes part. */
  readonly receipts: readonly Markup[];
  readonly working: readonly Markup[];
}

/** Puts an estimate into pieces of a page. */
export function workView(estimate: Estimate, cards: ReadonlyMap<string, WorkCard>, meters: Meters): WorkView {
  return {
    headline: headline(estimate, meters, new Map([...cards].map(([id, { offer }]) => [id, offer]))),
    receipts: estimate.bills.map((bill) => {
      const card = cards.get(bill.offer);
      const source = sourceRefs((card?.offer as WorkOffer | undefined)?.sources ?? {}, offerHref(bill.offer));
      const head = { title: card?.title ?? bill.offer, lines: headLines(estimate, bill.at, bill.currency), source };
      return receiptMarkup(receipt(bill, meters), head);
    }),
    working: [
      ...driversTable(estimate),
      ...stepsTable(estimate),
      ...monthsTable(estimate),
      ...waysTable(estimate),
      ...remarks(estimate),
    ],
  };
}

/** What a receipt of work is for: `First month: 1,000 conversations`. */
function headLines({ kind, months }: Estimate, at: string, currency: string): string[] {
  const field = FIELDS[kind][volumeKey(kind)];
  const unit = field && isNumberField(field) ? field.unit : '';
  const span = months.length > 1 ? `First of ${months.length} months` : 'A month';
  const day = at.endsWith('T00:00:00Z') ? at.slice(0, 10) : at;
  return [
    `${span}: ${groupDigits(months[0]?.volume ?? '0')} ${unit}`,
    `At the rates of ${dateWords(day)}, in ${currency}`,
  ];
}
