import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkedData } from '../scripts/lib/checked-data.ts';
import type { Bill } from '../src/engine/index.ts';
import { ratecard } from './command.ts';

const SMALL = 'empiriolabs/mistral-small-3-1';
const MEDIUM = 'empiriolabs/mistral-medium-3-1';
const AIGATEWAY = 'aigateway/mistral-small-3.1-24b-instruct';
const OPENROUTER = 'openrouter/mistral-small-3.1-24b-instruct';
const million = JSON.stringify({ input_tokens: 1_000_000, output_tokens: 1_000_000 });

function bill(...args: string[]): Bill {
  const { code, out, err } = ratecard(['estimate', ...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Bill;
}

describe('estimate', () => {
  test('1,000 messages with 0.05 searches each are 1.9 and 0.65', () => {
    const { lines, total } = bill(SMALL, '--requests', '1000', '--usage', '{"web_searches":"0.05"}');
    expect(lines.map(({ amount }) => amount)).toEqual(['1.9', '0.65']);
    expect(total).toBe('2.55');
  });

  test('a bare 0.05 in JSON loses no digit', () => {
    expect(bill(SMALL, '--requests', '1000', '--usage', '{"web_searches":0.05}').total).toBe('2.55');
  });

  test('1,234,567 tokens in and 7,654,321 out at 0.52 and 2.60 are 20.54320944', () => {
    // 1234567 x 0.52 / 1000000 = 0.64197484; 7654321 x 2.60 / 1000000 = 19.9012346
    expect(bill(MEDIUM, '--usage', '{"input_tokens":1234567,"output_tokens":7654321}').total).toBe('20.54320944');
  });

  test('a fee of 5% that may be on top or inside is added, and the other way is said', () => {
    const { usage_total, fees, total, assumptions } = bill(AIGATEWAY, '--usage', million);
    expect([usage_total, fees[0]?.amount, total]).toEqual(['0.9', '0.045', '0.945']);
    const said = assumptions.find(({ code }) => code === 'top_up_fee_unstated');
    expect(said?.args).toMatchObject({ fee: '5%', amount: '0.045', inside_total: '0.947368421052631578947368' });
    expect(said?.text).toMatch(/added on top \(0\.045 USD\).*inside.*0\.9473/);
  });

  test('a top-up of 5 dollars pays the minimum fee of 0.80', () => {
    const { fees } = bill(OPENROUTER, '--usage', million, '--top-up', '5', '--pay-by', 'card');
    expect(fees).toMatchObject([
      { kind: 'top_up', amount: '0.8', formula: expect.stringContaining('minimum of 0.80') },
    ]);
  });

  test('an offer is found by provider and API id', () => {
    const found = bill('cloudflare:@cf/mistralai/mistral-small-3.1-24b-instruct', '--usage', million);
    expect(found).toMatchObject({ offer: 'cloudflare/mistral-small-3.1-24b-instruct', usage_total: '0.906' });
  });

  test('usage comes from a file and from standard input', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ratecard-')), 'usage of one.json');
    writeFileSync(file, million);
    expect(bill(AIGATEWAY, '--usage', `@${file}`).usage_total).toBe('0.9');
    const { out } = ratecard(['estimate', AIGATEWAY, '--usage', '@-', '--format', 'json'], {
      readStdin: () => million,
    });
    expect((JSON.parse(out) as Bill).usage_total).toBe('0.9');
  });

  test('usage without a price is answered as incomplete', () => {
    const { code, out } = ratecard(['estimate', AIGATEWAY, '--usage', '{"web_searches":3}']);
    expect(code).toBe(3);
    expect(out).toMatch(/No price for\n {2}3 web searches: the rate card has no rate for it/);
    expect(out).not.toMatch(/^ {2}Total/m);
  });

  test('the text is a receipt whose amounts line up on the point', () => {
    const { out } = ratecard(['estimate', SMALL, '--requests', '1000', '--usage', '{"web_searches":"0.05"}']);
    const points = out.split('\n').flatMap((line) => /\$[\d,]+(\.)\d+$/.exec(line)?.index ?? []);
    expect(out).toContain('1,000 x $0.0019 per message');
    expect(points.length).toBe(3);
    expect(new Set(points).size).toBe(1);
  });

  test('totals are shown in another currency at the rate that is given', () => {
    const { converted } = bill(
      AIGATEWAY,
      '--usage',
      million,
      '--no-fees',
      '--currency',
      'EUR',
      '--fx',
      'USD/EUR=0.9@2026-11-19',
    );
    expect(converted).toMatchObject({ to: 'EUR', total: '0.81', date: '2026-11-19' });
    const { code, out } = ratecard(['estimate', AIGATEWAY, '--usage', million, '--currency', 'EUR']);
    expect(code).toBe(3);
    expect(out).toContain('no exchange rate from USD to EUR was given');
  });
});

describe('compare', () => {
  test('ranks the offers of a model, and never those with gaps', () => {
    const { code, out } = ratecard([
      'compare',
      '--model',
      'mistralai/mistral-small-3.1',
      '--usage',
      million,
      '--format',
      'json',
    ]);
    const { rows, unpriced } = JSON.parse(out) as {
      rows: { rank: number; offer: string; total: string; ratio: string }[];
      unpriced: { offer: string; problems: { code: string }[] }[];
    };
    expect(code).toBe(0);
    expect(rows.length + unpriced.length).toBeGreaterThanOrEqual(7);
    expect(rows.map(({ total }) => Number(total))).toEqual(
      [...rows].map(({ total }) => Number(total)).sort((a, b) => a - b),
    );
    expect(rows[0]).toMatchObject({ rank: 1, ratio: '1' });
    expect(rows).toContainEqual(expect.objectContaining({ offer: SMALL, total: '0.0019' }));
    expect(unpriced).toContainEqual(
      expect.objectContaining({
        offer: 'mistral/mistral-small-2503',
        problems: [expect.objectContaining({ code: 'no_period' })],
      }),
    );
  });

  test('chooses by what offers state', () => {
    const { out } = ratecard([
      'compare',
      '--where',
      'provider=empiriolabs',
      '--where',
      'can=vision',
      '--usage',
      '{"web_searches":1}',
      '--format',
      'json',
    ]);
    const { rows } = JSON.parse(out) as { rows: { offer: string }[] };
    const found = rows.map(({ offer }) => offer);
    expect(found.filter((offer) => [SMALL, MEDIUM].includes(offer))).toEqual([MEDIUM, SMALL]);
    expect(found.filter((offer) => !offer.startsWith('empiriolabs/'))).toEqual([]);
  });
});

describe('show and search', () => {
  test('a rate card reads as the page prints it', () => {
    const { out } = ratecard(['show', SMALL]);
    expect(out).toMatch(/Per Message +fixed +\$0\.0019/);
    expect(out).toMatch(/Web Search \(Linkup\) +per call when invoked +\$0\.013/);
  });

  test('a printed price that is a blend is called one', () => {
    const { out } = ratecard(['show', 'modelslab/mistral-small-3.1-24b-instruct']);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      '"$0.455000 / call": It is the cost of a million tokens, 50 parts input tokens and 50 parts output tokens, not the price of a call.',
    );
  });

  test('a model says why its prices differ', () => {
    expect(ratecard(['show', 'mistralai/mistral-small-3.1']).out).toContain(
      'output tokens: $0.55 and $0.56 are $0.555 cut and rounded',
    );
    expect(ratecard(['show', 'mistralai/mistral-medium-3.1']).out).toContain(
      'EmpirioLabs asks 1.3 times what Mistral AI does',
    );
  });

  test('a model says what is known of it, and from which source', () => {
    const { out } = ratecard(['show', 'meta/llama-3.3-70b-instruct']);
    expect(out).toMatch(/Context window +128,000 tokens \("128k"\) +meta\n/);
    expect(out).toMatch(/Knows until +Dec 2023 \("December 2023"\) +meta\n/);
    expect(out).toMatch(/\n {2}meta:\s+https:\/\/github\.com\/meta-llama\/llama-models/);
  });

  test('a provider shows its offers in columns and how it is paid', () => {
    const { out } = ratecard(['show', 'empiriolabs']);
    const names = out.split('\n').flatMap((line) => /^ {2}empiriolabs\/\S+ +(?=\S)/.exec(line)?.[0].length ?? []);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(1);
    const directory = join(mkdtempSync(join(tmpdir(), 'ratecard-')), 'data');
    const offers = join('offers', 'openrouter');
    cpSync(checkedData(), directory, { recursive: true, filter: (path) => !path.endsWith(offers) });
    const paying = /\nPaying\n {2}Fee at credit top-up +by card.*5\.5%/;
    expect(ratecard(['show', 'openrouter'], { dataDirectory: directory }).out).toMatch(paying);
    expect(ratecard(['show', 'openrouter'], { dataDirectory: directory }).out).not.toContain('Offers');
    expect(ratecard(['show', 'openrouter']).out).toMatch(paying);
  });

  test('the meters are listed with what is within what', () => {
    const { code, out } = ratecard(['meters']);
    expect(code).toBe(0);
    expect(out).toMatch(/^input_tokens +input tokens$/m);
    expect(out).toMatch(/^cache_read_tokens +cached input tokens +within input_tokens$/m);
    expect(out).toMatch(/^messages +messages +1 for each request, without saying so$/m);
    const { meters } = JSON.parse(ratecard(['meters', '--format', 'json']).out) as { meters: { id: string }[] };
    expect(meters.find(({ id }) => id === 'cache_read_tokens')).toMatchObject({
      within: ['input_tokens'],
      contains: expect.arrayContaining(['cache_text_read_tokens']),
    });
    expect(ratecard(['estimate', SMALL, '--usage', '{"tokens":5}']).err).toContain('`ratecard meters` lists');
  });

  test('typing need not be right', () => {
    const { code, out } = ratecard(['search', 'mistrl', 'smal', '--format', 'json']);
    const { hits } = JSON.parse(out) as { hits: { id: string }[] };
    expect(code).toBe(0);
    expect(hits.map(({ id }) => id)).toContain('mistralai/mistral-small-3.1');
    expect(ratecard(['search', 'zzzzqqqq'])).toMatchObject({ code: 1, out: '' });
  });
});

