import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Decimal } from '../src/engine/decimal.ts';
import { type AxisOptions, breakEven, estimate, type Side, type Workload } from '../src/workload/index.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Priced {
  readonly input: string;
  readonly output: string;
  readonly fee?: 'on_top' | 'inside';
}

const file = parse(readFileSync(new URL('./cases-workload/break-even.yaml', import.meta.url), 'utf8')) as {
  message: CaseOffer;
  table: readonly (Priced & { mix: string; at: string; nearest: number })[];
  prices: readonly (Priced & { tokens: readonly [number, number]; total: string })[];
};
const message = offerOf('message', file.message);
const AT = { at: '2026-11-20' };

const byToken = ({ input, output, fee }: Priced) =>
  offerOf('tokens', {
    rates: [
      { meter: 'input_tokens', price: input, per: 1_000_000 },
      { meter: 'output_tokens', price: output, per: 1_000_000 },
    ],
    ...(fee ? { funding: [{ method: 'any', fee: { percent: '5', charged: fee }, source: 's' }] } : {}),
  });
const words = ({ input, output, fee }: Priced, more: string): string =>
  `${input} / ${output}, fee ${fee ?? 'none'}, ${more}`;
const ONE: Workload = { kind: 'requests', requests: 1 };

describe('a price for each message against prices for tokens', () => {
  test.each(file.table.map((row) => [words(row, row.mix), row] as const))('%s', (_name, row) => {
    const answer = breakEven(
      { offer: message, workload: ONE },
      { offer: byToken(row), workload: ONE },
      { vary: 'tokens', mix: row.mix },
      AT,
    );
    expect(answer.crossings).toHaveLength(1);
    const [crossing] = answer.crossings;
    const at = new Decimal(crossing?.at ?? 0);
    expect(at.toFixed()).toBe(new Decimal(row.at).toDecimalPlaces(12).toFixed());
    expect(at.toDecimalPlaces(0, Decimal.ROUND_HALF_DOWN).toNumber()).toBe(row.nearest);
    expect([crossing?.cheaper_before, crossing?.cheaper_after]).toEqual(['b', 'a']);
    // the first count above the crossing that falls whole on input and output
    const step = row.mix.split(':').reduce((sum, part) => sum + Number(part), 0);
    const first = new Decimal(row.at).div(step).floor().plus(1).times(step);
    expect([answer.step, crossing?.cheaper_from]).toEqual([String(step), first.toFixed()]);
  });
});

test('a mix with a cached part: 0.35 once, 0.05 twice and 0.55 once are 1.00 for four tokens, so 0.0019 is 7,600', () => {
  const cached = offerOf('cached', {
    rates: [
      { meter: 'input_tokens', price: '0.35', per: 1_000_000 },
      { meter: 'cache_read_tokens', price: '0.05', per: 1_000_000 },
      { meter: 'output_tokens', price: '0.55', per: 1_000_000 },
    ],
  });
  const sides = [
    { offer: message, workload: ONE },
    { offer: cached, workload: ONE },
  ] as const;
  const { crossings } = breakEven(...sides, { vary: 'tokens', mix: '3:1:2' }, AT);
  expect(crossings.map(({ at, cheaper_after }) => [at, cheaper_after])).toEqual([['7600', 'a']]);
  expect(() => breakEven(...sides, { vary: 'tokens', mix: '3:1:4' }, AT)).toThrow('such as 3:1:2');
});

describe('effective prices', () => {
  test.each(file.prices.map((row) => [words(row, row.tokens.join(' in, ')), row] as const))('%s', (_name, row) => {
    const [input_tokens, output_tokens] = row.tokens;
    const answer = estimate(byToken(row), { ...ONE, input_tokens, output_tokens } as Workload, AT);
    expect(answer.total?.expected).toBe(row.total);
  });
});

