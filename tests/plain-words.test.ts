import { expect, test } from 'vitest';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { CHANGE_LABELS } from '../src/catalog/changes/change-words.ts';
import { DIFFERENCE_LABELS } from '../src/catalog/differences/difference-words.ts';
import { KIND_WORDS as DIFFERENCE_WORDS } from '../src/catalog/differences/kind-words.ts';
import { byName } from '../src/catalog/words/by-name.ts';
import { capital, sentence } from '../src/catalog/words/capital.ts';
import { dateWords } from '../src/catalog/words/date.ts';
import { trustSentence } from '../src/catalog/words/description.ts';
import { CAPABILITY_WORDS, KIND_LABELS, KIND_WORDS, STYLE_WORDS } from '../src/catalog/words/fact-words.ts';
import { feeWords } from '../src/catalog/words/fee-words.ts';
import { countWords, listWords } from '../src/catalog/words/list.ts';
import { amountDigits, groupDigits, isShortened, money, shortAmount, shortMoney } from '../src/catalog/words/money.ts';
import { ruleWords } from '../src/catalog/words/rule-words.ts';
import { everyWords, losesCredit, waysToChoose } from '../src/catalog/words/way-words.ts';
import type { WayToPay } from '../src/workload/index.ts';

test.each([
  ['0.0019', 'USD', '$0.0019'],
  ['2.5', 'USD', '$2.50'],
  ['-5', 'USD', '-$5.00'],
  ['-0', 'USD', '$0.00'],
  ['1234567.891', 'EUR', '€1,234,567.891'],
  ['1', 'GBP', '£1.00'],
  ['1', 'CNY', 'CN¥1.00'],
  ['1', 'JPY', '¥1.00'],
  ['-12.5', 'credits', '-12.50 credits'],
])('%s %s is written %s', (amount, currency, words) => {
  expect(money(amount, currency)).toBe(words);
});

test('an amount without its currency keeps its sign, but nothing has none', () => {
  expect(['-1000', '-0.00', '7'].map(amountDigits)).toEqual(['-1,000.00', '0.00', '7.00']);
  expect(['1', '999', '1000', '12345.67891', '1000000'].map(groupDigits)).toEqual([
    '1',
    '999',
    '1,000',
    '12,345.67891',
    '1,000,000',
  ]);
});

test.each([
  ['0.0000123', '0.000012', true],
  ['12.3456', '12.35', true],
  ['-12.345', '-12.35', true],
  ['1.005', '1.01', true],
  ['0.999', '1', true],
  ['0.105', '0.11', true],
  ['0.0105', '0.011', true],
  ['0', '0', false],
  ['0.019', '0.019', false],
  ['0.12', '0.12', false],
  ['3', '3', false],
  ['0.0019', '0.0019', false],
])('%s is %s for reading', (amount, short, shortened) => {
  expect(shortAmount(amount)).toBe(short);
  expect(isShortened(amount)).toBe(shortened);
});

test('a shortened amount has its currency', () => {
  expect(shortMoney('12.3456', 'USD')).toBe('$12.35');
});

