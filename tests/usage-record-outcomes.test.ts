import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ADAPTERS, type Located, type ReadOptions, recordProblemText } from '../src/usage-records/index.ts';
import { readAll } from './usage-record-fixtures.ts';

/**
 * All that becomes of the records of one file: of each record what the case names and every word of its problems as
 * `place: words`; else why it was skipped or could not be read.
 */
interface Case {
  readonly name: string;
  readonly options?: ReadOptions;
  readonly records: readonly unknown[];
  readonly outcomes: readonly Readonly<Record<string, unknown>>[];
  readonly repeated?: number;
}

const FOLDER = new URL('./usage-record-outcomes/', import.meta.url);
const CASES = readdirSync(FOLDER).flatMap((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case[]);

/** An outcome as the cases write it: of a record what `wanted` names, its readings by what they assume. */
function written(outcome: Located<number> | undefined, wanted: Case['outcomes'][number]): unknown {
  if (!outcome) return undefined;
  if (outcome.kind === 'skipped') return { skipped: outcome.reason };
  const problems = outcome.problems.map((one) => `${one.path}: ${recordProblemText(one)}`);
  if (outcome.kind === 'unreadable') return { unreadable: problems };
  const { readings, ...record } = outcome.record;
  const all = { ...record, readings: readings.map(({ label, usage }) => ({ [label]: usage })) };
  const named = Object.keys(wanted).filter((key) => key in all) as (keyof typeof all)[];
  return {
    ...Object.fromEntries(named.map((key) => [key, all[key]])),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/** The options, and where they state a format those that hand over a copy of it, which is compiled anew. */
function waysToAsk(options: ReadOptions = {}): ReadOptions[] {
  const adapter = ADAPTERS.find(({ format }) => format === options.format);
  return adapter ? [options, { ...options, format: { ...adapter } }] : [options];
}

test.each(CASES)('$name', ({ records, options, outcomes, repeated = 0 }) => {
  for (const way of waysToAsk(options)) {
    const read = readAll(records, way);
    expect(read.outcomes.map((one, index) => written(one, outcomes[index] ?? {}))).toEqual(outcomes);
    expect(read.repeated).toBe(repeated);
  }
});
