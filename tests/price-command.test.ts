import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PriceAnswer } from '../src/record-pricing/answer.ts';
import { priceCommand } from './price-command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-price-'));
const MEDIUM = 'mistral-medium-2508';
const AT = 1_794_947_200;

async function answer(...args: string[]): Promise<PriceAnswer & { code: number }> {
  const { code, out } = await priceCommand(...args, '--format', 'json');
  return { ...(JSON.parse(out) as PriceAnswer), code };
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

const chat = (input: number, output: number, more: object = {}): string =>
  JSON.stringify({
    object: 'chat.completion',
    created: AT,
    model: MEDIUM,
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, ...more },
  });

// 0.40 in and 2.00 out each million: 1,000,000 in and 500,000 out are 0.4 + 1 = 1.4
const GOOD = chat(1_000_000, 500_000);

describe('price', () => {
  test('adds records up, and says who was taken to have served them', async () => {
    const found = await answer(file('good.jsonl', `${GOOD}\n${chat(1000, 100)}\n`));
    // 1.4 + 0.0004 + 0.0002
    expect(found).toMatchObject({ code: 0, total: '1.4006', currency: 'USD', complete: true, records: 2 });
    expect(found.assumptions.map(({ code }) => code)).toEqual(['provider_presumed']);
    expect((await answer(file('good.jsonl', GOOD), '--provider', 'mistral')).assumptions).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync(`${GOOD}\n`)],
    ['zstd', zstdCompressSync(`${GOOD}\n`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${GOOD}\n`, 'utf16le')],
    ['UTF-16 without', Buffer.from(`${GOOD}\n`, 'utf16le')],
    ['a document of many lines', Buffer.from(JSON.stringify([JSON.parse(GOOD)], null, 2))],
    ['a list on one line', Buffer.from(`[${GOOD}]`)],
    ['an event stream', Buffer.from(`event: x\ndata: ${GOOD}\n\ndata: [DONE]\n`)],
    ['CSV', Buffer.from(`model,input_tokens,output_tokens,date\r\n${MEDIUM},1000000,500000,2026-11-17\r\n`)],
    ['CSV with a semicolon', Buffer.from(`model;input_tokens;output_tokens\n${MEDIUM};1000000;500000`)],
    ['records with exponents and long numbers', Buffer.from(GOOD.replace('}}', ',"seconds":1.00000000000000000001}}'))],
  ])('%s is read', async (_name, bytes) => {
    const found = await answer(file('a file with spaces', bytes), '--provider', 'mistral');
    expect(found.totals).toEqual([{ currency: 'USD', low: '1.4', high: '1.4' }]);
  });

  test('a pattern and standard input name files', async () => {
    mkdirSync(join(FOLDER, 'many'), { recursive: true });
    file('many/a.jsonl', GOOD);
    file('many/b.jsonl', GOOD);
    expect((await answer(join(FOLDER, 'many', '*.jsonl'))).total).toBe('2.8');
    const args = ['src/cli/main.ts', 'price', '-', '--format', 'json'];
    const out = execFileSync(process.execPath, args, { encoding: 'utf8', input: GOOD });
    expect((JSON.parse(out) as PriceAnswer).total).toBe('1.4');
  });

  test('groups by any field, day and file', async () => {
    const row = (user: string, day: string) =>
      JSON.stringify({ ...JSON.parse(GOOD), created: `${day}T10:00:00Z`, user });
    const path = file(
      'users.jsonl',
      [row('a', '2026-11-01'), row('b', '2026-11-01'), row('a', '2026-11-02')].join('\n'),
    );
    const { groups } = await answer(path, '--group-by', 'user,day');
    expect(groups.map(({ key, total }) => [key['user'], key['day'], total])).toEqual([
      ['a', '2026-11-01', '1.4'],
      ['b', '2026-11-01', '1.4'],
      ['a', '2026-11-02', '1.4'],
    ]);
    const { out } = await priceCommand(path, '--group-by', 'user', '--format', 'csv');
    expect(out.split('\r\n')).toEqual([
      'user,records,requests,currency,low,high,total',
      'a,2,2,USD,2.8,2.8,2.8',
      'b,1,1,USD,1.4,1.4,1.4',
    ]);
  });

  test.each(['[]', 'null', '{"object": "list", "data": [], "has_more": false}', '[[]]'])(
    '%s holds no records',
    async (text) => {
      const { code, out } = await priceCommand(file('none.json', text));
      expect({ code, out }).toEqual({ code: 1, out: 'There are no records here, so there is nothing to price.' });
    },
  );

  test('the same usage on another offer', async () => {
    const found = await answer(file('good.jsonl', GOOD), '--as', 'empiriolabs/mistral-medium-3-1');
    // 0.52 in and 2.60 out: 0.52 + 1.3
    expect(found.total).toBe('1.82');
  });

  test('every offer of a model that could have done the work is ranked', async () => {
    const path = file('work.jsonl', `${chat(100_000, 50_000)}\n`);
    const { comparison } = await answer(path, '--compare', '--model', 'mistralai/mistral-medium-3.1');
    // 0.1 x 0.40 + 0.05 x 2.00 = 0.14 and, at 1.3 times that, 0.182
    expect(comparison?.rows.find(({ offer }) => offer === `mistral/${MEDIUM}`)).toMatchObject({
      rank: 1,
      total: '0.14',
    });
    expect(comparison?.rows.find(({ offer }) => offer === 'empiriolabs/mistral-medium-3-1')).toMatchObject({
      total: '0.182',
      ratio: '1.3',
    });
    const long = file('long-work.jsonl', chat(2_000_000, 1));
    const { comparison: none } = await answer(long, '--compare', '--model', 'mistralai/mistral-medium-3.1');
    expect(none?.rows).toEqual([]);
    expect(none?.unranked[0]?.reason).toMatch(/longer than its context window/);
  });

  test('models without an offer are counted, and a map names them', async () => {
    const path = file('other.jsonl', GOOD.replace(MEDIUM, 'mistral-medium-2509'));
    const found = await answer(path, '--provider', 'mistral');
    expect(found).toMatchObject({ code: 3, total: null });
    expect(found.unmatched).toMatchObject([{ model: 'mistral-medium-2509', records: 1, tokens: '1500000' }]);
    expect(found.unmatched[0]?.nearest).toContain('mistral/mistral-medium-2508');
    const map = file('map.yaml', `models: { mistral-medium-2509: mistral/${MEDIUM} }`);
    expect((await answer(path, '--map', map)).total).toBe('1.4');
  });

  test('a map names the columns of own records', async () => {
    const map = file(
      'columns.yaml',
      'records: { model: Model, at: When, counts: { input_tokens: In, output_tokens: Out } }',
    );
    const path = file('own.csv', `When,Model,In,Out\n2026-11-17,${MEDIUM},1000000,500000\n`);
    expect((await answer(path, '--map', map, '--provider', 'mistral')).total).toBe('1.4');
  });

  test('money in the records is compared with ours', async () => {
    const own = (cost: number) =>
      JSON.stringify({ model: MEDIUM, input_tokens: 1_000_000, output_tokens: 500_000, date: '2026-11-17', cost });
    const { recorded } = await answer(file('costs.jsonl', [own(1.4), own(2.8), own(2.8)].join('\n')));
    expect(recorded).toMatchObject([{ amount: '7', records: 3, compared: 3, equal: 1, difference: '2.8' }]);
    expect(recorded[0]?.explained).toEqual([{ reason: 'the record is 2 times our price', records: 2 }]);
    expect(recorded[0]?.largest[0]).toMatchObject({ line: 2, recorded: '2.8', priced: '1.4' });
  });

  test('money beside bounds is only said to lie within or outside', async () => {
    const log = (spend: number) =>
      JSON.stringify({
        call_type: 'c',
        spend,
        model: MEDIUM,
        prompt_tokens: 1000,
        completion_tokens: 100,
        metadata: {},
      });
    // all of 1000 in at 0.40 and 100 out at 2.00 are 0.0006, whether cached or not where a card has one price
    const { recorded } = await answer(file('spend.jsonl', [log(0.0006), log(9)].join('\n')), '--provider', 'mistral');
    expect(recorded).toMatchObject([{ records: 2, compared: 0, difference: '0' }]);
    expect(recorded[0]?.explained.map(({ reason }) => reason.slice(0, 26))).toEqual([
      'it is one of our bounds: a',
      'it lies outside our bounds',
    ]);
  });

  test('a record that can be read in two ways is between both, and is said', async () => {
    const odd = chat(1000, 100, { total_tokens: 1150, completion_tokens_details: { reasoning_tokens: 50 } });
    const found = await answer(file('odd.jsonl', odd));
    // 0.0004 + 0.0002, or 0.0004 + 0.0003
    expect(found.totals).toEqual([{ currency: 'USD', low: '0.0006', high: '0.0007' }]);
    expect(found).toMatchObject({ code: 3, total: null });
    expect(found.problems.map(({ code, line }) => [code, line])).toEqual([
      ['total_differs', 1],
      ['readings', 1],
    ]);
  });
});

describe('bad files get a clear answer, and the rest goes on', () => {
  const lines = (...all: string[]): string => all.join('\n');
  const cases: [string, () => string, string, number, RegExp, string][] = [
    [
      'a bad line in the middle',
      () => file('bad.jsonl', lines(GOOD, '{bad', GOOD)),
      'bad_json',
      2,
      /not valid JSON/,
      '2.8',
    ],
    [
      'a bad line below blank ones',
      () => file('below.jsonl', lines('', '  ', '{bad', GOOD)),
      'bad_json',
      3,
      /not valid JSON: .* at position 1;/,
      '1.4',
    ],
    ['cut at the end', () => file('cut.jsonl', lines(GOOD, GOOD.slice(0, 80))), 'cut_json', 2, /had been cut/, '1.4'],
    [
      'cut while compressed',
      () => file('cut.gz', gzipSync(`${GOOD}\n`.repeat(9)).subarray(0, 40)),
      'broken_compression',
      0,
      /compressed data is broken/,
      '0',
    ],
    ['empty', () => file('empty.jsonl', ''), 'empty', 0, /is empty/, '0'],
    ['blank', () => file('blank.jsonl', '\n \n'), 'empty', 0, /is empty/, '0'],
    ['a directory', () => FOLDER, 'is_directory', 0, /is a directory/, '0'],
    ['not there', () => join(FOLDER, 'nowhere.jsonl'), 'not_found', 0, /ENOENT/, '0'],
    ['no match', () => join(FOLDER, '*.nothing'), 'no_match', 0, /no file has a name/, '0'],
    [
      'an image',
      () => file('x.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff])),
      'not_text',
      0,
      /not text/,
      '0',
    ],
    [
      'a row too short',
      () => file('row.csv', `model,input_tokens,output_tokens\n${MEDIUM},5\n${MEDIUM},1000000,500000\n`),
      'bad_row',
      2,
      /2 cells under a header of 3/,
      '1.4',
    ],
    [
      'a row too short, where lines end as on Windows',
      () => file('windows.csv', `model,input_tokens,output_tokens\r\n${MEDIUM},5\r\n${MEDIUM},1000000,500000\r\n`),
      'bad_row',
      2,
      /2 cells under a header of 3/,
      '1.4',
    ],
    [
      'a name for two columns, which leaves only the one that has its own',
      () => file('two.csv', `model,output_tokens,input_tokens,output_tokens\n${MEDIUM},9,1000000,500000\n`),
      'shared_column',
      1,
      /more than one column is called "output_tokens"/,
      '0.4',
    ],
    [
      'a stream without its beginning, whose last event states all that it counted',
      () =>
        file(
          'headless.jsonl',
          lines(
            JSON.stringify({
              type: 'message_delta',
              model: MEDIUM,
              usage: { input_tokens: 1_000_000, output_tokens: 500_000 },
            }),
            '{"type": "message_stop"}',
          ),
        ),
      'headless_stream',
      2,
      /begins with message_delta; expected message_start before it/,
      '1.4',
    ],
  ];
  test.each(cases)('%s', async (_name, make, code, line, words, priced) => {
    const found = await answer(make(), '--provider', 'mistral');
    expect(found.problems.map((one) => [one.code, one.line])).toEqual([[code, line]]);
    expect(found.problems[0]?.text).toMatch(words);
    expect(found.totals[0]?.low ?? '0').toBe(priced);
    expect(found.code).toBe(priced === '0' ? 1 : 3);
  });

  test('a single line of 200 MB is refused without being held, and lines after it are read', async () => {
    const path = file('long.jsonl', `${GOOD}\n{"x":"`);
    const piece = Buffer.alloc(50_000_000, 'a');
    for (let time = 0; time < 4; time += 1) writeFileSync(path, piece, { flag: 'a' });
    writeFileSync(path, `"}\n${GOOD}\n`, { flag: 'a' });
    const found = await answer(path, '--provider', 'mistral');
    expect(found.problems).toMatchObject([{ line: 2, code: 'line_too_long' }]);
    expect(found.totals[0]?.low).toBe('2.8');
  });
});

describe('a wrong command line', () => {
  const cases: [string, string[], RegExp][] = [
    ['an unknown format', ['x', '--record-format', 'nobody'], /openai-chat/],
    ['a model of no comparison', ['x', '--model', 'openai/gpt-4o'], /--model .*--compare/],
    ['no file', [], /missing required argument 'files'/],
  ];
  test.each(cases)('%s', async (_name, args, words) => {
    const { code, out, err } = await priceCommand(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });
});
