import { Decimal, plain } from '../../engine/decimal.ts';

/** A ratio that several of two sellers' prices share. */
export interface Markup {
  readonly kind: 'markup';
  /** The dearer seller's price over the cheaper one's: `"1.3"`. */
  readonly ratio: string;
  readonly meters: readonly string[];
}

/**
 * The one ratio between two sellers' prices of the same meters: 0.52 / 0.40 and 2.60 / 2.00 are both 1.3. Null
 * unless at least two meters share it exactly, it differs from 1 and it has at most four places.
 */
export function findMarkup(dearer: ReadonlyMap<string, string>, cheaper: ReadonlyMap<string, string>): Markup | null {
  const shared = [...dearer.keys()].filter((meter) => cheaper.has(meter));
  const ratios = shared.map((meter) => ratioOf(dearer.get(meter) ?? '0', cheaper.get(meter) ?? '0'));
  const [first] = ratios;
  if (shared.length < 2 || !first || first.lte(1) || first.decimalPlaces() > 4) return null;
  if (!ratios.every((ratio) => ratio?.eq(first))) return null;
  return { kind: 'markup', ratio: plain(first), meters: shared };
}

function ratioOf(a: string, b: string): Decimal | null {
  const divisor = new Decimal(b);
  return divisor.isZero() ? null : new Decimal(a).div(divisor);
}
