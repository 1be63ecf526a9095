import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { RecordMoney } from '../usage-records/index.ts';
import type { RecordedMoney } from './answer.ts';
import { explainDifference, withinBounds } from './explain-difference.ts';
import type { Where } from './where.ts';

interface Sums {
  readonly kind: RecordMoney['kind'];
  readonly currency: string;
  amount: Decimal;
  records: number;
  compared: number;
  equal: number;
  difference: Decimal;
  readonly explained: Map<string, number>;
  largest: RecordedMoney['largest'];
}

/** A price of ours beside what a record carries. */
export interface PricedRecord {
  /** The price under each reading, the one that counts first. */
  readonly readings: readonly { readonly label: string; readonly amount: string }[];
  readonly currency: string;
}

const MOST_LARGEST = 5;
const MOST_REASONS = 20;

/** Compares money in records with our own prices, record by record. */
export interface MoneyComparison {
  /** `priced` is null where we have no certain price. */
  readonly add: (money: RecordMoney, priced: PricedRecord | null, where: Where) => void;
  /** Adds what another stretch came to, its lines counted from those before it. */
  readonly merge: (part: readonly RecordedMoney[], lines: number) => void;
  /** With every explanation. */
  readonly part: () => RecordedMoney[];
  /** With the explanations that came first; further ones are counted together. */
  readonly result: () => RecordedMoney[];
}

export function moneyComparison(): MoneyComparison {
  const byKind = new Map<string, Sums>();
  const sumsFor = ({ kind, currency }: Pick<RecordMoney, 'kind' | 'currency'>): Sums => {
    const key = `${kind} ${currency}`;
    let sums = byKind.get(key);
    if (!sums) {
      const counts = { amount: ZERO, records: 0, compared: 0, equal: 0, difference: ZERO };
      sums = { kind, currency, ...counts, explained: new Map(), largest: [] };
      byKind.set(key, sums);
    }
    return sums;
  };
  const part = (): RecordedMoney[] =>
    [...byKind.values()].map(({ amount, difference, explained, ...rest }) => ({
      ...rest,
      amount: plain(amount),
      difference: plain(difference),
      explained: [...explained].map(([reason, records]) => ({ reason, records })),
    }));

  return {
    add: (money, priced, where) => {
      const sums = sumsFor(money);
      const theirs = new Decimal(money.amount);
      sums.amount = sums.amount.plus(theirs);
      sums.records += 1;
      const ours = priced?.readings[0];
      if (!priced || !ours || priced.currency !== money.currency) return;
      if (priced.readings.length > 1) {
        note(sums, withinBounds(theirs, priced), 1);
        return;
      }
      sums.compared += 1;
      const difference = theirs.minus(ours.amount);
      sums.difference = sums.difference.plus(difference);
      if (difference.isZero()) {
        sums.equal += 1;
        return;
      }
      note(sums, explainDifference(theirs, ours.amount), 1);
      keepLargest(sums, [{ ...where, recorded: money.amount, priced: ours.amount }]);
    },
    merge: (parts, lines) => {
      for (const one of parts) {
        const sums = sumsFor(one);
        sums.amount = sums.amount.plus(one.amount);
        sums.difference = sums.difference.plus(one.difference);
        sums.records += one.records;
        sums.compared += one.compared;
        sums.equal += one.equal;
        for (const { reason, records } of one.explained) note(sums, reason, records);
        keepLargest(
          sums,
          one.largest.map((place) => ({ ...place, line: place.line + lines })),
        );
      }
    },
    part,
    result: () => part().map(({ explained, ...rest }) => ({ ...rest, explained: mostFrequent(explained) })),
  };
}

function note({ explained }: Sums, reason: string, records: number): void {
  explained.set(reason, (explained.get(reason) ?? 0) + records);
}

function keepLargest(sums: Sums, more: RecordedMoney['largest']): void {
  const by = ({ recorded, priced }: RecordedMoney['largest'][number]): Decimal =>
    new Decimal(recorded).minus(priced).abs();
  sums.largest = [...sums.largest, ...more].sort((a, b) => by(b).comparedTo(by(a))).slice(0, MOST_LARGEST);
}

/** The explanations that came first, the most frequent of them in front; all others as one. */
function mostFrequent(explained: RecordedMoney['explained']): RecordedMoney['explained'] {
  const others = explained.slice(MOST_REASONS).reduce((sum, { records }) => sum + records, 0);
  const named = explained.slice(0, MOST_REASONS);
  const all = others > 0 ? [...named, { reason: 'other differences', records: others }] : named;
  return [...all].sort((a, b) => b.records - a.records);
}
