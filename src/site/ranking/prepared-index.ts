import { type Keys, keys } from '../offer-index/keys.ts';
import {
  FIRST_GAP,
  type IndexFunding,
  MOST_PRICE_PLACES,
  type OfferIndex,
  PRICE_STATES,
} from '../offer-index/offer-index.ts';
import { lowBits } from './big-number.ts';
import { placesIn, unitsOf } from './units.ts';

/** A price in whole units of the index's last place, and those of its steps, each with its threshold's position. */
export interface UnitPrice extends UnitAmount {
  readonly steps: readonly (UnitAmount & { readonly threshold: number })[];
}

/** What one request's count of a meter is held against. */
export interface Threshold {
  /** The position of the meter. */
  readonly subject: number;
  readonly inclusive: boolean;
  readonly over: string;
}

/** Whole units with what a float makes of them and their last 32 bits. */
export interface UnitAmount {
  readonly units: bigint;
  readonly size: number;
  readonly low: number;
}

/** What a meter that nothing is charged for costs. */
export const NO_PRICE: UnitPrice = { units: 0n, size: 0, low: 0, steps: [] };

/** Terms of buying credit in whole units: factors of `factorPlaces`, amounts of the index's places. */
export interface UnitFunding {
  readonly factor: bigint;
  readonly share: bigint;
  readonly fixed: bigint;
  readonly minimum: bigint;
  readonly from: bigint;
  readonly most: bigint | null;
}

/** An index made ready to price workloads on all of its rows. */
export interface PreparedIndex {
  readonly index: OfferIndex;
  readonly rows: number;
  /** For each meter, what its count is to be multiplied with so that all prices are for as many units. */
  readonly factors: readonly bigint[];
  /** Places of the price of one unit. */
  readonly pricePlaces: number;
  readonly factorPlaces: number;
  /** The prices in their order, then one of zero. */
  readonly prices: readonly UnitPrice[];
  /** For each meter, each row's position among the prices. */
  readonly priceAt: readonly Int32Array[];
  /** For each meter, each row's position among the reasons from 1 up; 0 where there is no gap. */
  readonly gapAt: readonly Int32Array[];
  /** For each meter, the rows that have a price other than zero, or a gap. */
  readonly rowsOf: readonly Int32Array[];
  /** What a float makes of each price, and its last 32 bits; of the first step where there are several. */
  readonly sizes: Float64Array;
  readonly lows: Int32Array;
  /** Positions of the prices that have steps. */
  readonly tiered: readonly number[];
  /** What decides between the steps of all prices, each once. */
  readonly thresholds: readonly Threshold[];
  readonly fundings: readonly (UnitFunding | null)[];
  readonly provider: Int32Array;
  /** The position of the reason, from 1 up, for which a row is never priced. */
  readonly barred: Int32Array;
  readonly isComplex: Uint8Array;
}

