import type { PriceHistory } from '../../catalog/changes/price-history.ts';

/** A stretch of a price on a chart: from and until as places in percent of the width, its height of the highest price. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  /** 0 for nothing, 1 for the highest. */
  readonly height: number;
  readonly price: string;
  /** True where the day on which it began is not known. */
  readonly open: boolean;
  /** True where it goes on from the stretch before. */
  readonly joined: boolean;
}

/** How a price went, ready to be drawn; places are for the eye, the table has the figures. */
export interface PriceLine {
  readonly stretches: readonly Stretch[];
  /** Days on which it changed, each with its place. */
  readonly days: readonly { readonly date: string; readonly at: number }[];
  readonly today: number;
}

const DAY = 86_400_000;

/** The stretches of a published price over its own days and up to a date. Null where it never changed. */
export function priceLine({ steps }: Pick<PriceHistory, 'steps'>, asOf: string): PriceLine | null {
  const dates = [...new Set(steps.flatMap(({ from, until }) => [from, until]).filter((date) => date !== null))];
  const priced = steps.filter(({ price }) => price !== null);
  if (dates.length === 0 || priced.length === 0) return null;
  const times = [...dates.map((date) => Date.parse(date)), Date.parse(asOf)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const beyond = Math.max(DAY, (last - first) * 0.3);
  const start = steps.some(({ from }) => from === null) ? first - beyond : first;
  const end = last + beyond / 6;
  const place = (time: number): number => ((time - start) / (end - start)) * 100;
  const highest = Math.max(...priced.map(({ price }) => Number(price)));
  const stretches = priced.map(({ from, until, price }, at): Stretch => {
    const before = priced[at - 1];
    return {
      from: from === null ? 0 : place(Date.parse(from)),
      until: until === null ? 100 : place(Date.parse(until)),
      height: highest > 0 ? Number(price) / highest : 0,
      price: price ?? '',
      open: from === null,
      joined: before !== undefined && before.until !== null && before.until === from,
    };
  });
  const days = dates.map((date) => ({ date, at: place(Date.parse(date)) })).sort((a, b) => a.at - b.at);
  return { stretches, days, today: place(Date.parse(asOf)) };
}
