import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bulkLane } from '../src/engine/bulk-lane.ts';
import { countedMeters } from '../src/engine/counted-meters.ts';
import {
  type Conditions,
  type Offer,
  type Period,
  type Rate,
  readCard,
  runningBill,
  STANDARD_METERS,
} from '../src/engine/index.ts';
import { meterTable } from '../src/engine/meter.ts';
import { openBill } from '../src/engine/price-usage.ts';
import { type BillOptions, readOptions } from '../src/engine/read-options.ts';
import { unordered } from './properties/unordered.ts';

interface Case {
  readonly name: string;
  readonly card: Partial<Period>;
  readonly meters: readonly string[];
  readonly when?: Conditions;
  readonly rows: readonly (readonly number[])[];
  readonly lane: 'takes' | 'leaves' | 'closed';
  readonly total: string | null;
}

const LANES = new URL('./lanes/', import.meta.url);
const CASES = readdirSync(LANES).flatMap((name) => parse(readFileSync(new URL(name, LANES), 'utf8')) as Case[]);
const AT = { at: '2026-11-20' };

function offerWith(rules: Partial<Period>): Offer {
  const rates = rules.rates?.map((rate): Rate => ({ ...rate, source: 's' })) ?? [];
  const periods = [{ from: null, until: null, ...rules, rates }];
  return readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods });
}

const columnsOf = ({ meters, rows }: Pick<Case, 'meters' | 'rows'>): number[][] =>
  meters.map((_, column) => rows.map((row) => row[column] ?? 0));

function laneOf(
  { card, meters, when = {}, rows, from = 0 }: Omit<Case, 'lane'> & { from?: number },
  options: BillOptions = AT,
): Case['lane'] {
  const read = readOptions(options, []);
  const context = read && openBill(offerWith(card), read, []);
  if (!context) throw new Error('the card has no bill');
  const rated = { pieces: new Map(), totals: new Map() };
  const add = bulkLane(meters, countedMeters(context.card), when, context, rated, () => {});
  if (!add) return 'closed';
  return add(columnsOf({ meters, rows }), from, rows.length) ? 'takes' : 'leaves';
}

describe('rows in a lane', () => {
  test.each(CASES)('$name', (one) => {
    const { card, meters, when, rows, lane, total } = one;
    expect(laneOf(one)).toBe(lane);
    const offer = offerWith(card);
    const [together, apart] = [runningBill(offer, AT), runningBill(offer, AT)];
    const add = together.lane(meters, when);
    for (const some of [rows, rows.slice(0, -1)]) {
      const told = add(columnsOf({ meters, rows: some }), some.length).map(({ path }) => path.split('.')[0]);
      const unread = some.flatMap((row, index) => {
        const usage = Object.fromEntries(meters.map((meter, column) => [meter, row[column] ?? 0]));
        return apart.one(usage, when).length > 0 ? [`rows/${index}`] : [];
      });
      expect(told).toEqual(unread);
    }
    expect(together.bill().total).toBe(total);
    expect(unordered(together.bill())).toEqual(unordered(apart.bill()));
    expect(together.sums().totals).toEqual(apart.sums().totals);
    expect(together.sums().pieces).toHaveLength(apart.sums().pieces.length);
  });

  const stepsOf = (count: number) => {
    const steps = Array.from({ length: count }, (_, index) => ({ over: String(index + 1), price: '2' }));
    const tiers = { kind: 'cliff', subject: 'input_tokens', boundary: 'inclusive', steps } as const;
    return { rates: [{ meter: 'input_tokens', price: '1', per: 1, tiers, source: 's' }] };
  };
  const tokens = { name: '', meters: ['input_tokens'], rows: [[3]], total: null };

  test('are taken from the first that is asked for on', () => {
    const later = { ...tokens, rows: [[3], [4], [5]], from: 1 };
    expect(laneOf({ ...later, card: stepsOf(1) })).toBe('takes');
  });

  test('have at most a hundred steps', () => {
    expect([100, 101].map((count) => laneOf({ ...tokens, card: stepsOf(count) }))).toEqual(['takes', 'closed']);
  });

  test('imply one of a meter, or none of it', () => {
    const implied = (count: string) =>
      meterTable(
        [...STANDARD_METERS.values()].map((one) => (one.id === 'requests' ? { ...one, implied: count } : one)),
      );
    const lanes = ['1', '2'].map((count) => laneOf({ ...tokens, card: stepsOf(1) }, { ...AT, meters: implied(count) }));
    expect(lanes).toEqual(['takes', 'closed']);
  });

  test('without a column, or beyond its end, are told', () => {
    const running = runningBill(offerWith({ rates: stepsOf(1).rates }), AT);
    const add = running.lane(['input_tokens', 'output_tokens']);
    const short = add([[1, 2], [3]], 2).map(({ path }) => path);
    const missing = add([[1, 2], undefined as never], 1).map(({ path }) => path);
    expect([short, missing]).toEqual([['rows/1.usage.output_tokens'], ['rows/0.usage.output_tokens']]);
    expect(running.bill()).toMatchObject({ requests: '1', total: null });
  });
});