test('every month has its name, and a time of day its zone', () => {
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-09`);
  expect(months.map(dateWords).join(', ')).toBe(
    '9 Jan 2026, 9 Feb 2026, 9 Mar 2026, 9 Apr 2026, 9 May 2026, 9 Jun 2026, 9 Jul 2026, 9 Aug 2026, 9 Sep 2026, 9 Oct 2026, 9 Nov 2026, 9 Dec 2026',
  );
  expect([dateWords('2023-12'), dateWords('2023-12-01')]).toEqual(['Dec 2023', '1 Dec 2023']);
  expect(dateWords('2026-05-08T19:08:09+02:00')).toBe('8 May 2026 17:08 UTC');
});

test('lists and counts', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listWords(words))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(listWords(['a', 'b'], 'or')).toBe('a or b');
  expect([
    countWords(0, 'offer'),
    countWords(1, 'offer'),
    countWords(2, 'offer'),
    countWords(2, 'child', 'children'),
  ]).toEqual(['0 offers', '1 offer', '2 offers', '2 children']);
});

test('a sentence begins with a capital and ends with one stop', () => {
  expect(['one', 'Is it?', 'so!', 'so.', 'it says “yes.”', 'it says "no"', 'a.b', ''].map(sentence)).toEqual([
    'One.',
    'Is it?',
    'So!',
    'So.',
    'It says “yes.”',
    'It says "no".',
    'A.b.',
    '.',
  ]);
  expect(capital('')).toBe('');
});

test('names stand by their letters, and by the size of numbers in them', () => {
  const named = ['gpt-10', 'GPT-4', 'aya'].map((name) => ({ name }));
  expect(named.toSorted(byName).map(({ name }) => name)).toEqual(['aya', 'GPT-4', 'gpt-10']);
});

test('a fee of nothing but a minimum', () => {
  expect(feeWords({ minimum: '0.8', charged: 'on_top' }, 'USD')).toBe('at least $0.80');
  expect(feeWords({ percent: '5', charged: 'on_top' }, 'USD')).toBe('5%');
});

test('whose rule took a name for an offer', () => {
  expect(ruleWords('claude-x', 'acme/claude')).toBe(
    '"claude-x" is taken for acme/claude: it fits what the public datasets say that offer\'s names are like',
  );
});

test('ways to pay: how often, which are a choice, and whether credit ends', () => {
  const way = (more: Partial<WayToPay>): WayToPay =>
    ({ every_months: 1, every_days: null, paid: '10', stranded: '0', expired: '0', ...more }) as WayToPay;
  const every: Partial<WayToPay>[] = [{}, { every_months: 3 }, { every_days: 1 }, { every_days: 20 }];
  expect(every.map((one) => everyWords(way(one)))).toEqual(['month', '3 months', 'day', '20 days']);
  expect(waysToChoose([way({}), way({})], 2)).toEqual([]);
  expect(waysToChoose([], 2)).toEqual([]);
  expect(waysToChoose([way({}), way({ paid: '11' }), way({})], 2)).toEqual([way({}), way({ paid: '11' })]);
  expect(waysToChoose([way({}), way({ stranded: '1' })], 2)).toHaveLength(2);
  expect(losesCredit([way({}), way({ expired: '0.1' })])).toBe(true);
  expect(losesCredit([way({})])).toBe(false);
});

test('headings and rows name kinds of things', () => {
  expect(Object.values(CHANGE_LABELS).join(', ')).toBe(
    'New, Gone, Up, Down, Price added, Price removed, Price state, Terms, Corrected',
  );
  expect(Object.values(DIFFERENCE_LABELS).join(', ')).toBe(
    'Rounding, What K stands for, Blend shown as a rate, Wrong unit, Constant markup, Another tier or rule, Billed by another unit, A price of zero, Older date, Context shown as output, How exact a date is, Weights or endpoint, Set by each endpoint, Example, not a default, Spelling, Another model, Not explained',
  );
  expect(Object.values(DIFFERENCE_WORDS).join('; ')).toBe(
    'One is the other, rounded or cut off; A thousand of 1,000 or of 1,024; A mean of prices shown as a price; The same digits in another unit; All prices by the same factor; The price of another rule of the card; Billed by another unit; Nothing beside a price; An older price; The context window given as the output limit; A date more or less exact; What the weights can do, or what the endpoint does; Another endpoint; An example, not a default; Another spelling of the name; Another version; Not explained',
  );
  expect(Object.values(CAPABILITY_WORDS).join(', ')).toBe(
    'Image input, Tool calling, Parallel tool calls, JSON mode, Structured output, Streaming, Reasoning, System prompt, Web search, Prompt caching, Multi-turn conversation, Fine-tuning, Batch',
  );
  expect(Object.values(KIND_WORDS).join('; ')).toBe(
    'a lab that sells its own models; a cloud that sells models of others; a host that runs models of others; a gateway that passes requests on to others; a listing that shows the prices of others and sells nothing itself; a seller',
  );
  expect(Object.values(KIND_LABELS).join(', ')).toBe('Lab, Cloud, Host, Gateway, Listing, Seller');
  expect(Object.values(STYLE_WORDS).join(', ')).toBe(
    'OpenAI Chat Completions, OpenAI Responses, Anthropic Messages, a format of its own',
  );
});

test.each([
  ['checked', 'Checked against its page on 20 Nov 2026.', null],
  ['corroborated', 'Two public datasets agree on the price, as of 20 Nov 2026.', null],
  [
    'imported',
    'The price is from one public dataset, as of 20 Nov 2026.',
    'One public dataset lists it, as of 20 Nov 2026.',
  ],
  ['disputed', 'Public datasets differ on the price, as of 20 Nov 2026.', null],
] as const)('of what is %s it is said of when', (state, words, withoutPrice) => {
  const offer = { trust: { state, as_of: '2026-11-20' } } as unknown as CatalogOffer;
  expect(trustSentence(offer)).toBe(words);
  expect(trustSentence(offer, false)).toBe(withoutPrice ?? words);
});
