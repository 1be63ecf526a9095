import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bill } from '../src/engine/index.ts';
import { ratecard } from './command.ts';

const MESSAGES = 'empiriolabs/mistral-small-3-1';
const TOKENS = 'azure/mistral-small-2503';
const FUNDED = 'openrouter/mistral-small-3.1-24b-instruct';
const MILLION = '{"input_tokens":1000000,"output_tokens":1000000}';
const json = (out: string) => JSON.parse(out);

describe('requests without usage', () => {
  test.each([
    ['estimate', ['estimate', TOKENS, '--requests', '1000']],
    ['estimate of an empty usage', ['estimate', TOKENS, '--requests', '1000', '--usage', '{}']],
    ['export of a bill', ['export', 'csv', '--offer', TOKENS, '--requests', '1000']],
    ['solve', ['solve', TOKENS, '--budget', '5']],
    ['compare', ['compare', TOKENS, FUNDED, '--requests', '1000']],
  ])('%s: nothing to price is refused', (_name, args) => {
    const { code, out, err } = ratecard(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^nothing to price: .*--usage .*--workload/);
  });

  test('a message has its price: 1,000 at 0.0019', () => {
    const { code, out } = ratecard(['estimate', MESSAGES, '--requests', '1000', '--format', 'json']);
    expect([code, json(out).total]).toEqual([0, '1.9']);
  });

  test('a comparison ranks those that price messages and lists the others', () => {
    const args = ['compare', MESSAGES, TOKENS, '--requests', '1000'];
    const { code, out } = ratecard([...args, '--format', 'json']);
    expect(code).toBe(3);
    expect(json(out)).toMatchObject({ rows: [{ offer: MESSAGES, total: '1.9' }], nothing_to_price: [TOKENS] });
    expect(ratecard(args).out).toMatch(/\n\nNothing to price, because .*:\n {2}azure\/mistral-small-2503$/);
    expect(ratecard([...args, '--format', 'csv']).err).toContain(`nothing to price: ${TOKENS}`);
    const all = ratecard(['compare', '--requests', '1000', '--format', 'json']);
    expect(all.code).toBe(0);
    expect(json(all.out).rows.filter(({ total }: { total: string }) => total === '0')).toEqual([]);
    expect(json(all.out).nothing_to_price).toContain(TOKENS);
  });
});

describe('what a comparison could not rank', () => {
  const past = 'mistral/mistral-small-2503';
  test('is an incomplete answer where the offers were named, and is told under its reason', () => {
    const { code, out } = ratecard(['compare', MESSAGES, past, '--requests', '1']);
    expect(code).toBe(3);
    expect(out).toMatch(/Not ranked, because there are no rates at the date:\n {2}mistral\/mistral-small-2503: /);
    expect(out).not.toContain('something has no price');
  });

  test('is a complete one where the catalog chose', () => {
    expect(ratecard(['compare', '--model', 'mistralai/mistral-small-3.1', '--usage', MILLION]).code).toBe(0);
  });

  test('for want of an exchange rate is not called a missing price', () => {
    const { code, out } = ratecard(['compare', TOKENS, '--usage', MILLION, '--currency', 'EUR']);
    expect(code).toBe(3);
    expect(out).toContain('Not ranked, because an exchange rate is missing:');
    const bill = ratecard(['estimate', TOKENS, '--usage', MILLION, '--currency', 'EUR']);
    expect(bill.code).toBe(3);
    expect(bill.out).toContain('no exchange rate from USD to EUR was given; the total is in USD');
    expect(bill.out).not.toMatch(/no price|No price/);
  });
});

