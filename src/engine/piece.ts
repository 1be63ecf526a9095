import type { Conditions } from './condition.ts';
import type { Decimal } from './decimal.ts';
import { ZERO } from './decimal.ts';
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
  /** The meters that were folded into this rate. */
  readonly parts: Map<string, Decimal>;
}

export type Pieces = Map<string, Piece>;

/** The piece of a rate, step and conditions; a new empty one where there is none yet. */
export function pieceFor(pieces: Pieces, rate: CardRate, step: StepIndex | null, conditions: Conditions): Piece {
  const key = `${rate.path} ${step} ${conditionsKey(conditions)}`;
  let piece = pieces.get(key);
  if (!piece) {
    piece = { rate, step, conditions, quantity: ZERO, used: ZERO, parts: new Map() };
    pieces.set(key, piece);
  }
  return piece;
}

const keys = new WeakMap<Conditions, string>();

function conditionsKey(conditions: Conditions): string {
  let key = keys.get(conditions);
  if (key === undefined) {
    key = JSON.stringify(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)));
    keys.set(conditions, key);
  }
  return key;
}
