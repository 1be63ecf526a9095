import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkedData } from '../scripts/lib/checked-data.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import type { StretchJob } from '../src/cli/records/jobs/messages.ts';
import { planStretches } from '../src/cli/records/jobs/plan-stretches.ts';
import { readByJobs } from '../src/cli/records/jobs/read-by-jobs.ts';
import { runStretch } from '../src/cli/records/jobs/run-stretch.ts';
import { progressOn } from '../src/cli/records/progress.ts';
import { readFiles } from '../src/cli/records/read-files.ts';
import type { PriceAnswer } from '../src/record-pricing/answer.ts';
import { catalogPrices } from '../src/record-pricing/catalog-prices.ts';
import type { MatchOptions } from '../src/record-pricing/match-model.ts';
import { problemList } from '../src/record-pricing/problem-list.ts';
import { tallyOf } from '../src/record-pricing/tally.ts';
import { drawFrom, mulberry32, SEED } from './arbitrary/draw.ts';
import { priceCommand } from './price-command.ts';
import { FIXTURES } from './usage-record-fixtures.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-jobs-'));
const MEDIUM = 'mistral-medium-2508';
const TERMS = { at: null, today: Date.UTC(2026, 10, 20), when: {}, groupBy: ['model', 'day'] };

let catalog: Catalog;
beforeAll(() => {
  catalog = readCatalog(checkedData()).catalog;
});

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(FOLDER, name);
  writeFileSync(path, bytes);
  return path;
}

/** The answer of one reader, from the first line to the last. */
async function inOneGo(files: readonly string[], matching: MatchOptions): Promise<PriceAnswer> {
  const problems = problemList();
  const tally = tallyOf(catalogPrices(catalog, matching), TERMS, problems);
  return tally.answer(await readFiles(files, {}, tally.take, problems, () => {}));
}

/** The answer over stretches of about so many bytes, each of which only sees copies of plain data. */
async function inStretches(
  files: readonly string[],
  matching: MatchOptions,
  bytes: number,
): Promise<{ answer: PriceAnswer; ran: StretchJob[] }> {
  const problems = problemList();
  const prices = catalogPrices(catalog, matching);
  const tally = tallyOf(prices, TERMS, problems);
  const ran: StretchJob[] = [];
  const known = { ...prices, has: () => true, load: async () => {} };
  const pool = {
    run: async (job: StretchJob) => {
      ran.push(job);
      const settings = { meters: catalog.meters, terms: TERMS, options: {} };
      return structuredClone(await runStretch(structuredClone(job), settings, known, () => {}));
    },
    end: async () => {},
  };
  const plan = (path: string) => planStretches(path, 1_000_000, {}, bytes);
  return { answer: tally.answer(await readByJobs(files, {}, { pool, plan }, tally, problems)), ran };
}

const answerAt = (index: number, id: string, output: number): string =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 10, 1 + (index % 20), 10)).toISOString(),
    type: 'assistant',
    sessionId: 's',
    requestId: `req_${id}`,
    version: '2.0.1',
    message: {
      id: `msg_${id}`,
      model: MEDIUM,
      usage: {
        input_tokens: 1000 + index,
        output_tokens: output,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 7,
      },
    },
  });

const chat = (index: number): string =>
  JSON.stringify({
    object: 'chat.completion',
    created: 1_794_947_200 - index * 10_000,
    model: MEDIUM,
    usage: { prompt_tokens: 1000 + index, completion_tokens: 10, total_tokens: 1010 + index },
  });

