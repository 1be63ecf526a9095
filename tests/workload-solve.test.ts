import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Solved, type SolveOptions, solve, type Workload } from '../src/workload/index.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly offer: string;
  readonly work: Workload;
  readonly budget: string;
  readonly options?: Partial<SolveOptions>;
  readonly solved: Partial<Solved>;
}

const { offers, cases } = parse(readFileSync(new URL('./cases-workload/solve.yaml', import.meta.url), 'utf8')) as {
  offers: Record<string, CaseOffer>;
  cases: readonly Case[];
};
const AT = { at: '2026-11-20' };

describe('the most work for a budget', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { offer, work, budget, options, solved }) => {
    expect(solve(offerOf(offer, offers[offer] ?? {}), work, budget, { ...AT, ...options })).toMatchObject(solved);
  });
});
