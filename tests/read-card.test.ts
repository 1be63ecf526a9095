import { expect, test } from 'vitest';
import {
  cardConflicts,
  type Offer,
  type Period,
  priceUsage,
  RatecardError,
  readCard,
  STANDARD_METERS,
  trustCard,
  tryPriceUsage,
  tryReadCard,
} from '../src/engine/index.ts';

const AT = '2026-11-20';
const RATE = { meter: 'messages', price: '1', per: 1, source: 's' };
const FEE = { method: 'card', fee: { percent: '5', charged: 'on_top' }, source: 's' } as const;

function offerWith(rates: readonly object[], funding: Offer['funding'] = [FEE]): Offer {
  const periods = [{ from: null, until: null, rates }] as unknown as Offer['periods'];
  return { id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods, ...(funding ? { funding } : {}) };
}

function codesOf(offer: Offer, meters = STANDARD_METERS): string[] {
  const result = tryPriceUsage(offer, [{ usage: {} }], { at: AT, meters });
  return 'problems' in result ? result.problems.map(({ code, path }) => `${code} ${path}`) : [];
}

test('reading a card tells everything that is wrong with it at once, each with its place', () => {
  const offer = offerWith(
    [
      { ...RATE, price: 1 },
      { ...RATE, per: 0 },
    ],
    [{ ...FEE, fee: { ...FEE.fee, percent: 'x' } }],
  );
  const read = (): Offer => readCard(offer);
  expect(read).toThrow(RatecardError);
  expect(read).toThrow(/periods\/0\/rates\/0\/price.*\n.*periods\/0\/rates\/1\/per.*\n.*funding\/0\/fee\/percent/);
});

const DECIMAL = 'as text of at most 60 characters, such as "0.35"';
const when = (conditions: object): object => ({ rates: [{ ...RATE, when: conditions }] });
const steps = (list: unknown): object => ({
  rates: [{ ...RATE, tiers: { kind: 'graduated', span: 'month', steps: list } }],
});
const window = { zone: 'UTC', from: '08:00', until: '24:00' };
const CLOCK = 'expected a time such as "16:30"';
const VALUE = 'expected a value such as "batch", or a list of values';
const DATE = 'expected a date such as 2026-11-20, or 2026-11-20T09:30:00Z';

test.each<[object, string]>([
  [{ rates: 5 }, 'rates is 5; expected a list of rates'],
  [{ rates: [5] }, 'rates/0 is 5; expected an object'],
  [{ rates: [null] }, 'rates/0 is null; expected an object'],
  [{ rates: [{ ...RATE, price: 1 }] }, `rates/0/price is 1; expected a decimal ${DECIMAL}`],
  [{ rates: [{ ...RATE, meter: 5 }] }, 'rates/0/meter is 5; expected a meter of data/meters.yaml'],
  [{ rates: [{ ...RATE, meter: 'pages' }] }, 'rates/0/meter is "pages"; expected a meter of data/meters.yaml'],
  [
    {
      rates: [
        {
          ...RATE,
          tiers: {
            kind: 'cliff',
            span: 'request',
            boundary: 'inclusive',
            subject: 'pages',
            steps: [{ over: '1', price: '2' }],
          },
        },
      ],
    },
    'rates/0/tiers/subject is "pages"; expected a meter of data/meters.yaml',
  ],
  [{ multipliers: 5 }, 'multipliers is 5; expected a list'],
  [
    { allowances: [{ quantity: '1', span: 'week', meters: [] }] },
    'allowances/0/span is "week"; expected one of day, month, year, once',
  ],
  [{ allowances: [{ quantity: '1', span: 'day', meters: 5 }] }, 'allowances/0/meters is 5; expected a list of meters'],
  [
    { request_rounding: { increment: '0', mode: 'up' } },
    `request_rounding/increment is "0"; expected a decimal above zero ${DECIMAL}`,
  ],
  [
    { request_rounding: { increment: 'a1', mode: 'up' } },
    `request_rounding/increment is "a1"; expected a decimal above zero ${DECIMAL}`,
  ],
  [{ rates: [{ ...RATE, per: 0 }] }, 'rates/0/per is 0; expected a whole number above zero such as 1000000'],
  [steps(5), 'rates/0/tiers/steps is 5; expected a list of steps'],
  [
    steps([
      { over: '20', price: '2' },
      { over: '20', price: '3' },
    ]),
    'rates/0/tiers/steps/1/over is "20"; expected more than the 20 of the step before',
  ],
  [{ from: 'soon' }, `from is "soon"; ${DATE}`],
  [{ until: 'soon' }, `until is "soon"; ${DATE}`],
  [
    { from: '2026-11-01', until: '2026-11-01' },
    'until is "2026-11-01"; expected a date after the 2026-11-01 of its `from`',
  ],
  [when({ service_tier: 5 }), `rates/0/when/service_tier is 5; ${VALUE}`],
  [when({ service_tier: ['batch', 5] }), `rates/0/when/service_tier is ["batch",5]; ${VALUE}`],
  [
    when({ time: [{ ...window, zone: 'Mars' }] }),
    'rates/0/when/time/0/zone is "Mars"; expected an IANA time zone such as UTC or Asia/Shanghai',
  ],
  [when({ time: [{ ...window, days: 5 }] }), 'rates/0/when/time/0/days is 5; expected a list of days'],
  ...['8:00', 'x08:00', '08:00x', 'x24:00', '24:00x', '24:01'].map((until): [object, string] => [
    when({ time: [{ ...window, until }] }),
    `rates/0/when/time/0/until is "${until}"; ${CLOCK}`,
  ]),
])('of a card with %j it is told what was expected', (rules, message) => {
  const offer = offerWith([]);
  const periods = [{ ...offer.periods[0], rates: [RATE], ...rules }] as unknown as Offer['periods'];
  const texts = tryReadCard({ ...offer, periods }).map((problem) =>
    problem.code === 'card_malformed' ? `${problem.args.path} ${problem.args.message}` : problem.code,
  );
  expect(texts).toEqual([`periods/0/${message}`]);
});

