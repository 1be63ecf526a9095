import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKED_SITE } from '../../scripts/lib/serve-site.ts';
import { MODEL_PARTS } from '../../src/site/model/model-parts.ts';
import { type Visit, visit } from './browse.ts';

const PATH = '/models/mistralai/mistral-small-3.1/';
const OFFER = '/offers/empiriolabs/mistral-small-3-1/';
/** Bytes of script, gzipped, that a page may load before it is touched. */
const MOST_SCRIPT = 15_000;

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

const fill = (page: Page, name: string, value: string) => page.fill(`ratecard-model input[name="${name}"]`, value);

async function live(query = '') {
  const opened = await site.open(`${PATH}${query}`);
  if (query === '') await opened.page.focus('ratecard-model input[name="requests"]');
  await opened.page.waitForSelector('ratecard-model[data-ready]');
  await opened.page.waitForSelector('.pair-answer');
  return opened;
}

/** The text of a part, its figures' points and spaces as they are read. */
const text = (page: Page, part: string): Promise<string> => page.locator(`[data-part="${part}"]`).innerText();

describe('the page of a model', () => {
  test('is complete with scripts off', async () => {
    const { page, context } = await site.open(PATH, { javaScriptEnabled: false });
    expect(await page.locator('.sellers tbody tr').count()).toBeGreaterThan(9);
    expect(await page.locator('.cost-range svg .seller-mark').count()).toBe(
      await page.locator('.sellers tbody tr').count(),
    );
    expect(await page.locator('.sellers tbody tr').first().innerText()).toContain('5.10');
    expect(await text(page, 'picture')).toMatch(/^From USD 5\.10 a month at NanoGPT to 57\.00 at EmpirioLabs/);
    expect(await text(page, 'messages')).toMatch(/AIgateway\s+above 4,639 tokens a request\s+57\.00/);
    expect(await page.locator('main input:visible, main button:visible').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('ratecard breakeven');
    await context.close();
  });

  test('draws at the usual work, when it is touched, what it was built with', async () => {
    const opened = await site.open(PATH);
    const parts = () =>
      opened.page.evaluate(
        (names) => names.map((name) => document.querySelector(`[data-part="${name}"]`)?.innerHTML),
        [...MODEL_PARTS],
      );
    const built = await parts();
    await opened.page.focus('ratecard-model input[name="requests"]');
    await opened.page.waitForSelector('.pair-answer');
    const drawn = await parts();
    expect(drawn.map((part) => part?.replaceAll('=""', ''))).toEqual(built.map((part) => part?.replaceAll('=""', '')));
    await opened.context.close();
    expect(opened.errors).toEqual([]);
  });

  test('follows the work that is typed, and keeps it in the address', async () => {
    const { page, context, errors } = await live();
    await fill(page, 'u.cache_read_tokens', '0');
    await fill(page, 'u.input_tokens', '20000');
    await fill(page, 'requests', '1000');
    await page.waitForURL(/u\.input_tokens=20000/);
    // 1,000 messages at 0.0019 against 20,000,000 in at 0.10 and 300,000 out at 0.30
    const rows = await page.locator('.sellers tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/^EmpirioLabs\s+1\.90\s+1\.00/);
    expect(rows.find((row) => row.startsWith('NanoGPT'))).toMatch(/2\.09\s+1\.10/);
    expect(await text(page, 'summary')).toContain('EmpirioLabs, USD 1.90 a month');
    // 0.0019 / 0.10 a million is 19,000 in, less the 300 out at 0.30: 900
    expect(await text(page, 'crossings')).toContain('Below 18,100 tokens in');
    const link = page.url().slice(site.origin.length + PATH.length);
    await context.close();
    expect(errors).toEqual([]);
    const again = await live(link);
    expect(await again.page.locator('.sellers tbody tr').allInnerTexts()).toEqual(rows);
    expect(await again.page.inputValue('input[name="requests"]')).toBe('1000');
    await again.context.close();
  });

  test('leads to the pages of its offers with the work that is typed', async () => {
    const { page, context } = await live('?v=1&requests=4500');
    const links = (): Promise<string[]> =>
      page
        .locator('ratecard-model a')
        .evaluateAll((all) =>
          all.map((link) => (link as HTMLAnchorElement).href).filter((href) => /\/offers\//.test(href)),
        );
    await page.waitForFunction(() => document.querySelector('ratecard-model a[href*="requests=4500"]') !== null);
    expect((await links()).filter((href) => !href.includes('?v=1&requests=4500'))).toEqual([]);
    await fill(page, 'requests', '77');
    await page.waitForURL(/requests=77/);
    expect((await links()).length).toBeGreaterThan(9);
    expect((await links()).filter((href) => !href.includes('?v=1&requests=77'))).toEqual([]);
    await context.close();
  });

  test('tells where any two sellers cross, along what the reader chooses', async () => {
    const { page, context } = await live();
    await page.selectOption('select[name="pair-a"]', { label: 'EmpirioLabs' });
    await page.selectOption('select[name="pair-b"]', { label: 'AIgateway' });
    expect(await page.locator('.pair-answer').innerText()).toBe(
      // at 4,650 tokens 30,000 x 4,650 x 0.39 / 1,000,000 x 1.05 = 57.12525
      'EmpirioLabs costs less than AIgateway above 4,639 tokens a request: at 4,650 USD 57.00 a month against 57.13.',
    );
    // (0.0019 / 1.05 - 0.00042) / 0.00000055 = 2,526.4 out
    await page.selectOption('select[name="pair-axis"]', 'output_tokens');
    expect(await page.locator('.pair-answer').innerText()).toContain('above 2,526 tokens out');
    await fill(page, 'requests', '10');
    await page.waitForURL(/requests=10/);
    expect(await page.inputValue('select[name="pair-axis"]')).toBe('output_tokens');
    await context.close();
  });

  test('says what is wrong with a number beside it, and names what of a link it could not follow', async () => {
    const { page, context } = await live('?v=1&requests=-1&u.input_tokens=5000&colour=red');
    const said = await text(page, 'notice');
    expect(said).toContain('requests=-1');
    expect(said).toContain('colour=red');
    expect(await page.inputValue('input[name="u.input_tokens"]')).toBe('5000');
    const before = await text(page, 'sellers');
    await fill(page, 'u.input_tokens', '1e5');
    expect(await page.locator('[id="problem-u.input_tokens"]').innerText()).toContain('Expected plain digits');
    expect(await text(page, 'sellers')).toBe(before);
    await context.close();
  });

  test('says so where the index cannot be had, and stays as it is', async () => {
    const { page, context } = await site.open(PATH);
    await page.route('**/table/offers.json', (route) => route.abort());
    await page.focus('ratecard-model input[name="requests"]');
    await page.waitForSelector('[data-part="notice"]:visible');
    expect(await page.locator('.sellers tbody tr').count()).toBeGreaterThan(9);
    await context.close();
  });
});

describe('the table of sellers', () => {
  test.each([360, 768, 1440])('shows every line of every row at %i px', async (width) => {
    const { page, context } = await site.open(PATH, { viewport: { width, height: 900 } });
    const table = page.locator('.sellers');
    // As of a seller that sells the model more than once.
    await table.locator('tbody .name').evaluateAll((names) => {
      for (const name of names)
        name.insertAdjacentHTML('beforeend', '<span class="seller">its-id-at-the-seller</span>');
    });
    const cut = await table.locator('tbody :is(a, .seller, .bar)').evaluateAll((all) =>
      all.flatMap((part) => {
        const own = part.getBoundingClientRect();
        const row = part.closest('tr')?.getBoundingClientRect();
        return row && own.top >= row.top + 1 && own.bottom <= row.bottom - 1 ? [] : [part.textContent ?? ''];
      }),
    );
    const room = await table.evaluate((own) => (own.parentElement?.clientWidth ?? 0) - own.scrollWidth);
    await context.close();
    expect(cut).toEqual([]);
    if (width >= 1440) expect(room).toBeGreaterThanOrEqual(0);
  });

  test('has names and figures on one line', async () => {
    const { page, context } = await site.open(PATH);
    const apart = await page.locator('.sellers tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const [name, total] = [row.querySelector('.name a'), row.querySelector('.c-total')].map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part as Element);
          return range.getClientRects()[0]?.bottom ?? 0;
        });
        return Math.abs((name ?? 0) - (total ?? 0));
      }),
    );
    await context.close();
    expect(Math.max(...apart)).toBeLessThan(2);
  });
});

test.each([PATH, OFFER])('%s loads little script before it is touched', async (path) => {
  const { page, context } = await site.open(path);
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  await context.close();
  const scripts = loaded.filter((name) => name.endsWith('.js'));
  const bytes = scripts.map((name) => gzipSync(readFileSync(join(CHECKED_SITE, name)), { level: 9 }).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT);
  expect(loaded.filter((name) => name.endsWith('.json'))).toEqual([]);
});
