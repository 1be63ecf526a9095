import { type Decimal, HUNDRED, ONE, sum } from '../engine/decimal.ts';
import type { ReadWork } from './read-workload.ts';

const MOST_REPEATS = 100;

/** The units after which the parts of a mix repeat, which are whole: 10 at 50, 30 and 20 percent; a hundred at most. */
export function sharesRepeatAfter({ parts }: ReadWork): Decimal {
  const ends = parts.map((_, index) => sum(parts.slice(0, index + 1).map(({ share }) => share)));
  let units = ONE;
  while (units.lt(MOST_REPEATS) && ends.some((end) => !end.times(units).mod(HUNDRED).isZero())) units = units.plus(ONE);
  return units;
}
