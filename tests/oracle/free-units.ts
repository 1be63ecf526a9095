import type { Period } from '../../src/engine/index.ts';
import { applies } from './conditions.ts';
import { partsOf } from './containment.ts';
import { unionOf } from './counts.ts';
import { fromText } from './decimal-text.ts';
import { type Around, isPublished, type Piece } from './pieces.ts';
import { largest, multiply, ONE, smallest, subtract, ZERO } from './rational.ts';

/** The pieces with what allowances leave of them. */
export function lessAllowances(pieces: readonly Piece[], period: Period, { days, before }: Around): Piece[] {
  const left = [...pieces];
  for (const { meters, quantity, span, when } of period.allowances ?? []) {
    const given = multiply(fromText(quantity), span === 'day' ? days : ONE);
    let pool = largest(subtract(given, unionOf(meters, before)), ZERO);
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