describe('bad input gets a clear answer', () => {
  const wrong: [string, string[], number, RegExp][] = [
    [
      'an unknown offer',
      ['estimate', 'empiriolabs/mistral-smal-3-1'],
      1,
      /no offer "empiriolabs\/mistral-smal-3-1"; nearest: empiriolabs\/mistral-small-3-1/,
    ],
    ['a name of several', ['estimate', 'Mistral Small 3.1'], 1, /is the name of \d+; name one by its id:\n {2}/],
    [
      'a date after the last rates',
      ['estimate', 'mistral/mistral-small-2503'],
      1,
      /has no rates for 2026-11-20T00:00:00Z; its known rates end before 2025-11-30/,
    ],
    ['a date that is none', ['estimate', SMALL, '--at', '2026-02-30'], 2, /expected a date such as 2026-11-20/],
    [
      'a negative quantity',
      ['estimate', SMALL, '--usage', '{"web_searches":-1}'],
      2,
      /usage\.web_searches: web_searches is "-1"; expected a count/,
    ],
    ['a quantity in words', ['estimate', SMALL, '--usage', '{"web_searches":"many"}'], 2, /web_searches is "many"/],
    ['an exponent', ['estimate', SMALL, '--usage', '{"web_searches":1e3}'], 2, /web_searches is "1e3"/],
    [
      'a part larger than its whole',
      ['estimate', AIGATEWAY, '--usage', '{"input_tokens":5,"cache_read_tokens":9}'],
      2,
      /input_tokens is 5, but its parts \(cache_read_tokens 9\) come to 9/,
    ],
    ['an unknown meter', ['estimate', SMALL, '--usage', '{"tokens":5}'], 2, /no meter called "tokens"/],
    ['usage that is no JSON', ['estimate', SMALL, '--usage', '{tokens}'], 2, /--usage is not valid JSON/],
    [
      'usage that is a list',
      ['estimate', SMALL, '--usage', '[1]'],
      2,
      /--usage\[0\] holds "1"; expected \{requests, usage, when\}/,
    ],
    [
      'a file that is not there',
      ['estimate', SMALL, '--usage', '@nowhere.json'],
      2,
      /cannot read nowhere\.json \(ENOENT\)/,
    ],
    [
      'half a request',
      ['estimate', SMALL, '--requests', '0.5'],
      2,
      /number of requests is "0\.5"; expected a whole number/,
    ],
    [
      'an unknown condition',
      ['estimate', SMALL, '--when', 'tier=batch'],
      2,
      /"tier" is not a condition; expected one of service_tier/,
    ],
    [
      'a top-up that is no amount',
      ['estimate', OPENROUTER, '--top-up', '5$'],
      2,
      /top_up is "5\$"; expected an amount/,
    ],
    [
      'an unknown payment method',
      ['estimate', OPENROUTER, '--usage', million, '--pay-by', 'cheque'],
      1,
      /no payment method "cheque"; expected one of card/,
    ],
    [
      'an unknown model',
      ['compare', '--model', 'mistral-smal'],
      1,
      /no model "mistral-smal"; nearest: mistralai\/mistral-small-3\.1/,
    ],
    [
      'a provider that is none',
      ['compare', '--where', 'provider!=openruter'],
      2,
      /no offer has provider=openruter; did you mean provider=openrouter\?/,
    ],
    [
      'a capability that is none',
      ['compare', '--where', 'can!=visoin'],
      2,
      /no offer has can=visoin; did you mean can=vision\?/,
    ],
    [
      'a word for weights that is none',
      ['compare', '--where', 'weights!=opn'],
      2,
      /no offer has weights=opn; did you mean weights=open\?/,
    ],
    [
      'a condition on nothing',
      ['compare', '--where', 'price<1'],
      2,
      /"price" is not a field; expected one of provider/,
    ],
    ['an unknown format', ['estimate', SMALL, '--format', 'xml'], 2, /text, json, csv, md, focus/],
    ['an unknown command', ['estimat'], 2, /unknown command 'estimat'/],
    ['no offer', ['estimate'], 2, /missing required argument 'offer'/],
  ];
  test.each(wrong)('%s', (_name, args, expected, words) => {
    const { code, out, err } = ratecard(args);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/^\s+at .*:\d+/m);
  });

  test('a process ends with the code, the answer on stdout and messages on stderr', () => {
    const args = [
      'src/cli/main.ts',
      'estimate',
      SMALL,
      '--requests',
      '1000',
      '--usage',
      '{"web_searches":"0.05"}',
      '--format',
      'json',
    ];
    const out = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect((JSON.parse(out) as Bill).total).toBe('2.55');
    expect(() =>
      execFileSync(process.execPath, ['src/cli/main.ts', 'estimate', 'nobody/nothing'], { stdio: 'pipe' }),
    ).toThrow(expect.objectContaining({ status: 1 }));
  });
});

describe('a process', () => {
  const command = (args: readonly string[], more: object = {}) =>
    spawnSync(process.execPath, ['src/cli/main.ts', ...args], { encoding: 'utf8', ...more });

  test.runIf(existsSync('/dev/full'))('that cannot write its answer says so in one line', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = command(['export', 'json'], {
      stdio: ['ignore', full, 'pipe'],
      env: { ...process.env, RATECARD_DATA: checkedData() },
    });
    expect([status, stderr]).toEqual([1, 'the answer cannot be written (ENOSPC)\n']);
  });

  test('that is given a file for its data says so without a stack', () => {
    const { status, stdout } = command(['check', 'package.json']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^package\.json: package\.json is not a directory; expected the catalog's data directory\n/);
  });
});
