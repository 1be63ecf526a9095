import { expect, test } from 'vitest';
import { priceUsage, readCard, type When } from '../src/engine/index.ts';
import { parseInstant } from '../src/engine/instant.ts';

test.each([
  ['2026-11-20', '2026-11-20T00:00:00Z', false],
  ['2026-11-20T09:30Z', '2026-11-20T09:30:00Z', true],
  ['2026-11-20T09:30:15Z', '2026-11-20T09:30:15Z', true],
  ['2026-11-20T09:30:15.5+01:00', '2026-11-20T08:30:15.500Z', true],
])('%s is %s, with a time: %s', (written, text, hasTime) => {
  expect(parseInstant(written)).toEqual({ ms: Date.parse(written), text, hasTime });
});

test.each([
  '',
  'x2026-11-20',
  '2026-11-20x',
  '2026-11-20(2026-11-20',
  '2026-11-20(2026-11-20T09:30:00Z',
  'x2026-11-20T09:30:00Z',
  '2026-11-20T09:30:00Zx',
  '2026-11-20T09:30:00',
  '2026-11-20T09:30:00.1234Z',
  '2026-11-20T25:00Z',
  '2026-13-01',
  '2026-02-30',
  '2026-02-30T09:30:00Z',
])('%j is no moment', (written) => {
  expect(parseInstant(written)).toBeNull();
});

const hours = (from: string, until: string): When => ({ time: [{ zone: 'UTC', from, until }] });

test.each<[string, (When | undefined)[]]>([
  ['hours, all of them stated', [hours('08:00', '20:00'), hours('20:00', '08:00')]],
  ['hours beside any', [undefined, hours('20:00', '08:00')]],
  ['dates, all of them stated', [{ dates: { until: '2026-11-21' } }, { dates: { from: '2026-11-21' } }]],
  ['dates beside any', [undefined, { dates: { from: '2026-11-21' } }]],
])('one card is priced anew at each moment where it has rates for %s', (_, whens) => {
  const rates = whens.map((when, index) => ({
    ...(when ? { when } : {}),
    ...{ meter: 'messages', price: `${index + 1}`, per: 1, source: 's' },
  }));
  const periods = [{ from: null, until: null, rates }];
  const offer = readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods });
  const totals = ['2026-11-20T12:00:00Z', '2026-11-21T22:00:00Z', '2026-11-20T12:00:00Z'].map(
    (at) => priceUsage(offer, [{ usage: {} }], { at }).total,
  );
  expect(totals).toEqual(['1', '2', '1']);
});
