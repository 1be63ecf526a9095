import { Decimal, plain } from '../../engine/decimal.ts';

/** A ratio that several of two sellers' prices share. */
export interface Markup {
  /** The one price over the other: `"1.3"` of the dearer over the cheaper, `"0.75"` of a cheaper over a dearer. */
  readonly ratio: string;
  readonly meters: readonly string[];
}

/**
 * The one ratio between two cards' prices of the same meters: 0.52 / 0.40 and 2.60 / 2.00 are both 1.3. Null unless at
 * least two different prices share it exactly, `a` is dearer, and the ratio has at most four places.
 */
export function findMarkup(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Markup | null {
  const shared = sharedRatio(a, b);
  return shared && new Decimal(shared.ratio).gt(1) ? shared : null;
}

/**
 * As {@link findMarkup} where `a` is cheaper and only the ratio of the dearer to it has no end: 0.30 / 0.40 and
 * 1.65 / 2.20 are both 0.75, where 4 / 3 is a number without end.
 */
export function findDiscount(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Markup | null {
  const shared = sharedRatio(a, b);
  return shared && new Decimal(shared.ratio).lt(1) && !sharedRatio(b, a) ? shared : null;
}

function sharedRatio(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): Markup | null {
  const shared = [...a.keys()].filter((meter) => b.has(meter));
  const ratios = shared.map((meter) => ratioOf(a.get(meter) ?? '0', b.get(meter) ?? '0'));
  const [first] = ratios;
  if (new Set(shared.map((meter) => a.get(meter))).size < 2 || !first || first.isZero() || first.decimalPlaces() > 4)
    return null;
  if (!ratios.every((ratio) => ratio?.eq(first))) return null;
  return { ratio: plain(first), meters: shared };
}

function ratioOf(a: string, b: string): Decimal | null {
  const divisor = new Decimal(b);
  return divisor.isZero() ? null : new Decimal(a).div(divisor);
}
