import type { Conditions, Period, UsageGroup } from '../../src/engine/index.ts';
import { type Choice, chooseRate } from './choose-rate.ts';
import { type Situation, situation } from './conditions.ts';
import { type Counted, count } from './counts.ts';
import { fromText } from './decimal-text.ts';
import { add, type Rational, ZERO } from './rational.ts';
import { inBlocks } from './steps.ts';

/** A group of equal requests, with what falls to each rate in one of them. */
export interface Request {
  readonly requests: Rational;
  readonly counted: Counted;
  readonly at: Situation;
  /** Names the set of conditions that hold, asked for or by default. */
  readonly conditions: string;
  /** After blocks, by rate. */
  readonly billed: ReadonlyMap<number, Rational>;
  readonly gaps: readonly { readonly meter: string; readonly quantity: Rational; readonly code: Choice }[];
}

export function readRequest(group: UsageGroup, when: Conditions, ms: number, period: Period): Request {
  const asked = { ...when, ...group.when };
  const at = situation(asked, ms);
  const counted = count(group.usage, 'request');
  const used = new Map<number, Rational>();
  const gaps: Request['gaps'][number][] = [];
  for (const [meter, quantity] of counted.own) {
    if (quantity.n <= 0n) continue;
    const choice = chooseRate(meter, period.rates, at);
    if (typeof choice === 'number') used.set(choice, add(used.get(choice) ?? ZERO, quantity));
    else if (counted.stated.has(meter) || choice !== 'no_rate') {
      gaps.push({ meter, quantity, code: choice });
    }
  }
  const billed = new Map<number, Rational>();
  for (const [index, quantity] of used) {
    const rate = period.rates[index];
    const block = rate && 'block' in rate ? rate.block : undefined;
    billed.set(index, inBlocks(quantity, block));
  }
  const conditions = JSON.stringify(Object.entries(at.values).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { requests: fromText(group.requests ?? 1), counted, at, conditions, billed, gaps };
}
