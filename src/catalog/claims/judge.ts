import { Decimal } from '../../engine/decimal.ts';
import type { PriceDispute, Trust } from './trust.ts';

/** What one source says about prices, without conditions, and when it said so. */
export interface Witness {
  readonly source: string;
  readonly as_of: string;
  readonly prices: ReadonlyMap<string, string>;
}

/**
 * Holds other sources against the one whose card is used. A source that prices no meter in common says nothing
 * either way. A card checked by hand stays checked, whoever differs.
 */
export function judge(used: Witness, others: readonly Witness[], isChecked: boolean): Trust {
  const disputes: PriceDispute[] = [];
  for (const [meter, price] of used.prices) {
    const opinions = others.flatMap(({ source, prices }) => {
      const other = prices.get(meter);
      return other === undefined ? [] : [{ source, price: other }];
    });
    if (opinions.some((other) => !new Decimal(other.price).eq(price))) {
      disputes.push({ meter, opinions: [{ source: used.source, price }, ...opinions] });
    }
  }
  const agreeing = others.filter(({ prices }) => {
    const common = [...used.prices].flatMap(([meter, price]) => {
      const other = prices.get(meter);
      return other === undefined ? [] : [new Decimal(other).eq(price)];
    });
    return common.length > 0 && common.every(Boolean);
  });
  const dates = [used, ...agreeing].map(({ as_of }) => as_of).sort();
  const state = isChecked
    ? 'checked'
    : disputes.length > 0
      ? 'disputed'
      : agreeing.length > 0
        ? 'corroborated'
        : 'imported';
  return {
    state,
    agreeing: [used.source, ...agreeing.map(({ source }) => source)],
    disputes,
    as_of: (isChecked ? used.as_of : dates.at(-1)) ?? used.as_of,
  };
}
