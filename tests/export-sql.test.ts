import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { Decimal, plain } from '../src/engine/decimal.ts';
import type { Offer, Period, Rate, Tiers, Usage } from '../src/engine/index.ts';
import { type BillSqlOptions, billSql, catalogSql } from '../src/export/index.ts';
import fc from './arbitrary/fast-check.ts';
import { billOf, catalogWith, smallCatalog } from './export-fixture.ts';

const db = await (await DuckDBInstance.create(':memory:')).connect();

const AT = '2026-11-20';
const METERS = [
  'messages',
  'input_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'cache_write_5m_tokens',
  'input_audio_tokens',
  'cache_audio_read_tokens',
  'output_tokens',
  'output_reasoning_tokens',
  'web_searches',
] as const;
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  input_tokens: [
    'cache_read_tokens',
    'cache_write_tokens',
    'cache_write_5m_tokens',
    'input_audio_tokens',
    'cache_audio_read_tokens',
  ],
  cache_read_tokens: ['cache_audio_read_tokens'],
  cache_write_tokens: ['cache_write_5m_tokens'],
  input_audio_tokens: ['cache_audio_read_tokens'],
  output_tokens: ['output_reasoning_tokens'],
};
const ROOTS = new Set(['input_tokens', 'output_tokens', 'web_searches']);

const price = fc.constantFrom('0', '0.35', '2.50', '15', '0.0019', '0.00000028', '3.000000001', '0.1234567');
const over = fc.constantFrom('0', '1', '10', '99.5', '100', '1000', '200000');
const steps = fc.uniqueArray(over, { minLength: 1, maxLength: 3 }).chain((list) => {
  const sorted = list.toSorted((a, b) => Number(a) - Number(b));
  return fc.tuple(...sorted.map((limit) => price.map((cost) => ({ over: limit, price: cost }))));
});
const wholeSteps = steps.map((list) => list.map((step) => ({ ...step, over: step.over.replace('.5', '') })));
const boundary = fc.constantFrom('inclusive' as const, 'exclusive' as const);
const subject = fc.constantFrom(...METERS);
const tiers: fc.Arbitrary<Tiers> = fc.oneof(
  fc.record({ kind: fc.constant('cliff' as const), subject, boundary, steps }),
  fc.record({ kind: fc.constant('volume' as const), subject, boundary, steps, span: fc.constant('month' as const) }),
  fc.record({
    kind: fc.constant('graduated' as const),
    span: fc.constantFrom('request' as const, 'month' as const, 'day' as const),
    steps: wholeSteps,
  }),
);

function rateOf(meter: string): fc.Arbitrary<Rate[]> {
  const published = fc.record(
    { meter: fc.constant(meter), price, per: fc.constantFrom(1, 1000, 1_000_000, 64), tiers, source: fc.constant('s') },
    { requiredKeys: ['meter', 'price', 'per', 'source'] },
  );
  const included = fc.constant({ meter, state: 'included' as const, source: 's' });
  const rate: fc.Arbitrary<Rate> = fc.oneof({ weight: 9, arbitrary: published }, { weight: 1, arbitrary: included });
  const batch = published.map((one): Rate => ({ ...one, when: { service_tier: 'batch' } }));
  const none: fc.Arbitrary<Rate[]> = fc.constant([]);
  const pair = fc.tuple(rate, batch).map((both): Rate[] => both);
  const single = rate.map((one): Rate[] => [one]);
  return ROOTS.has(meter) ? fc.oneof(single, pair) : fc.oneof(none, single, pair);
}

const multiplier = fc.record(
  {
    label: fc.constant('m'),
    factor: fc.constantFrom('0.5', '1.1', '0.333', '0'),
    meters: fc.subarray([...METERS], { minLength: 1, maxLength: 3 }),
    when: fc.constantFrom({ service_tier: 'batch' }, { service_tier: 'standard' }),
    source: fc.constant('s'),
  },
  { requiredKeys: ['label', 'factor', 'source'] },
);

const period: fc.Arbitrary<Period> = fc
  .tuple(fc.tuple(...METERS.map(rateOf)), fc.array(multiplier, { maxLength: 2 }))
  .map(([rates, multipliers]) => ({ from: null, until: null, rates: rates.flat(), multipliers }));

