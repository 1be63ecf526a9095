import type { Block, Boundary, TierStep } from '../../src/engine/index.ts';
import { fromText } from './decimal-text.ts';
import { add, largest, multiply, order, type Rational, smallest, subtract, ZERO } from './rational.ts';
import { toMultiple } from './rounding.ts';

/** A part of a quantity at one step; -1 is the base price. */
export interface Slice {
  readonly step: number;
  readonly quantity: Rational;
}

export function inBlocks(quantity: Rational, block: Block | undefined): Rational {
  const raised = block?.minimum === undefined ? quantity : largest(quantity, fromText(block.minimum));
  return block?.size === undefined ? raised : toMultiple(raised, fromText(block.size), 'up');
}

/** The highest step that a count reaches; -1 for none. */
export function stepReached(count: Rational, steps: readonly TierStep[], boundary: Boundary, days: Rational): number {
  return steps.findLastIndex(({ over }) => {
    const side = order(count, multiply(fromText(over), days));
    return boundary === 'inclusive' ? side >= 0 : side > 0;
  });
}

/** Cuts the span from `start` over `quantity` units at the steps' limits. */
export function slices(start: Rational, quantity: Rational, steps: readonly TierStep[], days: Rational): Slice[] {
  const end = add(start, quantity);
  const limits = steps.map(({ over }) => multiply(fromText(over), days));
  const found: Slice[] = [];
  for (let step = -1; step < steps.length; step += 1) {
    const low = largest(start, limits[step] ?? ZERO);
    const above = limits[step + 1];
    const high = above ? smallest(end, above) : end;
    if (order(high, low) > 0) found.push({ step, quantity: subtract(high, low) });
  }
  return found;
}