describe('stretches of files', () => {
  const draw = drawFrom(mulberry32(SEED + 3));
  const fixtures = FIXTURES.flatMap(({ records }) => records.map((record) => JSON.stringify(record)));
  const mixed = Array.from({ length: 400 }, () => {
    if (draw.chance(5)) return draw.pick<string>(['', '{bad', '[]', '"x"', '5', 'data: [DONE]', '{"a":1}']);
    return draw.chance(50) ? (fixtures[draw.below(fixtures.length)] ?? '') : chat(draw.below(90));
  });
  const cases: [string, readonly string[]][] = [
    ['records of one format', Array.from({ length: 60 }, (_, index) => chat(index))],
    ['every format, bad lines between, formats changing', [chat(1), ...mixed]],
    ['repeats far apart', Array.from({ length: 80 }, (_, index) => answerAt(index, String(index % 11), index * 3))],
    ...FIXTURES.map(({ format, records }): [string, readonly string[]] => [
      format,
      Array.from({ length: 4 }, () => records.map((record) => JSON.stringify(record))).flat(),
    ]),
  ];

  test.each(cases)('%s: the same answer, wherever the file is divided', async (name, lines) => {
    const path = file(`${name.replaceAll(/\W/g, '-')}.jsonl`, `${lines.join('\n')}\n`);
    for (const matching of [{ as: `mistral/${MEDIUM}` }, {}]) {
      const wanted = await inOneGo([path], matching);
      expect(wanted.records).toBeGreaterThan(0);
      for (const bytes of [200, 1500, 20_000]) {
        const { answer } = await inStretches([path], matching, bytes);
        expect(answer, `stretches of ${bytes}`).toEqual(wanted);
      }
    }
  });

  test('a file of lines really is divided, and a format that builds on its records is not', async () => {
    const plain = file('divided.jsonl', Array.from({ length: 60 }, (_, index) => chat(index)).join('\n'));
    expect((await inStretches([plain], {}, 500)).ran.length).toBeGreaterThan(10);
    const codex = FIXTURES.find(({ format }) => format === 'codex')?.records ?? [];
    const built = file('codex.jsonl', codex.map((record) => JSON.stringify(record)).join('\n'));
    expect((await inStretches([built], {}, 200)).ran.length).toBe(1);
    const packed = file('packed.jsonl.gz', gzipSync(Array.from({ length: 60 }, (_, index) => chat(index)).join('\n')));
    expect((await inStretches([packed], {}, 100)).ran.length).toBe(1);
  });

  test('a format that changes within the file is noticed, and the stretch read again', async () => {
    const lines = [
      ...Array.from({ length: 20 }, (_, index) => chat(index)),
      ...Array.from({ length: 20 }, (_, index) => answerAt(index, String(index), 5)),
    ];
    const path = file('changes.jsonl', lines.join('\n'));
    const { answer, ran } = await inStretches([path], {}, 1000);
    expect(answer).toEqual(await inOneGo([path], {}));
    expect(ran.length).toBeGreaterThan(new Set(ran.map(({ bytes }) => bytes?.from)).size);
  });

  test('what stops reading in the middle stops it for the rest of the file, and not for the next', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${Array.from({ length: 20 }, (_, index) => chat(index)).join('\n')}\n`),
      Buffer.from([0xff, 0xff, 0x0a]),
      Buffer.from(Array.from({ length: 20 }, (_, index) => chat(index)).join('\n')),
    ]);
    const paths = [file('broken.jsonl', bytes), file('sound.jsonl', chat(3)), join(FOLDER, 'nowhere.jsonl')];
    const { answer } = await inStretches(paths, {}, 1000);
    expect(answer.problems.map(({ code }) => code)).toEqual(['not_text', 'not_found']);
    expect(answer.records).toBeLessThanOrEqual(21);
    expect(answer.records).toBeGreaterThan(1);
  });
});

describe('progress', () => {
  test('says on a terminal how far, how fast and how long yet, over all files of a pattern', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ratecard-progress-'));
    for (const name of ['a.jsonl', 'b.jsonl']) writeFileSync(join(folder, name), Buffer.alloc(50_000_000));
    const said: string[] = [];
    let now = 0;
    const stream = { isTTY: true, write: (text: string) => said.push(text) };
    const progress = progressOn(stream, [join(folder, '*.jsonl')], () => now);
    progress.read(1_000_000);
    now = 1000;
    progress.read(19_000_000);
    now = 1100;
    progress.read(1);
    progress.end();
    // 20 MB in 1 s; 80 MB at that pace are 4 s
    expect(said).toEqual(['\r\u001b[K20 of 100 MB, 20 MB/s, 4 s left', '\r\u001b[K']);
  });

  test('says nothing elsewhere', () => {
    const said: string[] = [];
    let now = 0;
    const progress = progressOn({ write: (text) => said.push(text) }, [], () => now);
    now = 9000;
    progress.read(5);
    progress.end();
    expect(said).toEqual([]);
  });
});

describe('--jobs', () => {
  test('reads by threads what one thread reads, with repeats spread over them and a bad line', async () => {
    const lines = Array.from({ length: 80_000 }, (_, index) => answerAt(index, String(index % 33_333), index % 77));
    lines[40_000] = '{bad';
    const large = file('large.jsonl', lines.join('\n'));
    const small = file('small.jsonl', `${answerAt(5, '5', 9999)}\n`);
    const args = [large, small, '--as', `mistral/${MEDIUM}`, '--group-by', 'day', '--format', 'json'];
    const one = await priceCommand(...args);
    const three = await priceCommand(...args, '--jobs', '3');
    expect(three).toEqual(one);
    const found = JSON.parse(three.out) as PriceAnswer;
    expect(found.records).toBe(33_333);
    expect(found.problems.map(({ line, code }) => [line, code])).toEqual([[40_001, 'bad_json']]);
    expect(found.skipped[0]?.records).toBe(80_000 - 1 + 1 - 33_333);
  });

  test.each([
    [['-', '--jobs', '2'], /standard input cannot be divided/],
    [['x.jsonl', '--jobs', '2', '--compare'], /leave out --jobs/],
    [['x.jsonl', '--jobs', '0'], /whole number from 1 to 64/],
    [['x.jsonl', '--jobs', 'many'], /whole number from 1 to 64/],
  ])('%j is refused', async (args, words) => {
    const { code, err } = await priceCommand(...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
