import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type Estimate,
  estimate,
  type Workload,
  WorkloadError,
  type WorkloadProblem,
  workloadProblemText,
} from '../src/workload/index.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly offer: string;
  readonly work: Workload;
  readonly total?: string;
  readonly range?: readonly string[];
  readonly drivers?: readonly string[];
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly requests?: readonly string[];
  readonly months?: readonly string[];
  readonly says?: readonly string[];
  readonly leaves_out?: readonly string[];
  readonly cannot?: string;
  readonly gaps?: readonly string[];
}

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`./cases-workload/${file}`, import.meta.url), 'utf8'));
const files = ['chat.yaml', 'other-kinds.yaml'];

const column = ({ steps }: Estimate, ...meters: string[]): string[] =>
  steps.map(({ usage }) => meters.map((meter) => usage[meter]).find((quantity) => quantity !== undefined) ?? '0');

describe.each(files)('workloads of %s', (file) => {
  const { offers, cases } = read(file) as { offers: Record<string, CaseOffer>; cases: readonly Case[] };
  const find = (id: string) => {
    const name = id.replace('p/', '');
    return offers[name] ? offerOf(name, offers[name]) : undefined;
  };

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const offer = find(`p/${one.offer}`);
    if (!offer) throw new Error(`no offer ${one.offer}`);
    const answer = estimate(offer, one.work, { at: '2026-11-20', offers: find });
    const codes = answer.assumptions.map(({ code }) => code);
    expect(answer.total?.expected).toBe(one.total);
    expect(answer.complete).toBe(one.total !== undefined);
    if (one.range) expect([answer.total?.low, answer.total?.high]).toEqual(one.range);
    if (one.drivers) expect(answer.drivers.map(({ input }) => input)).toEqual(one.drivers);
    if (one.inputs) expect(column(answer, 'input_tokens')).toEqual(one.inputs);
    if (one.outputs) expect(column(answer, 'output_tokens')).toEqual(one.outputs);
    if (one.reads) expect(column(answer, 'cache_read_tokens')).toEqual(one.reads);
    if (one.writes) expect(column(answer, 'cache_write_5m_tokens')).toEqual(one.writes);
    if (one.requests) expect(answer.steps.map(({ requests }) => requests)).toEqual(one.requests);
    if (one.months) expect(answer.months.map(({ volume }) => volume)).toEqual(one.months);
    for (const code of one.says ?? []) expect(codes).toContain(code);
    for (const code of one.leaves_out ?? []) expect(answer.left_out.map((left) => left.code)).toContain(code);
    expect(answer.cannot.map(({ code }) => code)).toEqual(one.cannot === undefined ? [] : [one.cannot]);
    expect(answer.gaps.map(({ meter }) => meter)).toEqual(one.gaps ?? []);
  });
});

describe('workloads that cannot be read', () => {
  const offer = offerOf('any', { rates: [] });
  const { cases } = read('problems.yaml') as {
    cases: readonly { name: string; work: Workload; code: string; path: string; says: string }[];
  };

  function problemsOf(work: Workload): readonly WorkloadProblem[] {
    try {
      estimate(offer, work, { at: '2026-11-20' });
      return [];
    } catch (error) {
      if (error instanceof WorkloadError) return error.problems;
      throw error;
    }
  }

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { work, code, path, says }) => {
    const problems = problemsOf(work);
    expect(problems.map((problem) => `${problem.code} at ${problem.path}`)).toEqual([`${code} at ${path}`]);
    expect(problems.map(workloadProblemText).join()).toContain(says);
  });
});
