import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type Estimate,
  type EstimateStep,
  estimate,
  rankOffers,
  type WorkAssumption,
  type Workload,
  WorkloadError,
} from '../src/workload/index.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly offer: string;
  readonly work: Workload;
  readonly total?: string;
  readonly complete?: false;
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
  /** The sentences of all assumptions and of all that is left out, and the steps, in order. */
  readonly assumes?: readonly string[];
  readonly tells?: readonly string[];
  readonly left_out?: readonly string[];
  readonly steps?: readonly string[];
  /** Anything else of the answer, as it is printed. */
  readonly answer?: object;
  readonly options?: object;
  readonly cannot?: string;
  readonly gaps?: readonly string[];
}

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`./cases-workload/${file}`, import.meta.url), 'utf8'));
const files = ['chat.yaml', 'other-kinds.yaml', 'what-is-said.yaml', 'caches-and-ends.yaml'];

const column = ({ steps }: Estimate, ...meters: string[]): string[] =>
  steps.map(({ usage }) => meters.map((meter) => usage[meter]).find((quantity) => quantity !== undefined) ?? '0');

const textOf = ({ text }: WorkAssumption): string => text;
const stepText = ({ requests, label, input }: EstimateStep): string =>
  `${requests} x ${label}${input === '' ? '' : `: ${input}`}`;

describe.each(files)('workloads of %s', (file) => {
  const { offers, cases } = read(file) as { offers: Record<string, CaseOffer>; cases: readonly Case[] };
  const find = (id: string) => {
    const name = id.replace('p/', '');
    return offers[name] ? offerOf(name, offers[name]) : undefined;
  };

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const offer = find(`p/${one.offer}`);
    if (!offer) throw new Error(`no offer ${one.offer}`);
    const answer = estimate(offer, one.work, { at: '2026-11-20', offers: find, ...one.options });
    const codes = answer.assumptions.map(({ code }) => code);
    expect(answer.total?.expected).toBe(one.total);
    const { rows } = rankOffers([offer], one.work, { at: '2026-11-20', offers: find, ...one.options }, 0);
    expect(rows.map(({ expected }) => expected)).toEqual(one.total === undefined ? [] : [one.total]);
    expect(answer.complete).toBe(one.complete ?? one.total !== undefined);
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
    if (one.assumes) expect(answer.assumptions.map(textOf)).toEqual(one.assumes);
    for (const text of one.tells ?? []) expect(answer.assumptions.map(textOf)).toContain(text);
    if (one.left_out) expect(answer.left_out.map(textOf)).toEqual(one.left_out);
    if (one.steps) expect(answer.steps.map(stepText)).toEqual(one.steps);
    if (one.answer) expect(answer).toMatchObject(one.answer);
    expect(answer.cannot.map(({ code }) => code)).toEqual(one.cannot === undefined ? [] : [one.cannot]);
    expect(answer.gaps.map(({ meter }) => meter)).toEqual(one.gaps ?? []);
  });
});

describe.each(['problems.yaml', 'problems-of-inputs.yaml'])('workloads that cannot be read, of %s', (file) => {
  const offer = offerOf('any', { rates: [] });
  const { cases } = read(file) as {
    cases: readonly { name: string; work: Workload; codes: readonly string[]; says: readonly string[] }[];
  };

  function errorOf(work: Workload): WorkloadError | null {
    try {
      estimate(offer, work, { at: '2026-11-20' });
      return null;
    } catch (error) {
      if (error instanceof WorkloadError) return error;
      throw error;
    }
  }

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { work, codes, says }) => {
    const error = errorOf(work);
    expect(error?.name).toBe('WorkloadError');
    expect(error?.message.split('\n')).toEqual(says);
    expect(error?.problems.map(({ code }) => code)).toEqual(codes);
  });
});
