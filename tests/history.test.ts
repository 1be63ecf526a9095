import { describe, expect, test } from 'vitest';
import { priceHistory } from '../src/catalog/changes/price-history.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import type { RateRow } from '../src/catalog/words/rate-rows.ts';
import { issueHref, reportsOf } from '../src/site/facts/reports.ts';
import { charted } from '../src/site/history/charted.ts';
import { followedSince } from '../src/site/history/oldest-source.ts';
import { priceLine } from '../src/site/history/price-line.ts';
import { stepChart } from '../src/site/history/step-chart.ts';
import { toHtml } from '../src/site/markup/to-html.ts';

const step = (from: string | null, until: string | null, price: string | null) => ({
  from,
  until,
  price,
  state: price === null ? ('unpublished' as const) : ('published' as const),
  source: 'page',
});

describe('the line of a price', () => {
  test('a price that halves stands half as high from its day on', () => {
    const line = priceLine({ steps: [step(null, '2026-03-01', '4'), step('2026-03-01', null, '2')] }, '2026-06-09');
    // 100 days from the change to the date, 30 before it and 5 after: 30 / 135 and 130 / 135
    expect(line?.days.map(({ date, at }) => [date, at.toFixed(3)])).toEqual([['2026-03-01', (3000 / 135).toFixed(3)]]);
    expect(line?.today.toFixed(3)).toBe((13_000 / 135).toFixed(3));
    expect(line?.stretches.map(({ height, open, joined, until }) => [height, open, joined, until.toFixed(2)])).toEqual([
      [1, true, false, '22.22'],
      [0.5, false, true, '100.00'],
    ]);
  });

  test('time without the price is a hole', () => {
    const line = priceLine(
      {
        steps: [
          step('2026-01-01', '2026-02-01', '1'),
          step('2026-02-01', '2026-03-01', null),
          step('2026-03-01', null, '1'),
        ],
      },
      '2026-04-01',
    );
    expect(line?.stretches.map(({ joined, open }) => [joined, open])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(line?.stretches[0]?.from).toBe(0);
  });

  test('a price announced for a later day lies behind today', () => {
    const line = priceLine({ steps: [step(null, '2027-01-01', '1'), step('2027-01-01', null, '3')] }, '2026-11-20');
    expect(line?.today).toBeLessThan(line?.days[0]?.at ?? 0);
  });

  test.each([[[step(null, null, '1')]], [[step('2026-01-01', null, null)]]])('there is none of %j', (steps) => {
    expect(priceLine({ steps }, '2026-11-20')).toBeNull();
  });
});

test('a chart holds its title, its unit, its days and its prices, and markup in them as text', () => {
  const line = priceLine({ steps: [step(null, '2026-03-01', '4'), step('2026-03-01', null, '2.5')] }, '2026-06-09');
  if (!line) throw new Error('expected a line');
  const html = toHtml(stepChart('<b>Input</b>', 'USD per "1M"', line));
  expect(html).toContain('<strong>&lt;b&gt;Input&lt;/b&gt;</strong> USD per &quot;1M&quot;');
  for (const text of ['>4.00<', '>2.50<', '>1 Mar 2026<']) expect(html).toContain(text);
  // 64 px is the height of 4: 2.5 stands 40 above the floor of 92
  expect(html).toMatch(/<line class="tread" x1="22\.22%" x2="100\.00%" y1="52" y2="52">/);
});

test.each([
  [8, 8, 'Charted are the prices that changed; the table has all.'],
  [14, 12, 'Charted are 12 of the 14 prices that changed; the table has all. Not charted: price 13; price 14.'],
])('of %i prices that changed %i are charted, and the others named', (count, most, words) => {
  const changed = Array.from({ length: count }, (_, at) => ({ title: `price ${at + 1}` }));
  expect(charted(changed)).toEqual({ charts: changed.slice(0, most), words });
});

test('every price of the catalog that changed has a line, and every offer a day since when it is followed', () => {
  const { catalog } = readCatalog('data');
  const lines = [...catalog.offers.values()].flatMap((offer) =>
    priceHistory(offer)
      .filter(({ steps }) => steps.filter(({ price }) => price !== null).length > 1)
      .map((history) => priceLine(history, '2026-11-20')),
  );
  expect(lines.length).toBeGreaterThan(50);
  expect(lines).not.toContain(null);
  for (const offer of catalog.offers.values()) expect(followedSince(offer)).toMatch(/^\d{4}-\d\d-\d\d/);
});

describe('a report', () => {
  const row = { kind: 'rate', type: 'Input', spec: 'per 1M', rate: '$0.35', path: 'periods/0/rates/1', source: 'page' };
  const sources = { page: { url: 'https://a.example/prices?x=1&y=2', retrieved: '2026-11-20' } };
  const [rate, fact] = reportsOf(
    'acme/small',
    [row as RateRow],
    [{ label: 'Context window', value: '128,000 tokens', source: 'none' }],
    sources,
  );

  test('carries offer, field, value and source', () => {
    expect(rate?.text.split('\n').slice(0, 4)).toEqual([
      'Offer:  acme/small',
      'Field:  periods/0/rates/1 (Input, per 1M)',
      'Value:  $0.35',
      'Source: https://a.example/prices?x=1&y=2, read on 2026-11-20',
    ]);
    expect(fact?.about).toBe('Context window: 128,000 tokens');
  });

  test('fills in the form of a new issue', () => {
    if (!rate) throw new Error('expected a report');
    const href = new URL(issueHref('https://forge.example/a/b/', rate));
    expect(href.origin + href.pathname).toBe('https://forge.example/a/b/issues/new');
    expect(href.searchParams.get('body')).toBe(rate.text);
    expect(href.searchParams.get('title')).toBe('Wrong value in acme/small: Input, per 1M');
  });
});