describe('break-even along other inputs', () => {
  const chat: Workload = {
    kind: 'chat',
    conversations: 1,
    turns: 2,
    system_tokens: 500,
    message_tokens: 150,
    answer_tokens: 300,
    history: 'all',
  };
  const tokens = byToken({ input: '0.35', output: '0.56' });

  test('the whole conversation is cheaper by the message from 21 turns on', () => {
    const { crossings } = breakEven(
      { offer: message, workload: chat },
      { offer: tokens, workload: chat },
      { vary: 'turns' },
      AT,
    );
    expect(crossings).toEqual([
      {
        at: null,
        last: '20',
        first: '21',
        cheaper_from: '21',
        cheaper_before: 'b',
        cheaper_after: 'a',
        a: '0.0399',
        b: '0.0413805',
      },
    ]);
  });

  test('a single turn is cheaper by the message from turn 11 on', () => {
    const { steps } = estimate(tokens, { ...chat, turns: 12 } as Workload, AT);
    const alone = steps.map(({ usage }) => estimate(tokens, { ...ONE, ...usage } as Workload, AT).total?.expected);
    expect(alone.slice(9, 11)).toEqual(['0.001813', '0.0019705']);
  });

  test('cached against not, on one offer: writing pays from the second turn on', () => {
    const offer = offerOf('cached', {
      rates: [
        { meter: 'input_tokens', price: '3', per: 1_000_000 },
        { meter: 'cache_read_tokens', price: '0.30', per: 1_000_000 },
        { meter: 'cache_write_5m_tokens', price: '3.75', per: 1_000_000 },
        { meter: 'output_tokens', price: '15', per: 1_000_000 },
      ],
    });
    const cached = { ...chat, cache_ttl_minutes: 5, think_minutes: 1 } as Workload;
    const { crossings } = breakEven({ offer, workload: chat }, { offer, workload: cached }, { vary: 'turns' }, AT);
    // turn 1: 650 x 0.75 dearer; turn 2: 450 x 0.75 dearer and 650 x 2.70 cheaper
    expect(crossings.map(({ first, cheaper_after }) => [first, cheaper_after])).toEqual([['2', 'b']]);
  });

  test('each of several crossings is reported', () => {
    const jumps = offerOf('jumps', {
      rates: [
        {
          meter: 'input_tokens',
          price: '1',
          per: 1_000_000,
          tiers: {
            kind: 'cliff',
            subject: 'input_tokens',
            boundary: 'exclusive',
            steps: [{ over: '5000', price: '0.1' }],
          },
        },
      ],
    });
    const work: Workload = { kind: 'requests', requests: 1, input_tokens: 1 };
    // 0.0019 is reached at 1,900 by 1 a million, left at 5,001 for 0.1 a million, and reached again at 19,000
    const { crossings } = breakEven(
      { offer: message, workload: work },
      { offer: jumps, workload: work },
      { vary: 'input_tokens' },
      AT,
    );
    expect(crossings.map(({ at, first, cheaper_after }) => [at, first, cheaper_after])).toEqual([
      ['1900', '1900', 'a'],
      [null, '5001', 'b'],
      ['19000', '19000', 'a'],
    ]);
  });
});

interface Along {
  readonly name: string;
  readonly offers: readonly [string, string];
  readonly work: Workload;
  /** Of the second side; the same where it is not stated. */
  readonly work_b?: Workload;
  readonly asked: AxisOptions;
  readonly options?: object;
  readonly answer: object;
}
const along = parse(readFileSync(new URL('./cases-workload/crossings.yaml', import.meta.url), 'utf8')) as {
  offers: Record<string, CaseOffer>;
  cases: readonly Along[];
  refused: readonly (Pick<Along, 'name' | 'work' | 'work_b' | 'asked'> & { says: string })[];
};

test.each([0, 100])(
  'input that is less than what of it is cached is left out, with %d in 100 calls failed',
  (failed) => {
    const calls = failed === 0 ? {} : { failed_percent: failed, failed_billed: true, failed_output_percent: 0 };
    const work = { ...ONE, input_tokens: 9, cache_read_tokens: 3, ...calls } as Workload;
    const side = { offer: byToken({ input: '1', output: '2' }), workload: work };
    const { compared_from, looked_at } = breakEven(side, side, { vary: 'input_tokens', from: '2', to: '9' }, AT);
    expect([compared_from, looked_at]).toEqual(['3', 7]);
  },
);

