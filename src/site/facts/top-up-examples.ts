import { money } from '../../catalog/words/money.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { purchaseFor } from '../../engine/funding.ts';
import { type Funding, topUp } from '../../engine/index.ts';
import { placesOf } from '../tables/figure.ts';

/** What it costs to end up with an amount of credit, by each reading of the provider's terms. */
export interface TopUpExample {
  readonly credit: string;
  /** How the fee is charged: the only way that is stated, or each way where none is. */
  readonly ways: readonly { readonly way: 'on top' | 'taken out'; readonly fee: string; readonly pay: string }[];
}

/** Works out what credit costs under terms: 5 of credit at 5.5%, at least 0.80, on top, costs 5.80. */
export function topUpExamples(terms: Funding, credits: readonly string[], currency: string): TopUpExample[] {
  const { fee } = terms;
  if (!fee) return [];
  const readings = fee.charged === 'unstated' ? (['on_top', 'inside'] as const) : [fee.charged];
  return credits.map((credit) => {
    const size = purchaseFor(new Decimal(credit), terms);
    const ways = readings.map((charged) => {
      const bought = topUp(size, { ...fee, charged });
      const way = charged === 'on_top' ? ('on top' as const) : ('taken out' as const);
      return { way, fee: cents(bought.fee, currency), pay: cents(bought.pay, currency) };
    });
    return { credit: money(plain(size), currency), ways };
  });
}

/** Exact where that is short, else to a hundredth of a cent. */
function cents(amount: Decimal, currency: string): string {
  const exact = plain(amount);
  return money(placesOf(exact) > 4 ? plain(amount.toDecimalPlaces(4)) : exact, currency);
}