test('a fee of all that is paid leaves nothing to buy', () => {
  const [fault] = tryReadCard(offerWith([RATE], [{ ...FEE, fee: { percent: '100', charged: 'inside' } }]));
  const message = 'is "100"; expected less than 100 percent of what is paid';
  expect(fault?.args).toMatchObject({ path: 'funding/0/fee/percent', message });
});

test.each(['1 month', 'XP1M', 'P1MX', 'P0D', 'P1H', undefined])(
  'credit that ends after %j is no credit that never ends',
  (after) => {
    const expiry = { after: after as string, certainty: 'will' } as const;
    const [fault] = tryReadCard(offerWith([RATE], [{ ...FEE, expiry }]));
    const found = after === undefined ? 'is missing' : `is "${after}"`;
    const message = `${found}; expected a duration in one unit such as P20D or P1M`;
    expect(fault?.args).toMatchObject({ path: 'funding/0/expiry/after', message });
    expect(tryReadCard(offerWith([RATE], [{ ...FEE, expiry: { ...expiry, after: 'P20D' } }]))).toEqual([]);
  },
);

test('periods are a list, and a card without any has no rates', () => {
  const offer = offerWith([]);
  const [fault] = tryReadCard({ ...offer, periods: 5 as never });
  expect(fault?.args).toMatchObject({ path: 'periods', message: 'is 5; expected a list of periods' });
  expect(tryPriceUsage(readCard({ ...offer, periods: [] }), [{ usage: {} }], { at: AT })).toEqual({
    problems: [
      { code: 'no_period', args: { offer: 'p/m', at: `${AT}T00:00:00Z`, first: null, last: null }, path: 'at' },
    ],
  });
});

test.each<[unknown, string]>([
  [null, 'missing'],
  [{}, 'missing'],
  [{ usage: null }, 'null'],
  [{ usage: [1] }, '[1]'],
  [{ usage: 'x' }, '"x"'],
])('a group of %j has no usage', (group, found) => {
  const price = () => priceUsage(readCard(offerWith([RATE])), [group as never], { at: AT });
  expect(price).toThrow(RatecardError);
  expect(price).toThrow(`groups.0.usage: the usage of this group is ${found}; expected the quantities of one request`);
});

test('a contradiction tells of what kind it is and between which rules', () => {
  const request_minimum = { amount: '1', source: 's' };
  const allowances = [{ label: 'Free', meters: ['messages'], quantity: '1', span: 'month', source: 's' }] as const;
  const [period] = offerWith([RATE, RATE]).periods as [Period];
  expect(cardConflicts({ ...period, request_minimum, allowances })).toEqual([
    { kind: 'ambiguous_rates', meter: 'messages', paths: ['rates/0', 'rates/1'] },
    { kind: 'request_rule_with_period_rule', paths: ['request_minimum', 'allowances/0'] },
  ]);
});

test('a period that is not in force is read too', () => {
  const offer = offerWith([RATE]);
  const [period] = offer.periods;
  const periods = [
    { ...period, until: '2026-01-01', rates: [{ ...RATE, per: -1 }] },
    { ...period, from: '2026-01-01' },
  ];
  expect(() => readCard({ ...offer, periods: periods as Offer['periods'] })).toThrow(/periods\/0\/rates\/0\/per/);
});

test('whoever prices a card that was read with problems is told them again', () => {
  const offer = offerWith([{ ...RATE, price: 'free' }]);
  expect(() => readCard(offer)).toThrow(RatecardError);
  expect(codesOf(offer)).toEqual(['card_malformed periods/0/rates/0/price']);
});

test('a copy is read with what it was copied from, but not what was put in its place', () => {
  const offer = readCard(offerWith([RATE]));
  expect(codesOf({ ...offer, currency: 'EUR' })).toEqual([]);
  expect(codesOf({ ...offer, periods: [...offer.periods] })).toEqual(['card_unread offer']);
  expect(codesOf({ ...offer, funding: [{ ...FEE }] })).toEqual(['card_unread offer']);
});

test('a card that is trusted is priced unseen', () => {
  const { funding: _, ...offer } = offerWith([RATE]);
  expect([codesOf(trustCard(offerWith([RATE]))), codesOf(trustCard(offer))]).toEqual([[], []]);
});

test('two rates of a trusted card that fit equally well are a gap, never a guess', () => {
  const { gaps } = priceUsage(trustCard(offerWith([RATE, { ...RATE, label: 'Twice' }])), [{ usage: {} }], { at: AT });
  expect(gaps).toMatchObject([
    { reason: 'rates "messages" (the card\'s rate 1) and "Twice" (the card\'s rate 2) fit equally well' },
  ]);
});

test('a card read with one table of meters is refused with another that lacks one of its own', () => {
  const offer = readCard(offerWith([RATE, { ...RATE, meter: 'web_searches' }]));
  const fewer = new Map([...STANDARD_METERS].filter(([id]) => id !== 'web_searches'));
  expect(codesOf(offer, fewer)).toEqual(['card_malformed periods/0/rates/1/meter']);
});