/** Reads the numbers of an index once. */
export function prepareIndex(index: OfferIndex): PreparedIndex {
  const { meters, providers, offers } = index;
  const rows = offers.model.length;
  const zero = index.prices.length;
  const perPlaces = Math.max(...meters.map(({ per }) => String(per).length - 1));
  const fundings = providers.map(({ funding }) => funding ?? null);
  const amounts = fundings.flatMap((one) => (one ? [one.fixed, one.minimum, one.from, one.most ?? '0'] : []));
  const shownPlaces = Math.max(shownPlacesOf(index), ...amounts.map((text) => placesIn(text) - perPlaces));
  const pricePlaces = shownPlaces + perPlaces;
  const factors = meters.map(({ per }) => 10n ** BigInt(perPlaces) / BigInt(per));
  const factorPlaces = Math.max(0, ...fundings.flatMap((one) => (one ? [one.factor, one.share].map(placesIn) : [])));
  const provider = new Int32Array(rows);
  let from = 0;
  for (const [position, { offers: own }] of providers.entries()) {
    provider.fill(position, from, from + own);
    from += own;
  }
  const priceAt = meters.map(() => new Int32Array(rows).fill(zero));
  const gapAt = meters.map(() => new Int32Array(rows));
  for (const [meter, codes] of offers.prices.entries()) {
    const price = priceAt[meter];
    const gap = gapAt[meter];
    if (!price || !gap) continue;
    const within = meters[meter]?.within;
    for (let row = 0; row < rows; row += 1) {
      let code = codes[row] ?? PRICE_STATES.none;
      for (let whole = within; code === PRICE_STATES.folded; whole = meters[whole ?? -1]?.within)
        code = offers.prices[whole ?? -1]?.[row] ?? PRICE_STATES.none;
      if (code >= 0) price[row] = code;
      else if (code <= FIRST_GAP) gap[row] = FIRST_GAP - code + 1;
    }
  }
  const thresholds = keys<Threshold>();
  const prices = [...unitPrices(index, shownPlaces, thresholds), NO_PRICE];
  const barred = new Int32Array(rows);
  for (const [row, reason] of index.barred) barred[row] = reason + 1;
  const isComplex = new Uint8Array(rows);
  for (const row of index.complex) isComplex[row] = 1;
  return {
    index,
    rows,
    factors,
    pricePlaces,
    factorPlaces,
    prices,
    priceAt,
    gapAt,
    rowsOf: meters.map((_, meter) => rowsWith(priceAt[meter], gapAt[meter], prices)),
    sizes: Float64Array.from(prices, ({ size }) => size),
    lows: Int32Array.from(prices, ({ low }) => low),
    tiered: prices.flatMap(({ steps }, position) => (steps.length > 0 ? [position] : [])),
    thresholds: thresholds.all,
    fundings: fundings.map((one) => one && unitFunding(one, pricePlaces, factorPlaces)),
    provider,
    barred,
    isComplex,
  };
}

/** The rows on which a meter costs something, or has a gap. */
export function rowsWith(
  prices: Int32Array | undefined,
  gaps: Int32Array | undefined,
  all: readonly UnitPrice[],
): Int32Array {
  const count = prices?.length ?? 0;
  const rows = new Int32Array(count);
  let found = 0;
  for (let row = 0; row < count; row += 1) {
    const { size, steps } = all[prices?.[row] ?? -1] ?? NO_PRICE;
    if (size !== 0 || steps.length > 0 || gaps?.[row] !== 0) rows[found++] = row;
  }
  return rows.slice(0, found);
}

function shownPlacesOf({ prices }: OfferIndex): number {
  const texts = prices.flatMap((price) =>
    typeof price === 'string' ? [price] : [price.price, ...price.steps.map(([, text]) => text)],
  );
  return Math.max(0, ...texts.map(placesIn).filter((places) => places <= MOST_PRICE_PLACES));
}

/** Prices in units of `places` after the point of what they are shown for; what only complex rows have counts none. */
function unitPrices({ prices }: OfferIndex, places: number, thresholds: Keys<Threshold>): UnitPrice[] {
  const amount = (text: string): UnitAmount => {
    const units = placesIn(text) > MOST_PRICE_PLACES ? 0n : unitsOf(text, places);
    return { units, size: Number(units), low: lowBits(units) };
  };
  return prices.map((price) =>
    typeof price === 'string'
      ? { ...amount(price), steps: [] }
      : {
          ...amount(price.price),
          steps: price.steps.map(([over, text]) => ({
            threshold: thresholds.at({ subject: price.subject, inclusive: price.inclusive, over }),
            ...amount(text),
          })),
        },
  );
}

function unitFunding(funding: IndexFunding, places: number, factorPlaces: number): UnitFunding {
  return {
    factor: unitsOf(funding.factor, factorPlaces),
    share: unitsOf(funding.share, factorPlaces),
    fixed: unitsOf(funding.fixed, places),
    minimum: unitsOf(funding.minimum, places),
    from: unitsOf(funding.from, places),
    most: funding.most === null ? null : unitsOf(funding.most, places),
  };
}
