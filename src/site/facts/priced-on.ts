import type { Standing } from '../../catalog/standing.ts';

const DAY = 86_400_000;

/** The day whose rates an offer's page prices work at: that of the site, or where no rates hold then the last or first that has some. */
export function pricedOn({ period }: Standing, at: string): string {
  if (!period) return at;
  const { from, until } = period;
  const ms = Date.parse(at);
  if (from !== null && ms < Date.parse(from)) return from;
  if (until === null || ms < Date.parse(until)) return at;
  const last = new Date(Date.parse(until) - DAY).toISOString().slice(0, 10);
  return from !== null && Date.parse(last) < Date.parse(from) ? from : last;
}
