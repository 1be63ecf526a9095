import { type Conditions, conditionsKey } from './condition.ts';
import { type Decimal, ZERO } from './decimal.ts';
import type { CardRate } from './prepare.ts';
import type { StepIndex } from './tier.ts';

/** A quantity at one rate, one step of its tiers and one set of conditions: what becomes a line of the bill. */
export interface Piece {
  readonly rate: CardRate;
  /** The step that requests decided; null where the period decides. */
  readonly step: StepIndex | null;
  readonly conditions: Conditions;
  /** What is charged for. */
  quantity: Decimal;
  /** What was used, before blocks. */
  used: Decimal;
  /** The meters other than the rate's own that were folded into it. */
  readonly folded: Map<string, Decimal>;
}

export type Pieces = Map<string, Piece>;

/** The piece of a rate, step and conditions; a new empty one where there is none yet. */
export function pieceFor(pieces: Pieces, rate: CardRate, step: StepIndex | null, conditions: Conditions): Piece {
  const key = `${rate.index} ${step} ${conditionsKey(conditions)}`;
  let piece = pieces.get(key);
  if (!piece) {
    piece = { rate, step, conditions, quantity: ZERO, used: ZERO, folded: new Map() };
    pieces.set(key, piece);
  }
  return piece;
}

/** Adds to a quantity that may still be nothing. */
export function add(sum: Decimal, quantity: Decimal): Decimal {
  return sum === ZERO ? quantity : sum.plus(quantity);
}

/** The pieces in the order of the card's rates and steps. */
export function inCardOrder(pieces: Pieces): Piece[] {
  return [...pieces.values()].sort((a, b) => a.rate.index - b.rate.index || (a.step ?? 0) - (b.step ?? 0));
}
