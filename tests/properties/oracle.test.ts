import { describe, expect, test } from 'vitest';
import { drawFrom, drawFromList, FEWER, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import fc from '../arbitrary/fast-check.ts';
import { questionFrom, questions } from '../arbitrary/questions.ts';
import { difference } from '../oracle/differences.ts';
import { oracle } from '../oracle/oracle.ts';
import { shrink } from '../oracle/shrink.ts';

const CASES = fewer(100_000);
const SHRINKABLE = 3_000;

const question = (index: number) => questionFrom(drawFrom(mulberry32(SEED + index)));

/** The smallest question found that still differs, with both answers. */
function smallest(index: number): string {
  const next = mulberry32(SEED + index);
  const choices = Array.from({ length: 1000 }, next);
  const found = (list: readonly number[]) => difference(questionFrom(drawFromList(list)));
  return found(shrink(choices, (list) => found(list) !== null)) ?? `case ${index} differs no more`;
}

describe(`the engine and the oracle, seed ${SEED} (set another by RATECARD_SEED)`, () => {
  test(`agree on ${CASES} random bills`, () => {
    for (let index = 0; index < CASES; index += 1) {
      if (difference(question(index)) !== null) expect.fail(`case ${index}\n${FEWER ? '' : smallest(index)}`);
    }
  }, 600_000);

  test(`agree on ${SHRINKABLE} bills that fast-check shrinks`, () => {
    const agrees = fc.property(questions, (one) => {
      const found = difference(one);
      if (found !== null) throw new Error(found);
    });
    fc.assert(agrees, { numRuns: SHRINKABLE });
  });

  test('are asked about every step of the rules', () => {
    const seen = new Map<string, number>();
    const see = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
    for (let index = 0; index < 4000; index += 1) {
      const one = question(index);
      const answer = oracle(one);
      if ('problems' in answer) {
        for (const code of answer.problems) see(code);
        continue;
      }
      const { usage: before, cost } = one.options.used_before ?? {};
      for (const { kind } of answer.fees) {
        see(kind);
        if (before && Object.keys(before).length > 0) see(`${kind} after usage`);
        if (cost) see(`${kind} after cost`);
      }
      const free = one.offer.periods.flatMap(({ allowances = [] }) => allowances);
      if (before && Object.keys(before).length > 0 && free.length > 1) see('allowances after usage');
      for (const { code } of answer.gaps) see(code);
      for (const { rate } of answer.lines) see(rate.replace(/\d+/g, 'n'));
      if (answer.converted) see('converted');
      if (answer.converted === null) see('unconverted');
      if (answer.total !== null) see('total');
    }
    const expected = [
      ...['no_period', 'part_exceeds_whole', 'card_conflict', 'no_payment_method'],
      ...['percent', 'recurring', 'invoice_rounding', 'minimum', 'commitment', 'credit', 'top_up'],
      ...['commitment after usage', 'credit after cost', 'minimum after cost', 'allowances after usage'],
      ...['no_rate', 'needs_condition', 'not_in_force', 'ambiguous', 'unpublished', 'plan_only', 'unconverted'],
      ...['periods/n/rates/n', 'periods/n/rates/n/tiers/steps/n'],
      ...['periods/n/request_rounding', 'periods/n/request_minimum', 'converted', 'total'],
    ];
    expect(expected.filter((what) => (seen.get(what) ?? 0) < 5)).toEqual([]);
  });
});
