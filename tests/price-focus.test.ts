import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../src/engine/decimal.ts';
import type { PriceAnswer } from '../src/record-pricing/answer.ts';
import { priceCommand } from './price-command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-focus-'));
const MEDIUM = 'mistral-medium-2508';

type Row = Readonly<Record<string, string>>;

const record = (date: string, input: number, more: object = {}): object => ({
  model: MEDIUM,
  input_tokens: input,
  output_tokens: 0,
  date,
  ...more,
});

function file(name: string, records: readonly object[]): string {
  const path = join(FOLDER, name);
  writeFileSync(path, records.map((one) => JSON.stringify(one)).join('\n'));
  return path;
}

async function focus(...args: string[]): Promise<{ rows: readonly Row[]; err: string; out: string }> {
  const { out, err } = await priceCommand(...args, '--format', 'focus');
  return { rows: Papa.parse<Row>(out, { header: true }).data, err, out };
}

const billed = (rows: readonly Row[]): string =>
  rows.reduce((sum, row) => sum.plus(row['BilledCost'] ?? 'NaN'), new Decimal(0)).toFixed();

describe('priced records as rows of FOCUS', () => {
  const two = [
    record('2026-10-30', 1_000_000),
    record('2026-11-02', 2_000_000),
    record('2026-11-03', 500_000, { cost: 0.2 }),
  ];

  test('are one row for each month and rate, with the group as tags', async () => {
    const { rows, err } = await focus(file('months.jsonl', two));
    // 0.40 for each million of input: 1 in October; 2 and 0.5 in November
    expect(
      rows.map((row) => [row['ChargePeriodStart'], row['ChargePeriodEnd'], row['PricingQuantity'], row['BilledCost']]),
    ).toEqual([
      ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '1', '0.4'],
      ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', '2.5', '1'],
    ]);
    expect(JSON.parse(rows[0]?.['Tags'] ?? '')).toEqual({ provider: 'mistral', model: MEDIUM });
    expect(rows[0]?.['ResourceId']).toBe(`mistral/${MEDIUM}`);
    expect(err).toContain('the money in 1 record left out');
  });

  test('have the day as their charge period where that is grouped by', async () => {
    const { rows } = await focus(file('days.jsonl', two), '--group-by', 'day');
    expect(rows.map((row) => [row['ChargePeriodStart'], row['ChargePeriodEnd'], row['BillingPeriodStart']])).toEqual([
      ['2026-10-30T00:00:00Z', '2026-10-31T00:00:00Z', '2026-10-01T00:00:00Z'],
      ['2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z', '2026-11-01T00:00:00Z'],
      ['2026-11-03T00:00:00Z', '2026-11-04T00:00:00Z', '2026-11-01T00:00:00Z'],
    ]);
  });

  test('sum to what the records cost, leave out what lies between bounds, and say so', async () => {
    const unsure = {
      object: 'chat.completion',
      created: 1_794_947_200,
      model: MEDIUM,
      usage: {
        prompt_tokens: 1000,
        completion_tokens: 100,
        total_tokens: 1150,
        completion_tokens_details: { reasoning_tokens: 50 },
      },
    };
    const sure = file('sure.jsonl', two);
    const all = file('all.jsonl', [...two, unsure, { ...record('2026-11-05', 10), model: 'mistral-medium-2509' }]);
    const { out } = await priceCommand(sure, '--format', 'json');
    const { rows, err } = await focus(all);
    expect(billed(rows)).toBe((JSON.parse(out) as PriceAnswer).total);
    expect(err).toContain('1 record left out: a row has one cost');
    expect(err).toContain('1 record left out: their models have no offer');
    expect(err).toContain('all.jsonl:4: ');
  });

  test('are the same rows by several threads', async () => {
    const path = file('threads.jsonl', two);
    expect((await focus(path, '--jobs', '2')).out).toBe((await focus(path)).out);
  });

  test.each([
    [['--at', '2026-11-20'], /leave out --at/],
    [['--compare'], /leave out --compare/],
  ])('%j does not go with them', async (args, words) => {
    const { code, err } = await priceCommand(file('x.jsonl', two), ...args, '--format', 'focus');
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