const count = fc.oneof(fc.constantFrom(0, 1, 9, 10, 11, 99, 100, 101, 1000, 200_000, 200_001), fc.nat(3_000_000));

/** A request whose parts fit into their wholes; meters left out were not stated. */
const usage: fc.Arbitrary<Usage> = fc
  .tuple(fc.subarray([...METERS]), fc.tuple(...METERS.map(() => count)))
  .map(([stated, own]) => {
    const ids: readonly string[] = METERS;
    const held = (meter: string): number => own[ids.indexOf(meter)] ?? 0;
    const whole = (meter: string): number =>
      (INSIDE[meter] ?? [])
        .filter((part) => stated.some((id) => id === part))
        .reduce((sum, part) => sum + held(part), held(meter));
    return Object.fromEntries(stated.map((meter) => [meter, whole(meter)]));
  });

function offerOf(only: Period): Offer {
  return { id: "o'ne/model", provider: 'o', model: 'm', currency: 'USD', periods: [only] };
}

async function fill(requests: readonly Usage[]): Promise<void> {
  const rows = requests.map((one, index) => {
    const cells = METERS.map((meter) => one[meter] ?? 'NULL');
    return `('o''ne/model', ${index}, ${cells.join(', ')})`;
  });
  await db.run('DELETE FROM usage');
  await db.run(`INSERT INTO usage VALUES ('another', 0, ${METERS.map(() => 7).join(', ')})`);
  if (rows.length > 0) await db.run(`INSERT INTO usage VALUES ${rows.join(', ')}`);
}

function sqlOf(offer: Offer, options: Partial<BillSqlOptions> = {}): string {
  const made = billSql(offer, { at: AT, columns: METERS, ...options });
  if ('refused' in made) throw new Error(made.refused.join('\n'));
  return made.sql;
}

async function ask(sql: string): Promise<Record<string, string | null>[]> {
  const rows = (await db.runAndReadAll(sql)).getRowObjectsJson();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)])),
  );
}

const digits = (text: string | null | undefined): string | null => (text ? plain(new Decimal(text)) : null);

const FLAT: Period = {
  from: null,
  until: null,
  rates: [
    { meter: 'input_tokens', price: '0.35', per: 1_000_000, source: 's' },
    { meter: 'output_tokens', price: '0.56', per: 1_000_000, source: 's' },
    { meter: 'web_searches', price: '0.013', per: 1, source: 's' },
  ],
};

