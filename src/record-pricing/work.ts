import { Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { PriceAnswer } from './answer.ts';

/** What was used on each offer, whatever group it went to. */
export interface Work {
  /** Adds rows of counts of some meters. */
  readonly addRows: (offer: string, meters: readonly string[], columns: readonly Float64Array[], rows: number) => void;
  /** Adds one record. */
  readonly add: (offer: string, usage: Readonly<Record<string, number | string>>) => void;
  /** Adds requests of which the usage has been added. */
  readonly addRequests: (offer: string, requests: Decimal) => void;
  readonly merge: (part: PriceAnswer['work']) => void;
  readonly result: () => PriceAnswer['work'];
}

interface Sums {
  requests: Decimal;
  readonly usage: Map<string, Decimal>;
}

/** Adds up usage by offer, in the order of their ids; a record that does not say how many requests it sums is one. */
export function workDone(): Work {
  const offers = new Map<string, Sums>();
  const sumsOf = (offer: string): Sums => {
    const known = offers.get(offer) ?? { requests: ZERO, usage: new Map() };
    offers.set(offer, known);
    return known;
  };
  const put = (sums: Sums, meter: string, quantity: Decimal): void => {
    if (meter === 'requests') sums.requests = sums.requests.plus(quantity);
    else if (meter !== 'messages') sums.usage.set(meter, (sums.usage.get(meter) ?? ZERO).plus(quantity));
  };
  return {
    addRows: (offer, meters, columns, rows) => {
      const sums = sumsOf(offer);
      for (const [index, meter] of meters.entries()) {
        const column = columns[index];
        if (column) put(sums, meter, columnSum(column, rows));
      }
      if (!meters.includes('requests')) sums.requests = sums.requests.plus(rows);
    },
    add: (offer, usage) => {
      const sums = sumsOf(offer);
      for (const meter in usage) put(sums, meter, new Decimal(usage[meter] ?? 0));
      if (!('requests' in usage)) sums.requests = sums.requests.plus(1);
    },
    addRequests: (offer, requests) => {
      const sums = sumsOf(offer);
      sums.requests = sums.requests.plus(requests);
    },
    merge: (part) => {
      for (const { offer, requests, usage } of part) {
        const sums = sumsOf(offer);
        sums.requests = sums.requests.plus(requests);
        for (const [meter, quantity] of Object.entries(usage)) put(sums, meter, new Decimal(quantity));
      }
    },
    result: () =>
      [...offers]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([offer, { requests, usage }]) => ({
          offer,
          requests: plain(requests),
          usage: Object.fromEntries(
            [...usage].sort(([a], [b]) => (a < b ? -1 : 1)).map(([meter, quantity]) => [meter, plain(quantity)]),
          ),
        })),
  };
}

/** The sum of whole numbers: as binary numbers while those hold it exactly, below 2 to the 53rd. */
function columnSum(column: Float64Array, rows: number): Decimal {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += column[row] as number;
  if (Number.isSafeInteger(sum)) return new Decimal(sum);
  let exact = ZERO;
  for (let row = 0; row < rows; row += 1) exact = exact.plus(column[row] ?? 0);
  return exact;
}
