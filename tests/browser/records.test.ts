import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '../../src/catalog/words/money.ts';
import type { PriceAnswer } from '../../src/record-pricing/answer.ts';
import { priceCommand } from '../price-command.ts';
import { axeFinds } from './axe.ts';
import { type Visit, visit } from './browse.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-dropped-'));
const MEDIUM = 'mistral-medium-2508';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

function line(index: number, model = MEDIUM, more: object = {}): string {
  const [input, output] = [1000 + index, 100 + (index % 7)];
  return JSON.stringify({
    object: 'chat.completion',
    created: 1_794_947_200 - index * 40_000,
    model,
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, ...more },
  });
}

/** Records on several days with a bad line in the middle, a model that nobody sells and a record read in two ways. */
const LOG = [
  ...Array.from({ length: 9 }, (_, index) => line(index)),
  '{"object": "chat.completion", "usage": {',
  line(20, 'mistral-medium-2509'),
  line(21, MEDIUM, { total_tokens: 1171, completion_tokens_details: { reasoning_tokens: 50 } }),
  ...Array.from({ length: 5 }, (_, index) => line(index + 30)),
].join('\n');

const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(FOLDER, name);
  writeFileSync(path, bytes);
  return path;
};

/** Drops a file on the page as a mouse would, without a path. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content as string], called as string));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('[data-part="zone"]', 'drop', { dataTransfer: transfer });
}

const answered = (page: Page) => page.waitForSelector('[data-part="answer"] .records-total');
const mainText = async (page: Page): Promise<string> =>
  (await page.locator('[data-part="answer"]').innerText()).replaceAll(/\s+/g, ' ');

async function commandAnswer(...args: string[]): Promise<PriceAnswer> {
  const { out } = await priceCommand(...args, '--format', 'json');
  return JSON.parse(out) as PriceAnswer;
}

describe('the page that prices a log', () => {
  test('says what the command says of the same file: total, bounds, bad line, unmatched model', async () => {
    const path = file('mixed.jsonl', LOG);
    const { page, context, errors, strangers } = await site.open('/records/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await drop(page, 'mixed.jsonl', LOG);
    await answered(page);
    const text = await mainText(page);
    const found = await commandAnswer(path);
    const [sum] = found.totals;
    expect(found.problems.map(({ code, line: at }) => [code, at])).toEqual([
      ['bad_json', 10],
      ['total_differs', 12],
      ['readings', 12],
    ]);
    expect(await page.locator('[data-part="total"]').innerText()).toBe(
      `${money(sum?.low ?? '', 'USD')} to ${money(sum?.high ?? '', 'USD')}`,
    );
    for (const { line: at, text: words } of found.problems) {
      expect(text).toContain(`mixed.jsonl:${at}: ${words}`.replaceAll(/\s+/g, ' '));
    }
    expect(text).toContain('incomplete');
    expect(text).toMatch(/mistral-medium-2509 1 1,1\d\d mistral\/mistral-medium-2508/);
    expect(asked.filter((one) => one.startsWith('/api/')).sort()).toEqual([
      '/api/v1/index.json',
      '/api/v1/offers/mistral.json',
    ]);
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  });

  test('says where a stream has no beginning and where a service tier is no word, as the command does', async () => {
    const broken = [
      JSON.stringify({
        type: 'message_delta',
        model: MEDIUM,
        usage: { input_tokens: 1_000_000, output_tokens: 500_000 },
      }),
      '{"type": "message_stop"}',
      line(1).replace('"model"', '"service_tier": {}, "model"'),
    ].join('\n');
    const found = await commandAnswer(file('broken.jsonl', broken));
    expect(found.problems.map(({ code, line: at }) => [code, at])).toEqual([
      ['headless_stream', 2],
      ['malformed_condition', 3],
    ]);
    const { page, context, errors } = await site.open('/records/');
    await drop(page, 'broken.jsonl', broken);
    await answered(page);
    const text = await mainText(page);
    for (const { line: at, text: words } of found.problems) expect(text).toContain(`broken.jsonl:${at}: ${words}`);
    expect(text).toContain('2 problems');
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(found.totals[0]?.low ?? '', 'USD'));
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each(['light', 'dark'] as const)('its answer fits 360 px, and axe finds nothing in %s', async (colorScheme) => {
    const { page, context } = await site.open('/records/', { colorScheme, viewport: { width: 360, height: 800 } });
    await drop(page, 'mixed.jsonl', LOG);
    await answered(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await axeFinds(page);
    await context.close();
    expect(wider).toBeLessThanOrEqual(0);
    expect(found).toEqual([]);
  });

  test('groups by day as the command does, and reads gzip that is chosen rather than dropped', async () => {
    const clean = Array.from({ length: 40 }, (_, index) => line(index)).join('\n');
    const path = file('clean.jsonl.gz', gzipSync(clean));
    const { page, context, errors } = await site.open('/records/');
    await page.selectOption('#group', 'day');
    await page.setInputFiles('#files', path);
    await answered(page);
    const { groups, total } = await commandAnswer(path, '--group-by', 'day');
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));
    const rows = await page.locator('.records-sheet').first().locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/).slice(0, 3))).toEqual(
      groups.map(({ key, records, low }) => [key['day'] ?? '', money(low, 'USD'), String(records)]),
    );
    await page.selectOption('#group', 'provider');
    await page.waitForSelector('tbody th:text-is("mistral")');
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));
    expect(errors).toEqual([]);
    await context.close();
  });

  test('hands the work to the calculator, which comes to the same total for equal requests', async () => {
    const equal = Array.from({ length: 8 }, () => line(4)).join('\n');
    const { total } = await commandAnswer(file('equal.jsonl', equal));
    const { page, context } = await site.open('/records/');
    await drop(page, 'equal.jsonl', equal);
    await answered(page);
    await page.click('[data-offer]');
    await page.waitForSelector('[data-part="receipt"] :text("8 requests")');
    const receipt = (await page.locator('[data-part="receipt"]').innerText()).replaceAll(/\s+/g, ' ');
    expect(new URL(page.url()).searchParams.get('requests')).toBe('8');
    expect(receipt).toContain(money(total ?? '', 'USD'));
    await context.close();
  });

  test('is used by keyboard: the file field, the selects and nothing hidden between', async () => {
    const { page, context } = await site.open('/records/');
    await page.focus('#files');
    const order: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    await context.close();
    expect(order).toEqual(['group', 'provider', 'format']);
  });

  test('what a log says becomes text, never markup', async () => {
    const evil = line(1, '<img src=x onerror=alert(1)>');
    const { page, context, errors } = await site.open('/records/');
    await drop(page, '<b>.jsonl', evil);
    await answered(page);
    expect(await mainText(page)).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('ratecard-records img, ratecard-records b').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('says that rates could not be loaded, rather than price without them', async () => {
    const { page, context } = await site.open('/records/');
    await page.route('**/api/v1/offers/**', (route) => route.abort());
    await context.route('**/api/v1/offers/**', (route) => route.abort());
    await drop(page, 'log.jsonl', line(1));
    await page.waitForFunction(() =>
      /could not be priced/.test(document.querySelector('[data-part="status"]')?.textContent ?? ''),
    );
    expect(await page.locator('[data-part="answer"]').innerText()).toBe('');
    await context.close();
  });

  test('without scripts it names the command that does the same', async () => {
    const { page, context } = await site.open('/records/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    const fields = await page.locator('#files').isVisible();
    await context.close();
    expect(text).toContain('needs JavaScript');
    expect(text).toContain('ratecard price usage.jsonl');
    expect(fields).toBe(false);
  });
});

describe('the same records elsewhere', () => {
  const ELSEWHERE = 'empiriolabs/mistral-medium-3-1';
  const MODEL = 'mistralai/mistral-medium-3.1';
  const TEN = Array.from({ length: 10 }, (_, index) => line(index)).join('\n');

  test('on one other offer comes to what the command says with --as', async () => {
    const { total, totals } = await commandAnswer(file('as.jsonl', TEN), '--as', ELSEWHERE);
    const { page, context, errors } = await site.open('/records/');
    await page.fill('#find-as', 'empirio mistral medium 3.1');
    await page.waitForSelector(`#as option[value="${ELSEWHERE}"]`);
    await page.selectOption('#as', ELSEWHERE);
    await drop(page, 'as.jsonl', TEN);
    await answered(page);
    expect(totals[0]?.high).toBe(total);
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));
    await page.press('#as', 'Enter');
    await page.selectOption('#as', '');
    await page.waitForSelector('tbody th:text-is("mistral")');
    const { total: own } = await commandAnswer(file('as.jsonl', TEN));
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(own ?? '', 'USD'));
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each([
    ['the sellers of a model', MODEL, ['--model', MODEL]],
    ['every offer', 'all', []],
  ])('ranks %s as the command does with --compare, and says which are left out', async (_name, value, flags) => {
    const { comparison, total } = await commandAnswer(file('compare.jsonl', TEN), '--compare', ...flags);
    const { page, context, errors } = await site.open('/records/');
    await drop(page, 'compare.jsonl', TEN);
    await answered(page);
    await page.selectOption('#compare', value);
    await page.waitForSelector('[data-part="comparison"]');
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));
    const rows = await page.locator('[data-part="comparison"] tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t'))).toEqual(
      (comparison?.rows ?? []).map(({ rank, offer, total: cost, currency, ratio }) => [
        String(rank),
        offer,
        money(cost, currency),
        ratio === null ? '' : `× ${ratio}`,
      ]),
    );
    expect(rows.length).toBeGreaterThan(1);
    const left = await page.locator('[data-part="comparison"] li').allTextContents();
    expect(left).toEqual((comparison?.unranked ?? []).map(({ offer, reason }) => `${offer}: ${reason}`));
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('models that nobody sells under their names', () => {
  const OWN = [line(1, 'our-medium'), line(2, 'our-medium'), line(3)].join('\n');

  test('are named once by keyboard, and the map is a file that the command and the page read', async () => {
    const path = file('own.jsonl', OWN);
    const { page, context, errors } = await site.open('/records/');
    await drop(page, 'own.jsonl', OWN);
    await answered(page);
    expect((await commandAnswer(path)).unmatched.map(({ model }) => model)).toEqual(['our-medium']);
    expect(await page.locator('#unnamed').inputValue()).toBe('openai:our-medium');
    await page.click('[data-part="name-it"]');
    expect(await page.locator('#map-problem').innerText()).toContain('choose the offer');
    await page.focus('#find-named');
    await page.keyboard.type('mistral medium 3.1');
    await page.waitForSelector(`#named-offer option[value="mistral/${MEDIUM}"]`);
    await page.selectOption('#named-offer', `mistral/${MEDIUM}`);
    await page.focus('[data-part="name-it"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-unname="openai:our-medium"]');
    await answered(page);

    const waiting = page.waitForEvent('download');
    await page.click('[data-part="download-map"]');
    const saved = join(FOLDER, 'ratecard-map.yaml');
    await (await waiting).saveAs(saved);
    const { total, unmatched } = await commandAnswer(path, '--map', saved);
    expect(unmatched).toEqual([]);
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));

    await page.click('[data-unname="openai:our-medium"]');
    await page.waitForSelector('[data-part="answer"] :text("Models without an offer")');
    await page.setInputFiles('#map-file', saved);
    await page.waitForSelector('[data-unname="openai:our-medium"]');
    await answered(page);
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money(total ?? '', 'USD'));
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a map that the command reads names the columns of own records too', async () => {
    const rows = `When,Model,In,Out\n2026-11-17,Our Medium,1000000,500000\n`;
    const map = file(
      'columns.yaml',
      `models: { Our Medium: "mistral:${MEDIUM}" } # an offer by another name\nrecords:\n  model: Model\n  at: When\n  counts: { input_tokens: In, output_tokens: Out }\n`,
    );
    const { total } = await commandAnswer(file('rows.csv', rows), '--map', map);
    const { page, context, errors } = await site.open('/records/');
    await page.setInputFiles('#map-file', map);
    await page.waitForSelector('[data-unname="Our Medium"]');
    await drop(page, 'rows.csv', rows);
    await answered(page);
    expect(total).toBe('1.4');
    expect(await page.locator('[data-part="total"]').innerText()).toBe(money('1.4', 'USD'));
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each([
    ['what is no map', 'models: [1]\n', /wrong.yaml is no map: models/],
    ['what is no YAML', 'models: {\n', /wrong.yaml is no map:/],
  ])('%s is said, and what was asked before stays', async (_name, text, words) => {
    const { page, context, errors } = await site.open('/records/');
    await page.setInputFiles('#map-file', file('wrong.yaml', text));
    await page.waitForSelector('#map-problem:not([hidden])');
    expect(await page.locator('#map-problem').innerText()).toMatch(words);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('an offer that nobody sells is said', async () => {
    const { page, context } = await site.open('/records/');
    await page.setInputFiles('#map-file', file('nobody.yaml', 'models: { our-medium: nobody/nothing }\n'));
    await page.waitForSelector('[data-unname="our-medium"]');
    await drop(page, 'own.jsonl', OWN);
    await page.waitForFunction(() =>
      /our-medium is nobody\/nothing: there is no such offer/.test(
        document.querySelector('[data-part="status"]')?.textContent ?? '',
      ),
    );
    await context.close();
  });

  test.each(['light', 'dark'] as const)('all of it fits 360 px, and axe finds nothing in %s', async (colorScheme) => {
    const { page, context } = await site.open('/records/', { colorScheme, viewport: { width: 360, height: 800 } });
    await page.setInputFiles('#map-file', file('some.yaml', `models: { other-name: mistral/${MEDIUM} }\n`));
    await drop(page, 'own.jsonl', OWN);
    await answered(page);
    await page.selectOption('#compare', 'all');
    await page.waitForSelector('[data-part="comparison"]');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const found = await axeFinds(page);
    await context.close();
    expect(wider).toBeLessThanOrEqual(0);
    expect(found).toEqual([]);
  });
});
