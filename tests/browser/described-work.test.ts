import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedData } from '../../scripts/lib/checked-data.ts';
import { readCatalog } from '../../src/catalog/read-directory.ts';
import { amountDigits, shortAmount } from '../../src/catalog/words/money.ts';
import { markedName } from '../../src/catalog/words/offer-marks.ts';
import { workloadOptions } from '../../src/site/workload.ts';
import { rankOffers, type Workload } from '../../src/workload/index.ts';
import { axeFinds } from './axe.ts';
import { type Visit, visit } from './browse.ts';

const AT = '2026-11-20';
const { catalog } = readCatalog(checkedData());

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

const WORDS = '[data-part="described-words"]';
const described = (page: Page, words: RegExp) =>
  page.waitForFunction(
    ([part, text]) => new RegExp(text ?? '').test(document.querySelector(part ?? '')?.textContent ?? ''),
    [WORDS, words.source],
  );

async function home(query = '') {
  const opened = await site.open(`/${query}`);
  await opened.page.waitForSelector('ratecard-offers[data-ready]');
  return opened;
}

/** The offers of the table with what they cost. */
const rows = (page: Page): Promise<string[][]> =>
  page
    .locator('[data-part="rows"] tr:not(.spacer)')
    .evaluateAll((all) => all.map((row) => [...row.children].slice(1, 3).map((cell) => cell.textContent ?? '')));

/** What the ranking of work makes of the first month of some work. */
function byEngine(workload: Workload): string[][] {
  const once = { ...workload, months: 1 } as Workload;
  return rankOffers([...catalog.offers.values()], once, workloadOptions(AT, catalog.meters), 0).rows.map((row) => {
    const offer = catalog.offers.get(row.offer);
    const model = offer && markedName(offer, catalog);
    return [`${model}${catalog.providers.get(offer?.provider ?? '')?.name}`, amountDigits(shortAmount(row.expected))];
  });
}

function preset(id: string): Workload {
  const found = catalog.workloads.get(id);
  if (!found) throw new Error(`expected a preset ${id}`);
  return found.workload;
}