describe('a query for a bill, in DuckDB', () => {
  beforeAll(async () => {
    const columns = METERS.map((meter) => `${meter} BIGINT`).join(', ');
    await db.run(`CREATE TABLE usage (offer_id VARCHAR, request_id BIGINT, ${columns})`);
  });

  test('comes to what the engine says, to the last digit', async () => {
    const asked = fc.sample(
      fc.tuple(period, fc.array(usage, { minLength: 1, maxLength: 12 }), fc.constantFrom('standard', 'batch')),
      { numRuns: 250 },
    );
    let priced = 0;
    const kinds = new Set<string>();
    for (const [card, requests, service_tier] of asked) {
      const offer = offerOf(card);
      const when = { service_tier };
      const made = billSql(offer, { at: AT, columns: METERS, when });
      const bill = billOf(
        offer,
        requests.map((one) => ({ usage: one })),
        { at: AT, when, fees: false },
      );
      if ('refused' in made) {
        expect(made.refused.join()).toMatch(/fit equally well|no short decimal/);
        continue;
      }
      await fill(requests);
      const rows = await ask(made.sql);
      const total = rows.at(-1);
      expect(total?.['rate']).toBe('total');
      expect(digits(total?.['amount']), JSON.stringify({ card, requests, sql: made.sql })).toBe(bill.usage_total);
      expect(digits(total?.['quantity'])).toBe(String(requests.length));
      const lines = bill.lines.filter(({ adjustments }) => !adjustments.some(({ kind }) => kind === 'included'));
      expect(new Map(rows.slice(0, -1).map((row) => [row['rate'], digits(row['amount'])]))).toEqual(
        new Map(lines.map(({ rate, amount }) => [rate, amount])),
      );
      for (const { tier, adjustments } of lines) {
        kinds.add(`${tier?.kind} ${tier?.span}`);
        for (const { kind } of adjustments) kinds.add(kind);
      }
      priced += requests.length;
    }
    expect(priced).toBeGreaterThan(500);
    expect(kinds).toEqual(
      new Set([
        'undefined undefined',
        'cliff request',
        'volume month',
        'graduated request',
        'graduated month',
        'graduated day',
        'multiplier',
      ]),
    );
  });

  test('loses nothing of counts that a binary number cannot hold', async () => {
    await fill([{ input_tokens: Number.MAX_SAFE_INTEGER }, { input_tokens: 2 }]);
    const [line] = await ask(sqlOf(offerOf(FLAT)));
    expect(digits(line?.['quantity'])).toBe('9007199254740993');
    expect(digits(line?.['amount'])).toBe('3152519739.15934755');
  });

  test('has no total where a part is larger than its whole, and says how many such requests there are', async () => {
    await fill([{ input_tokens: 10 }, { input_tokens: 5, cache_read_tokens: 6 }]);
    const rows = await ask(sqlOf(offerOf(FLAT)));
    expect(rows.at(-1)).toMatchObject({ rate: 'total', amount: null, micro_amount: null, problem_requests: '1' });
  });

  test('has no total where a count is negative', async () => {
    await fill([{ web_searches: -1 }]);
    expect((await ask(sqlOf(offerOf(FLAT)))).at(-1)).toMatchObject({ amount: null, problem_requests: '1' });
  });

  test('comes to nothing for an offer without requests', async () => {
    await fill([]);
    const rows = await ask(sqlOf(offerOf(FLAT)));
    expect(rows.map((row) => [row['rate'], digits(row['amount']), digits(row['quantity'])])).toEqual([
      ['total', '0', '0'],
    ]);
  });
});

describe('a query for a bill is refused', () => {
  const rate = { meter: 'input_tokens', price: '1', per: 1_000_000, source: 's' } as const;
  const night = { time: [{ zone: 'UTC', from: '16:30', until: '00:30' }] };
  const refusals: [string, Partial<Period>, string][] = [
    [
      'for rounding of requests',
      { request_rounding: { increment: '0.01', mode: 'up', source: 's' } },
      'request_rounding rounds',
    ],
    ['for a minimum of requests', { request_minimum: { amount: '0.01', source: 's' } }, 'request_minimum raises'],
    ['for hours of the day', { rates: [rate, { ...rate, price: '2', when: night }] }, 'rates/1 holds at certain hours'],
    [
      'for a multiplier by the hour',
      { multipliers: [{ label: 'm', factor: '2', when: night, source: 's' }] },
      'multipliers/0 holds',
    ],
    ['for blocks', { rates: [{ ...rate, block: { size: '1000' } }] }, 'blocks'],
    [
      'for an allowance',
      { allowances: [{ label: 'a', meters: ['input_tokens'], quantity: '5', span: 'month', source: 's' }] },
      'free units',
    ],
    [
      'for a price that is not public',
      { rates: [{ meter: 'input_tokens', state: 'unpublished', source: 's' }] },
      'not published',
    ],
    ['for a quotient without end', { rates: [{ ...rate, per: 7 }] }, '1 / 7'],
    [
      'for one that only a factor would end',
      { rates: [{ ...rate, per: 3 }], multipliers: [{ label: 'm', factor: '3', source: 's' }] },
      '1 / 3',
    ],
    [
      'for a broken step',
      { rates: [{ ...rate, tiers: { kind: 'graduated', span: 'month', steps: [{ over: '0.5', price: '2' }] } }] },
      'over 0.5',
    ],
    ['for rates that contradict each other', { rates: [rate, rate] }, 'contradicts itself'],
  ];

  test.each(refusals)('%s', (_, rules, words) => {
    const made = billSql(offerOf({ ...FLAT, rates: [rate], ...rules }), { at: AT });
    expect('refused' in made ? made.refused.join('\n') : 'not refused').toContain(words);
  });

  test.each([
    [{ columns: ['input_tokens', 'output_tokens'] }, 'output_tokens: the rate card has no rate for it'],
    [{ columns: ['input_tokens; DROP TABLE usage'] }, 'there is no meter called input_tokens; DROP TABLE usage'],
    [{ table: 'usage; DROP TABLE usage' }, 'not the plain name of a table'],
    [{ at: 'soon' }, 'no rates at soon'],
    [{ when: { flavour: 'sweet' } as never }, 'flavour is not a condition'],
  ])('for %j', (options, words) => {
    const made = billSql(offerOf({ ...FLAT, rates: [rate] }), { at: AT, ...options });
    expect('refused' in made ? made.refused.join('\n') : 'not refused').toContain(words);
  });

  test('and not for a rule that does not hold', () => {
    const free = { label: 'a', meters: ['input_tokens'], quantity: '5', span: 'month', source: 's' } as const;
    const made = billSql(offerOf({ ...FLAT, allowances: [{ ...free, when: { plan: 'pro' } }] }), { at: AT });
    expect('sql' in made).toBe(true);
  });
});