describe('crossings along an input', () => {
  test.each(along.cases.map((one) => [one.name, one] as const))(
    '%s',
    (_name, { offers, work, work_b = work, asked, options, answer }) => {
      const [a, b] = offers.map((name) => offerOf(name, along.offers[name] ?? {}));
      if (!a || !b) throw new Error('two offers are compared');
      const sides = [
        { offer: a, workload: work },
        { offer: b, workload: work_b },
      ] as const;
      expect(breakEven(...sides, asked, { ...AT, ...options })).toMatchObject(answer);
    },
  );

  const refusedWith =
    (work: Workload, asked: AxisOptions, other = work) =>
    () => {
      breakEven({ offer: message, workload: work }, { offer: message, workload: other }, asked, AT);
    };

  test.each(along.refused.map((one) => [one.name, one] as const))(
    'not along %s',
    (_name, { work, work_b, asked, says }) => {
      expect(refusedWith(work, asked, work_b)).toThrow(expect.objectContaining({ message: says }));
    },
  );

  test.each(['3', '3:', 'x3:1', '3:1x', '3:1:', '1:1:2', '1234567:1', '1:1234567', '-3:1'])('no mix of %s', (mix) => {
    expect(refusedWith(ONE, { vary: 'tokens', mix })).toThrow(`mix is "${mix}"; expected input to output`);
  });

  test.each(['', '-1', '1e3', 'x1', '1x', '1.', '1234567890123456'])('no range from "%s"', (from) => {
    expect(refusedWith(ONE, { vary: 'requests', from })).toThrow(
      `from: the range of requests is "${from}"; expected a whole number such as 1000`,
    );
  });

  test.each(['0.123', 'x', '1.x', '1.5x', 'x1.5', '.5'])('no percentage of %s', (to) => {
    const sizes = { system_tokens: 1, query_tokens: 1, chunks: 1, chunk_tokens: 1, answer_tokens: 1 };
    const work: Workload = { kind: 'rag', queries: 1, ...sizes, answered_from_store_percent: 1 };
    expect(refusedWith(work, { vary: 'answered_from_store_percent', to })).toThrow(
      `to: the range of answered_from_store_percent is "${to}"; expected a percentage of at most two decimals, such as 12.5`,
    );
  });
});

describe('which of both has no price, or cannot do it, beyond what was compared', () => {
  const sold = (id: string, meters: readonly string[]) =>
    offerOf(id, { rates: meters.map((meter) => ({ meter, price: '1', per: 1 })) });
  const searches = (a: readonly string[], b: readonly string[], from = '0') => {
    const work: Workload = { kind: 'requests', requests: 1, input_tokens: 1, web_searches: 0 };
    const sides = [sold('a', a), sold('b', b)].map((offer) => ({ offer, workload: work })) as [Side, Side];
    return breakEven(...sides, { vary: 'web_searches', from, to: '5' }, AT);
  };
  const ALL = ['input_tokens', 'web_searches'];

  test.each([
    ['neither', ALL, ALL, '5', []],
    ['the first', ['input_tokens'], ALL, '0', ['a']],
    ['the second', ALL, ['input_tokens'], '0', ['b']],
    ['both', ['input_tokens'], ['input_tokens'], '0', ['a', 'b']],
  ])('%s', (_name, a, b, compared_to, ends_for) => {
    expect(searches(a, b)).toMatchObject({ compared_from: '0', compared_to, ends_for });
  });

  test('past the middle of what was asked', () => {
    const work: Workload = { kind: 'requests', requests: 1, input_tokens: 1 };
    const small = { ...sold('b', ALL), context_window: { tokens: 3 } };
    const sides: [Side, Side] = [
      { offer: sold('a', ALL), workload: work },
      { offer: small, workload: work },
    ];
    const found = breakEven(...sides, { vary: 'input_tokens', from: '0', to: '5' }, AT);
    expect(found).toMatchObject({ compared_from: '0', compared_to: '3', ends_for: ['b'] });
  });

  test('from the first value on', () => {
    const found = searches(ALL, ['input_tokens'], '1');
    expect(found).toMatchObject({ compared_from: null, compared_to: null, ends_for: ['b'] });
  });
});
