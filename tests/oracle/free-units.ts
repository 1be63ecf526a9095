import type { Period } from '../../src/engine/index.ts';
import { applies } from './conditions.ts';
import { partsOf } from './containment.ts';
import { fromText } from './decimal-text.ts';
import { type Around, isPublished, type Piece } from './pieces.ts';
import { multiply, ONE, smallest, subtract, ZERO } from './rational.ts';

/** The pieces with what allowances leave of them. */
export function lessAllowances(pieces: readonly Piece[], period: Period, { days, before, at }: Around): Piece[] {
  const left = [...pieces];
  const past = new Map(before.own);
  for (const { meters, quantity, span, when } of period.allowances ?? []) {
    let pool = multiply(fromText(quantity), span === 'day' ? days : ONE);
    if (span !== 'day' && applies(when, at)) {
      for (const meter of meters.flatMap((one) => [one, ...partsOf(one)])) {
        const taken = smallest(pool, past.get(meter) ?? ZERO);
        pool = subtract(pool, taken);
        past.set(meter, subtract(past.get(meter) ?? ZERO, taken));
      }
    }
    for (const meter of meters) {
      for (const [index, piece] of left.entries()) {
        const rate = period.rates[piece.rate];
        if (!isPublished(rate) || (rate.meter !== meter && !partsOf(meter).has(rate.meter))) continue;
        if (!applies(when, piece.request.at)) continue;
        const free = smallest(pool, piece.quantity);
        pool = subtract(pool, free);
        left[index] = { ...piece, quantity: subtract(piece.quantity, free) };
      }
    }
  }
  return left;
}