describe('usage', () => {
  test('is a list of groups: 10 of a million and 1 of two million tokens at 0.1 are 1.2', () => {
    // azure asks 0.1 a million tokens in: 10 x 1 x 0.1 + 1 x 2 x 0.1 = 1.2
    const usage = '[{"requests":10,"usage":{"input_tokens":1000000}},{"usage":{"input_tokens":2000000},"when":{}}]';
    const { code, out } = ratecard(['estimate', TOKENS, '--usage', usage, '--format', 'json']);
    expect([code, json(out).total, json(out).requests]).toEqual([0, '1.2', '11']);
  });

  test('of a period has what was used before it: 8 of 10 free images, so 3 of 5 are paid', () => {
    const root = mkdtempSync(join(tmpdir(), 'ratecard-data-'));
    const free = '[{ label: Free, meters: [images], quantity: "10", span: month, source: page }]';
    const rates = '[{ meter: images, price: "1", per: 1, source: page }]';
    const files = {
      'meters.yaml': readFileSync('data/meters.yaml', 'utf8'),
      'providers/acme.yaml': 'name: Acme\nkind: host\ncurrency: USD\nsources: {}\n',
      'models/lab/one.yaml': 'name: One\nlab_name: Lab\nsources: {}\n',
      'offers/acme/one.yaml': `model: lab/one
model_id: one
name: One
checked: 2026-11-20
periods: [{ from: null, until: null, rates: ${rates}, allowances: ${free} }]
sources: { page: { url: "https://acme.example", retrieved: 2026-11-20 } }
`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const args = ['estimate', 'acme/one', '--usage', '{"images":5}', '--format', 'json'];
    const total = (...more: string[]) => json(ratecard([...args, ...more], { dataDirectory: root }).out).total;
    expect(total()).toBe('0');
    expect(total('--used-before', '{"usage":{"images":8},"cost":"0"}')).toBe('3');
  });

  test('starts with a mark of byte order as Windows writes it', () => {
    const { out } = ratecard(['estimate', TOKENS, '--usage', '@usage.json', '--format', 'json'], {
      readFile: () => `\uFEFF${MILLION}`,
    });
    expect((json(out) as Bill).complete).toBe(true);
  });
});

test('long lists are cut, and what was cut is counted', () => {
  const usage = JSON.stringify(Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`m${n}`, 1])));
  const { err } = ratecard(['estimate', TOKENS, '--usage', usage]);
  expect(err.split('\n')).toHaveLength(21);
  expect(err).toMatch(/\nand 5 more$/);
});

