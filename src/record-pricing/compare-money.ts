import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { RecordMoney } from '../usage-records/index.ts';
import type { RecordedMoney } from './answer.ts';
import type { Where } from './where.ts';

interface Sums {
  amount: Decimal;
  records: number;
  compared: number;
  equal: number;
  difference: Decimal;
  readonly explained: Map<string, number>;
  largest: { readonly by: Decimal; readonly recorded: string; readonly priced: string; readonly where: Where }[];
}

/** A price of ours beside what a record carries. */
export interface PricedRecord {
  /** The price under each reading, the one that counts first. */
  readonly readings: readonly { readonly label: string; readonly amount: string }[];
  readonly currency: string;
}

const MOST_LARGEST = 5;
const MOST_REASONS = 20;

export interface MoneyComparison {
  /** `priced` is null where we have no certain price. */
  readonly add: (money: RecordMoney, priced: PricedRecord | null, where: Where) => void;
  readonly result: () => RecordedMoney[];
}

/** Compares money in records with our own prices, record by record. */
export function moneyComparison(): MoneyComparison {
  const byKind = new Map<string, Sums>();
  return {
    add: (money, priced, where) => {
      const key = `${money.kind} ${money.currency}`;
      let sums = byKind.get(key);
      if (!sums) {
        sums = { amount: ZERO, records: 0, compared: 0, equal: 0, difference: ZERO, explained: new Map(), largest: [] };
        byKind.set(key, sums);
      }
      const theirs = new Decimal(money.amount);
      sums.amount = sums.amount.plus(theirs);
      sums.records += 1;
      const ours = priced?.readings[0];
      if (!priced || !ours || priced.currency !== money.currency) return;
      if (priced.readings.length > 1) {
        note(sums, withinBounds(theirs, priced));
        return;
      }
      sums.compared += 1;
      const difference = theirs.minus(ours.amount);
      sums.difference = sums.difference.plus(difference);
      if (difference.isZero()) {
        sums.equal += 1;
        return;
      }
      note(sums, explain(theirs, ours.amount));
      const by = difference.abs();
      sums.largest = [...sums.largest, { by, recorded: money.amount, priced: ours.amount, where }]
        .sort((a, b) => b.by.comparedTo(a.by))
        .slice(0, MOST_LARGEST);
    },
    result: () =>
      [...byKind].map(([key, sums]) => {
        const [kind, currency = ''] = key.split(' ');
        return {
          kind: kind === 'charged' ? 'charged' : 'estimated',
          currency,
          amount: plain(sums.amount),
          records: sums.records,
          compared: sums.compared,
          equal: sums.equal,
          difference: plain(sums.difference),
          explained: [...sums.explained]
            .map(([reason, records]) => ({ reason, records }))
            .sort((a, b) => b.records - a.records),
          largest: sums.largest.map(({ recorded, priced, where }) => ({ ...where, recorded, priced })),
        };
      }),
  };
}

function note({ explained }: Sums, reason: string): void {
  const known = explained.has(reason) || explained.size < MOST_REASONS ? reason : 'other differences';
  explained.set(known, (explained.get(known) ?? 0) + 1);
}

/** How a recorded amount lies to a price that is only known between bounds. */
function withinBounds(theirs: Decimal, { readings }: PricedRecord): string {
  const same = readings.find(({ amount }) => theirs.eq(amount));
  if (same) return `it is one of our bounds: ${same.label}`;
  const amounts = readings.map(({ amount }) => new Decimal(amount)).sort((a, b) => a.comparedTo(b));
  const [least, most] = [amounts[0] ?? ZERO, amounts.at(-1) ?? ZERO];
  return theirs.gte(least) && theirs.lte(most) ? 'it lies within our bounds' : 'it lies outside our bounds';
}

/** Why a recorded amount may differ from ours: a last digit, or a factor such as a discount. */
function explain(theirs: Decimal, ours: string): string {
  const mine = new Decimal(ours);
  if (theirs.isZero()) return 'the record says that it cost nothing';
  if (theirs.minus(mine).abs().lte(mine.abs().times('1e-12')))
    return 'binary fractions in the record (below 1e-12 of it)';
  if (theirs.eq(mine.toDecimalPlaces(theirs.decimalPlaces()))) return 'the record is rounded';
  if (mine.isZero()) return 'our price is nothing';
  return `the record is ${plain(theirs.div(mine).toSignificantDigits(4))} times our price`;
}