describe('the catalog in SQL', () => {
  const HOSTILE = 'O\'Hara\\\'); DROP TABLE offers; --\n"x" /* ; */ \u2028 end';

  test('is taken by SQLite, hostile names and all', () => {
    const catalog = catalogWith('offers/acme/small.yaml', 'name: Acme Small', `name: ${JSON.stringify(HOSTILE)}`);
    const sqlite = new DatabaseSync(':memory:');
    sqlite.exec(catalogSql(catalog, '0.1.0\n; DROP TABLE offers').sql);
    expect(
      sqlite
        .prepare('SELECT name FROM offers ORDER BY id')
        .all()
        .map((row) => row['name']),
    ).toEqual([HOSTILE, 'Small by the message']);
    expect(sqlite.prepare('SELECT price_text FROM rates WHERE offer_id = ?').all('beta/small')).toEqual([
      expect.objectContaining({ price_text: '0.0019' }),
      expect.objectContaining({ price_text: null }),
    ]);
  });

  test('is taken by DuckDB, with every price exact', async () => {
    const catalog = catalogWith(
      'offers/beta/small.yaml',
      'price: "0.0019"',
      'price: "12345678901234567890.000000000000000028"',
    );
    const { sql, problems } = catalogSql(catalog, '0.1.0');
    expect(problems).toEqual([]);
    await db.run(`CREATE SCHEMA exported; USE exported; ${sql}`);
    const wrong = 'price <> CAST(price_text AS DECIMAL(38, 18)) OR (price IS NULL) <> (price_text IS NULL)';
    const [rates] = await ask(`SELECT COUNT(*) AS n, COUNT(*) FILTER (${wrong}) AS wrong FROM rates`);
    expect(rates).toEqual({ n: '12', wrong: '0' });
    const [most] = await ask('SELECT MAX(price) AS price FROM rates');
    expect(most).toEqual({ price: '12345678901234567890.000000000000000028' });
    const steps = await ask('SELECT over_quantity, over_text FROM tier_steps ORDER BY over_quantity');
    expect(steps.map((row) => [digits(row['over_quantity']), row['over_text']])).toEqual([
      ['10', '10'],
      ['100.5', '100.5'],
      ['200000', '200000'],
    ]);
  });

  test.each(['0.0000000000000000001', '123456789012345678901'])(
    'leaves out %s, which does not fit, and says so',
    (odd) => {
      const catalog = catalogWith('offers/beta/small.yaml', 'price: "0.0019"', `price: "${odd}"`);
      const { sql, problems } = catalogSql(catalog, '0.1.0');
      expect(problems).toEqual([
        `rates.price of beta/small periods/0/rates/0 is ${odd}, which DECIMAL(38, 18) cannot hold exactly`,
      ]);
      const sqlite = new DatabaseSync(':memory:');
      sqlite.exec(sql);
      const found = sqlite
        .prepare("SELECT price, price_text FROM rates WHERE offer_id = 'beta/small' AND meter = 'messages'")
        .get();
      expect({ ...found }).toEqual({ price: null, price_text: odd });
    },
  );

  test('of the small catalog has no number that does not fit', () => {
    expect(catalogSql(smallCatalog(), '0.1.0').problems).toEqual([]);
  });
});