describe('an exchange rate', () => {
  const inEuro = (rate: string) =>
    ratecard(['estimate', TOKENS, '--usage', MILLION, '--currency', 'eur', '--fx', rate, '--format', 'json']);
  test('is read with its codes in either case', () => {
    // (0.1 + 0.3) x 0.5
    expect(json(inEuro('usd/eur=0.5@2026-11-19').out).converted).toMatchObject({
      from: 'USD',
      to: 'EUR',
      total: '0.2',
    });
  });

  test.each([
    ['of nothing', 'USD/EUR=0@2026-11-19', /the rate is 0; expected one above zero/],
    ['of no currency', 'U/EUR=1@2026-11-19', /"U" is not a currency/],
    ['to itself', 'USD/usd=1@2026-11-19', /both currencies are USD/],
  ])('%s is refused', (_name, rate, words) => {
    const { code, err } = inEuro(rate);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});

describe('nothing that was said is dropped without a word', () => {
  const usage = ['--usage', MILLION];
  test.each<[string, string[], RegExp]>([
    [
      'a top-up without fees',
      ['estimate', FUNDED, ...usage, '--no-fees', '--top-up', '5'],
      /--no-fees leaves out.*--top-up/,
    ],
    ['a method without fees', ['estimate', FUNDED, ...usage, '--no-fees', '--pay-by', 'card'], /--no-fees .*--pay-by/],
    ['a rate for no currency', ['estimate', FUNDED, ...usage, '--fx', 'USD/EUR=1@2026-11-19'], /--fx .*--currency/],
    [
      'a second rate for a pair',
      [
        'estimate',
        FUNDED,
        ...usage,
        '--currency',
        'EUR',
        '--fx',
        'USD/EUR=1@2026-11-19',
        '--fx',
        'USD/EUR=2@2026-11-19',
      ],
      /a rate from USD to EUR is given twice/,
    ],
    [
      'a rate to another currency',
      ['estimate', FUNDED, ...usage, '--currency', 'EUR', '--fx', 'USD/GBP=1@2026-11-19'],
      /--fx USD\/GBP does not lead to --currency EUR; expected USD\/EUR/,
    ],
    [
      'a rate the other way round',
      ['estimate', FUNDED, ...usage, '--currency', 'EUR', '--fx', 'EUR/USD=1.10@2026-11-19'],
      /--fx EUR\/USD does not lead to --currency EUR; expected USD\/EUR: how much of EUR one USD is/,
    ],
    [
      'a mix of what is no mix',
      ['breakeven', FUNDED, TOKENS, '--vary', 'input_tokens', '--mix', '3:1'],
      /--mix .*--vary tokens/,
    ],
    [
      'usage that the varied tokens replace',
      ['breakeven', FUNDED, TOKENS, '--vary', 'tokens', '--usage', '{"output_tokens": 5, "input_tokens": 1}'],
      /--usage output_tokens and input_tokens is what --vary tokens changes/,
    ],
    [
      'a change of what varies',
      ['breakeven', FUNDED, TOKENS, '--vary', 'turns', '--workload', 'support-chat', '--set', 'turns=4'],
      /--set turns states what --vary turns changes/,
    ],
    [
      'a change of what varies for the second',
      ['breakeven', FUNDED, TOKENS, '--vary', 'turns', '--workload', 'support-chat', '--set-b', 'turns=4'],
      /--set-b turns states what --vary turns changes/,
    ],
    ['bills that are not printed', ['compare', ...usage, '--bills'], /--bills .*--format json/],
    ['usage of the whole catalog', ['export', 'json', ...usage], /--usage .*--offer/],
    ['a date of the whole catalog', ['export', 'json', '--at', '2026-01-01'], /--at .*--offer/],
    ['usage of a query', ['export', 'sql', '--offer', TOKENS, ...usage], /--usage .*table/],
    ['a table of no query', ['export', 'csv', '--offer', TOKENS, ...usage, '--table', 't'], /--table .*sql/],
    ['usage given twice', ['estimate', FUNDED, ...usage, ...usage], /--usage is given twice/],
    [
      'requests given twice',
      ['estimate', FUNDED, ...usage, '--requests', '1', '--requests', '2'],
      /--requests is given tw/,
    ],
    ['a date given twice', ['show', FUNDED, '--at', '2026-01-01', '--at', '2026-02-01'], /--at is given twice/],
    [
      'a condition given twice',
      ['estimate', FUNDED, '--when', 'speed=fast', '--when', 'speed=slow'],
      /speed is given tw/,
    ],
    [
      'an input set twice',
      ['estimate', FUNDED, '--workload', 'support-chat', '--set', 'turns=1', '--set', 'turns=2'],
      /turns is set twice/,
    ],
    [
      'a key given twice',
      ['estimate', FUNDED, '--usage', '{"input_tokens":1,"input_tokens":2}'],
      /"input_tokens" stands twice/,
    ],
    ['a file without a name', ['estimate', FUNDED, '--usage', '@'], /--usage @ names no file/],
    [
      'requests beside groups',
      ['estimate', FUNDED, '--usage', '[{"requests":1}]', '--requests', '2'],
      /leave --requests out/,
    ],
    [
      'a group of nothing known',
      ['estimate', FUNDED, '--usage', '[{"request":1}]'],
      /--usage\[0\] has the key "request"/,
    ],
    [
      'what was used before a workload',
      ['estimate', FUNDED, '--workload', 'support-chat', '--used-before', '{}'],
      /--used-before and --workload/,
    ],
    [
      'what was used before, in other words',
      ['estimate', FUNDED, '--used-before', '{"tokens":1}'],
      /--used-before has the key "tokens"/,
    ],
    ['groups of which a number is sought', ['solve', FUNDED, '--budget', '5', '--usage', '[]'], /--usage holds a list/],
    ['a date beside a whole file', ['show', FUNDED, '--format', 'json', '--at', '2026-01-01'], /--at .*json/],
  ])('%s', (_name, args, words) => {
    const { code, out, err } = ratecard(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  test('a payment where an offer states no terms of it', () => {
    const { code, err } = ratecard(['estimate', TOKENS, ...usage, '--pay-by', 'card', '--top-up', '5']);
    expect(code).toBe(0);
    expect(err).toBe(`${TOKENS} states no terms of payment; --top-up and --pay-by change nothing on it`);
    const several = ratecard(['compare', TOKENS, FUNDED, ...usage, '--top-up', '50']);
    expect(several.err).toContain(`${TOKENS} states no terms of payment; --top-up changes nothing on it`);
    expect(several.err).not.toContain(FUNDED);
  });

  test('control characters of an argument are shown, not sent', () => {
    const { err } = ratecard(['estimate', 'a\u001b[31mb\u0007']);
    expect(err).toContain('a\\u001b[31mb\\u0007');
    expect(err).not.toMatch(/\p{Cc}/u);
  });
});
