import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { recordProblemText } from '../src/usage-records/index.ts';
import { readAll } from './usage-record-fixtures.ts';

interface Case {
  readonly name: string;
  readonly records: readonly unknown[];
  /** The format, where it is stated. */
  readonly format?: string;
  /** Codes with their lines, in the order in which they are said. */
  readonly findings: readonly string[];
  readonly usage: readonly Readonly<Record<string, number>>[];
  readonly models?: readonly string[];
  /** The money that each record carries. */
  readonly money?: readonly (string | null)[];
  readonly conditions?: readonly Readonly<Record<string, string>>[];
  /** What the findings say among other things. */
  readonly words?: readonly string[];
}

const CASES = parse(readFileSync(new URL('./usage-record-findings.yaml', import.meta.url), 'utf8')) as Case[];

describe('what is wrong in records is said, and never passed over', () => {
  test.each(CASES)('$name', ({ records, format, findings, usage, models, money, conditions, words = [] }) => {
    const read = readAll(records, format === undefined ? {} : { format });
    const problems = read.outcomes.flatMap((one) =>
      one.kind === 'skipped' ? [] : one.problems.map((problem) => ({ problem, line: one.where })),
    );
    expect(problems.map(({ problem, line }) => `${problem.code} ${line}`)).toEqual(findings);
    expect(read.records.map(({ readings }) => readings[0]?.usage)).toEqual(usage);
    if (models) expect(read.records.map(({ model }) => model)).toEqual(models);
    const carried = read.records.map((record) => record.money && `${record.money.amount} ${record.money.currency}`);
    if (money) expect(carried).toEqual(money);
    if (conditions) expect(read.records.map((record) => record.conditions)).toEqual(conditions);
    const said = problems.map(({ problem }) => recordProblemText(problem)).join('\n');
    for (const one of words) expect(said).toContain(one);
  });
});
