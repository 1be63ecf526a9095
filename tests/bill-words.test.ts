import { describe, expect, test } from 'vitest';
import { billRows, lineRow } from '../src/catalog/words/bill-rows.ts';
import { trustSentence } from '../src/catalog/words/description.ts';
import { speakerOf } from '../src/catalog/words/speaker.ts';
import type { Bill, BillLine, LineTier } from '../src/engine/bill.ts';
import { offerIn, smallCatalog } from './export-fixture.ts';

const { meters } = smallCatalog();

const line = (more: Partial<BillLine>): BillLine => ({
  meter: 'web_searches',
  label: 'Search',
  quantity: '12345',
  price: '10',
  per: '1000',
  amount: '123.45',
  tier: null,
  adjustments: [],
  rate: 'periods/0/rates/0',
  source: 'page',
  ...more,
});

test('a line is its quantity times its price, and each step that acted on it', () => {
  const rule = { rule: 'periods/0/rules/0', source: 'page' };
  const row = lineRow(
    line({
      adjustments: [
        { kind: 'block', label: 'in tens', used: '12341', billed: '12350' },
        { kind: 'allowance', label: 'Free', quantity: '-1000', ...rule },
        { kind: 'multiplier', label: 'Batch', factor: '0.5', ...rule },
        { kind: 'multiplier', label: 'Europe', factor: '1.1', ...rule },
      ],
      parts: { input_tokens: '1500', unheard_of: '2' },
      rounded: '0.01',
    }),
    'USD',
    meters,
  );
  expect(row).toEqual({
    kind: 'line',
    label: 'Search',
    formula: '12,345 x $10.00 per 1,000 web searches x 0.5 x 1.1',
    steps: [
      '12,341 used, 12,350 billed: in tens',
      'Free: 1,000 free',
      'Batch: x 0.5',
      'Europe: x 1.1',
      'with 1,500 input tokens, which have no rate of their own',
      'with 2 unheard_of, which have no rate of their own',
      'rounded by at most 0.01',
    ],
    amount: '123.45',
    source: 'page',
  });
  expect(lineRow(line({}), 'USD', meters)).toMatchObject({
    formula: '12,345 x $10.00 per 1,000 web searches',
    steps: [],
  });
});

test.each([
  ['1', 'web_searches', '1 web search, included'],
  ['2', 'web_searches', '2 web searches, included'],
  ['1', 'unheard_of', '1 unheard_of, included'],
])('%s %s that cost nothing', (quantity, meter, formula) => {
  const row = lineRow(
    line({ quantity, meter, adjustments: [{ kind: 'included', label: 'in the plan' }] }),
    'USD',
    meters,
  );
  expect([row.formula, row.steps]).toEqual([formula, []]);
});

describe('the step of a tier', () => {
  const tier: LineTier = {
    kind: 'volume',
    over: '1000',
    up_to: '5000',
    subject: 'web_searches',
    boundary: 'exclusive',
    span: 'month',
  };
  test.each<[Partial<LineTier>, string[]]>([
    [{}, ['the price for over 1,000 and up to 5,000 web searches a month']],
    [{ boundary: 'inclusive', span: 'day' }, ['the price for from 1,000 and below 5,000 web searches a day']],
    [
      { kind: 'graduated', boundary: 'inclusive', span: 'year' },
      ['the price for over 1,000 and up to 5,000 web searches a year'],
    ],
    [{ kind: 'cliff', up_to: null, span: 'request' }, ['the price for over 1,000 web searches a request']],
    [{ over: null, span: 'once', subject: 'unheard_of' }, ['the price for up to 5,000 unheard_of in all']],
    [{ over: null, up_to: null }, []],
  ])('%j', (more, steps) => {
    expect(lineRow(line({ tier: { ...tier, ...more } }), 'USD', meters).steps).toEqual(steps);
  });
});

test('fees stand after lines', () => {
  const fee = { kind: 'percent', label: 'Fee', formula: '5% of 2', amount: '0.1', source: 'page' };
  const bill = { currency: 'USD', lines: [line({})], fees: [fee, { ...fee, rounded: '0.002' }] } as unknown as Bill;
  expect(billRows(bill, meters).slice(1)).toEqual([
    { ...fee, kind: 'fee', steps: [] },
    { ...fee, kind: 'fee', steps: ['rounded by at most 0.002'] },
  ]);
});

test.each([
  ['https://www.acme.example/one', 'Acme'],
  ['https://acme.example', 'Acme'],
  ['https://status.acme.example/one', 'Acme'],
  ['https://docs.prices.example/one', 'Acme'],
  ['https://github.com/acme/one', 'github.com'],
  ['https://docs.github.com/acme', 'docs.github.com'],
  ['https://acm.eexample/one', 'acm.eexample'],
  ['https://other.example/one', 'other.example'],
  ['https://www.other.example/one', 'other.example'],
  ['https://awww.other.example/one', 'awww.other.example'],
  ['https://huggingface.co/acme/one', 'huggingface.co'],
  ['https://raw.githubusercontent.com/acme/one', 'raw.githubusercontent.com'],
  ['no address', 'no address'],
])('what stands at %s is said by %s', (url, speaker) => {
  const catalog = smallCatalog();
  const acme = catalog.providers.get('acme');
  if (!acme) throw new Error('no provider');
  const provider = {
    ...acme,
    docs: 'https://github.com/acme/docs',
    pricing_pages: [
      'https://prices.example',
      'https://huggingface.co/acme',
      'https://raw.githubusercontent.com/acme/x',
    ],
  };
  const { title: _, ...page } = { title: '', ...offerIn(catalog, 'acme/small').sources['page'], url, retrieved: '' };
  const offer = { ...offerIn(catalog, 'acme/small'), sources: { page, sheet: { ...page, title: 'The sheet' } } };
  expect(speakerOf(offer, provider, 'page')).toBe(speaker);
  expect(speakerOf(offer, provider, 'sheet')).toBe(speaker === 'Acme' ? 'Acme' : 'The sheet');
  expect(speakerOf(offer, provider, 'none')).toBe('Acme');
  expect(speakerOf(offer, undefined, 'none')).toBe('acme');
});

test('how sure a price is, in a sentence', () => {
  const offer = offerIn(smallCatalog(), 'acme/small');
  const said = (['checked', 'corroborated', 'imported', 'disputed'] as const).map((state) =>
    trustSentence({ ...offer, trust: { ...offer.trust, state } }),
  );
  expect(said).toEqual([
    'Checked against its page on 20 Nov 2026.',
    'Two public datasets agree on the price, as of 20 Nov 2026.',
    'The price is from one public dataset, as of 20 Nov 2026.',
    'Public datasets differ on the price, as of 20 Nov 2026.',
  ]);
});
