import { comparePairs, lowBits, MOST_PAIR, MOST_TERMS } from './big-number.ts';
import { exactTotal } from './exact-total.ts';
import type { PreparedIndex } from './prepared-index.ts';
import type { Question } from './question.ts';
import { placesIn, textOf, unitsOf } from './units.ts';

/** Whether a row has a total, or what it has instead. */
export const ROW_STATES = { priced: 0, unpriced: 1, waiting: 2 } as const;

/** The totals of all rows for a question. */
export interface Totals {
  readonly prepared: PreparedIndex;
  readonly question: Question;
  readonly state: Uint8Array;
  /** What a float makes of each total's units. */
  readonly size: Float64Array;
  /** The last 32 bits of each total's units. */
  readonly low: Int32Array;
  /** Rows that no pair can hold: totals beyond {@link MOST_PAIR}, or with more places than the question. */
  readonly odd: Set<number>;
  /** Exact totals of rows that the engine priced. */
  readonly priced: Map<number, string>;
  /** Why the engine gave a row no total. */
  readonly refused: Map<number, string>;
}

/** Prices every row that is prices times counts; the others wait for the engine. */
export function totalsOf(prepared: PreparedIndex, question: Question): Totals {
  const { rows, rowsOf, priceAt, gapAt, barred, isComplex, fundings, provider, factorPlaces } = prepared;
  const state = new Uint8Array(rows);
  const size = new Float64Array(rows);
  const low = new Int32Array(rows);
  const odd = new Set<number>();
  for (const { weights, reached } of question.parts) {
    const { sizes: priceSizes, lows: priceLows } = reached;
    for (const [meter, weight] of weights.entries()) {
      if (weight === 0n) continue;
      const weightSize = Number(weight);
      const weightLow = lowBits(weight);
      const prices = priceAt[meter] as Int32Array;
      const gaps = gapAt[meter] as Int32Array;
      const own = rowsOf[meter] as Int32Array;
      for (let at = 0; at < own.length; at += 1) {
        const row = own[at] as number;
        const price = prices[row] as number;
        size[row] = (size[row] as number) + weightSize * (priceSizes[price] as number);
        low[row] = ((low[row] as number) + Math.imul(weightLow, priceLows[price] as number)) | 0;
        if (gaps[row] !== 0) state[row] = ROW_STATES.unpriced;
      }
    }
  }
  const isLong = question.parts.length * question.counted.length > MOST_TERMS;
  const unit = 10 ** factorPlaces;
  const scale = 10n ** BigInt(question.costPlaces - prepared.pricePlaces);
  const terms = fundings.map((one) => one && pairs(one, scale, BigInt(unit)));
  for (let row = 0; row < rows; row += 1) {
    if (barred[row] !== 0) state[row] = ROW_STATES.unpriced;
    else if (isComplex[row] === 1) state[row] = ROW_STATES.waiting;
    if (state[row] !== ROW_STATES.priced) continue;
    const cost = size[row] as number;
    const costLow = low[row] as number;
    const fee = terms[provider[row] as number];
    if (isLong || cost * unit * 2 > MOST_PAIR || (fee && fee.most <= cost * 1.000001))
      setExactly(row, exactTotal(row, prepared, question));
    else if (!fee || cost === 0) {
      size[row] = cost * unit;
      low[row] = Math.imul(costLow, unit);
    } else if (comparePairs(cost, costLow, fee.from, fee.fromLow) < 0) {
      size[row] = cost * fee.share;
      low[row] = Math.imul(costLow, fee.shareLow);
    } else {
      const rate = cost * fee.factor + fee.fixed;
      const rateLow = (Math.imul(costLow, fee.factorLow) + fee.fixedLow) | 0;
      const least = cost * unit + fee.minimum;
      const leastLow = (Math.imul(costLow, unit) + fee.minimumLow) | 0;
      const byRate = comparePairs(rate, rateLow, least, leastLow) > 0;
      size[row] = byRate ? rate : least;
      low[row] = byRate ? rateLow : leastLow;
    }
  }
  return { prepared, question, state, size, low, odd, priced: new Map(), refused: new Map() };

  function setExactly(row: number, units: bigint): void {
    size[row] = Number(units);
    low[row] = lowBits(units);
    if (size[row] > MOST_PAIR) odd.add(row);
  }
}

/** The terms of a provider as pairs; amounts but the first and the most in units of a total. */
function pairs(
  funding: { readonly [K in 'factor' | 'share' | 'fixed' | 'minimum' | 'from']: bigint } & {
    readonly most: bigint | null;
  },
  scale: bigint,
  unit: bigint,
) {
  const amounts = { fixed: funding.fixed * scale * unit, minimum: funding.minimum * scale * unit };
  return {
    factor: Number(funding.factor),
    factorLow: lowBits(funding.factor),
    share: Number(funding.share),
    shareLow: lowBits(funding.share),
    fixed: Number(amounts.fixed),
    fixedLow: lowBits(amounts.fixed),
    minimum: Number(amounts.minimum),
    minimumLow: lowBits(amounts.minimum),
    from: Number(funding.from * scale),
    fromLow: lowBits(funding.from * scale),
    most: funding.most === null ? Number.POSITIVE_INFINITY : Number(funding.most * scale),
  };
}

/** Takes in what the engine made of a row: its exact total, or why there is none. */
export function settleRow(
  totals: Totals,
  row: number,
  result: { readonly total: string } | { readonly reason: string },
): void {
  if ('reason' in result) {
    totals.state[row] = ROW_STATES.unpriced;
    totals.refused.set(row, result.reason);
    return;
  }
  const { places } = totals.question;
  const own = placesIn(result.total);
  const units = unitsOf(result.total, Math.max(places, own));
  totals.state[row] = ROW_STATES.priced;
  totals.priced.set(row, result.total);
  totals.size[row] = own > places ? Number(units) / 10 ** (own - places) : Number(units);
  totals.low[row] = own > places ? 0 : lowBits(units);
  if (own > places || totals.size[row] > MOST_PAIR) totals.odd.add(row);
}

/** The exact total of a priced row: the one of the engine's bill, to the last digit. */
export function totalText(totals: Totals, row: number): string {
  const { prepared, question, priced } = totals;
  return priced.get(row) ?? textOf(exactTotal(row, prepared, question), question.places);
}

/** Below zero where the first row costs less; zero where both cost the same. */
export function compareTotals(totals: Totals, a: number, b: number): number {
  const { size, low, odd } = totals;
  if (odd.size === 0 || !(odd.has(a) || odd.has(b))) {
    return comparePairs(size[a] as number, low[a] as number, size[b] as number, low[b] as number);
  }
  const texts = [totalText(totals, a), totalText(totals, b)] as const;
  const places = Math.max(...texts.map(placesIn));
  const [first, second] = [unitsOf(texts[0], places), unitsOf(texts[1], places)];
  return first < second ? -1 : first > second ? 1 : 0;
}
