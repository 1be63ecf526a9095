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
  const shared = [...a].flatMap(([meter, own]) => {
    const other = b.get(meter);
    return other === undefined ? [] : [{ meter, own, other }];
  });
  const [first] = shared;
  if (!first || new Set(shared.map(({ own }) => own)).size < 2) return null;
  const divisor = new Decimal(first.other);
  if (divisor.isZero()) return null;
  const ratio = new Decimal(first.own).div(divisor);
  if (ratio.isZero() || ratio.decimalPlaces() > 4) return null;
  if (!shared.every(({ own, other }) => Number(other) !== 0 && ratio.times(other).eq(own))) return null;
  return { ratio: plain(ratio), meters: shared.map(({ meter }) => meter) };
}