describe('all offers by described work', () => {
  test('are ranked as the ranking of work does, and a link shows the same again', async () => {
    const { page, context, errors } = await home();
    await page.selectOption('select[name="preset"]', 'work:support-chat');
    await described(page, /^Support chat: 5,000 requests/);
    const expected = byEngine(preset('support-chat'));
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-part="rows"] tr:not(.spacer)').length === count,
      expected.length,
    );
    expect(await rows(page)).toEqual(expected);
    expect(await page.isVisible('#work-requests')).toBe(false);
    await page.waitForURL(/work=/);
    const again = await home(new URL(page.url()).search);
    await described(again.page, /^Support chat/);
    await again.page.waitForFunction(
      (count) => document.querySelectorAll('[data-part="rows"] tr:not(.spacer)').length === count,
      expected.length,
    );
    expect(await rows(again.page)).toEqual(expected);
    expect(await again.page.inputValue('select[name="preset"]')).toBe('work:support-chat');
    await again.page.click('[data-part="plain"]');
    await again.page.waitForURL((url) => url.search === '');
    expect(await again.page.inputValue('select[name="preset"]')).toBe('chat');
    expect(await again.page.evaluate(() => document.activeElement?.id)).toBe('work-requests');
    await Promise.all([context.close(), again.context.close()]);
    expect([...errors, ...again.errors]).toEqual([]);
  });

  test('follow from the calculator with the reader’s own numbers, and lead back to it', async () => {
    const { page, context, errors } = await site.open('/calculator/?v=2&preset=support-chat&w.turns=9');
    await page.waitForSelector('ratecard-calculator[data-settled]');
    await page.click('[data-part="rank"]');
    await described(page, /^Support chat: 9,000 requests/);
    const expected = byEngine({ ...preset('support-chat'), turns: 9 } as Workload);
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-part="rows"] tr:not(.spacer)').length === count,
      expected.length,
    );
    expect(await rows(page)).toEqual(expected);
    await page.click('[data-part="described-change"]');
    await page.waitForSelector('ratecard-calculator[data-settled]');
    expect(await page.inputValue('[name="w.turns"]')).toBe('9');
    await context.close();
    expect(errors).toEqual([]);
  });

  test('stand side by side for that work, until equal requests are asked for', async () => {
    const { page, context, errors } = await home('?v=1&work=v%3D2%26preset%3Dsupport-chat%26w.turns%3D9');
    await described(page, /^Support chat: 9,000 requests/);
    const expected = byEngine({ ...preset('support-chat'), turns: 9 } as Workload);
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-part="rows"] tr:not(.spacer)').length === count,
      expected.length,
    );
    for (const at of [0, 1]) await page.locator('[data-part="rows"] input').nth(at).check();
    await page.click('[data-part="compare"]');
    await page.waitForSelector('ratecard-compare[data-ready]');
    const totals = (): Promise<string[]> => page.locator('.compare td.strong').allTextContents();
    expect(await page.locator(WORDS).innerText()).toMatch(/^Support chat: 9,000 requests/);
    expect(await totals()).toEqual(expected.slice(0, 2).map(([, total]) => total));
    expect(await page.isVisible('#work-requests')).toBe(false);
    expect(page.url()).toContain('work=');
    await page.click('[data-part="plain"]');
    await page.waitForURL((url) => !url.search.includes('work='));
    expect(await totals()).not.toEqual(expected.slice(0, 2).map(([, total]) => total));
    expect(await page.isVisible('#work-requests')).toBe(true);
    await context.close();
    expect(errors).toEqual([]);
  });

  test('that cannot be compared by say so, and equal requests are', async () => {
    const work = encodeURIComponent('v=2&preset=invoice-vision');
    const { page, context } = await site.open(`/compare/?v=1&offers=azure/mistral-small-2503&work=${work}`);
    await page.waitForSelector('ratecard-compare[data-ready]');
    expect(await page.locator('[data-part="notice"]').innerText()).toMatch(
      /^The described work is left, and equal requests are priced: .*images or sound/,
    );
    expect(await page.locator('.compare td.strong').count()).toBe(1);
    await context.close();
  });

  test('name those that cannot do it, with what it needs', async () => {
    const { page, context } = await home(
      `?v=1&work=${encodeURIComponent('v=2&preset=support-chat&w.system_tokens=130000')}`,
    );
    await described(page, /^Support chat/);
    await page.waitForFunction(() =>
      /of context, and its window holds/.test(document.querySelector('[data-part="unpriced"]')?.textContent ?? ''),
    );
    const [first] = await rows(page);
    expect(first).toEqual(byEngine({ ...preset('support-chat'), system_tokens: 130_000 } as Workload)[0]);
    await context.close();
  });

  test.each([
    ['v=2&preset=invoice-vision', /images or sound to read/],
    ['v=2&preset=nightly-classification', /waits for a batch/],
    ['v=2&kind=chat&w.turns=3', /“Conversations” is missing: state how many/],
    ['v=7&preset=support-chat', /version 7/],
    ['<b>', /is missing: /],
  ])('%s is no work to rank by, which is said; equal requests are ranked instead', async (link, words) => {
    const { page, context, errors } = await home(`?v=1&work=${encodeURIComponent(link)}`);
    await page.waitForFunction(() => document.querySelector('[data-part="notice"]')?.textContent !== '');
    expect(await page.locator('[data-part="notice"]').innerText()).toMatch(words);
    expect(await page.isVisible('#work-requests')).toBe(true);
    expect((await rows(page)).length).toBeGreaterThan(0);
    await context.close();
    expect(errors).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('have nothing that axe finds in %s, and fit 360 px', async (colorScheme) => {
    const { page, context } = await site.open('/?v=1&work=v%3D2%26preset%3Dcoding-agent', {
      colorScheme,
      viewport: { width: 360, height: 800 },
    });
    await described(page, /^Coding agent/);
    const found = await axeFinds(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await context.close();
    expect({ found, wider }).toEqual({ found: [], wider: 0 });
  });
});
