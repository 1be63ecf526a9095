import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKED_SITE } from '../../scripts/lib/serve-site.ts';
import type { Estimate, Ranking, Solved } from '../../src/workload/index.ts';
import { ratecard } from '../command.ts';
import { axeFinds } from './axe.ts';
import { type Visit, visit } from './browse.ts';

const OFFER = 'openrouter/mistral-small-3.1-24b-instruct';
const MODEL = 'mistralai/mistral-small-3.1';
/** Gives up all of its rates on 30 November 2025. */
const RETIRED = 'mistral/mistral-small-2503';
const DAY = '2026-11-20';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

const settled = (page: Page): Promise<unknown> => page.waitForSelector('ratecard-calculator[data-settled]');

async function open(query: string, options = {}) {
  const opened = await site.open(`/calculator/?${query}`, options);
  await settled(opened.page);
  return opened;
}

const textOf = async (page: Page, part: string): Promise<string> =>
  (await page.locator(`[data-part="${part}"]`).innerText()).replaceAll(/\s+/g, ' ').trim();

/** The digits of a table's cells, row by row. */
const cellsOf = (page: Page, id: string): Promise<string[][]> =>
  page
    .locator(`[aria-labelledby="${id}"] tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    );

function byCommand<T>(...args: string[]): T {
  return JSON.parse(ratecard([...args, '--at', DAY, '--format', 'json']).out) as T;
}

/** An amount as the page shortens it: to cents from 1 up. */
const cents = (amount: string): string =>
  Number(amount).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const digits = (text: string): string => text.replaceAll(/[^\d.]/g, '');

describe('work on the page costs what the command says', () => {
  test('a support chat with a range', async () => {
    const { page, context, errors } = await open(`v=2&offer=${OFFER}&preset=support-chat`);
    await page.fill('[name="w.turns/low"]', '4');
    await page.fill('[name="w.turns"]', '6');
    await page.fill('[name="w.turns/high"]', '8');
    await page.fill('[name="w.conversations/low"]', '19000');
    await page.fill('[name="w.conversations/high"]', '40000');
    await page.fill('[name="w.conversations"]', '20000');
    await page.fill('#budget', '500');
    await settled(page);
    const set = ['--set', 'turns=4..6..8', '--set', 'conversations=19000..20000..40000'];
    const estimate = byCommand<Estimate>('estimate', OFFER, '--workload', 'support-chat', ...set);
    const answer = await textOf(page, 'answer');
    const { low, expected, high } = estimate.total ?? {};
    expect(answer).toContain(`$${cents(expected ?? '')}`);
    expect(answer).toContain(`between $${cents(low ?? '')} and $${cents(high ?? '')}`);
    expect(digits(/exactly \$([\d,.]+)/.exec(answer)?.[1] ?? '')).toBe(expected);
    expect(digits(/Total \$([\d,.]+)/.exec(await textOf(page, 'receipt'))?.[1] ?? '')).toBe(estimate.bills[0]?.total);
    const picture = await page.locator('[data-part="money"] canvas').getAttribute('aria-label');
    for (const { label, amount } of estimate.bills[0]?.lines ?? []) {
      const [shown = ''] = new RegExp(`${label} \\$[\\d,.]+`).exec(picture ?? '') ?? [];
      expect(digits(shown.slice(label.length))).toBe(digits(cents(amount)));
    }
    const drivers = await cellsOf(page, 'drivers');
    expect(drivers.map(([, from, to]) => [digits(from ?? ''), digits(to ?? '')])).toEqual(
      estimate.drivers.map((driver) => [driver.low.value, driver.high.value]),
    );
    expect(drivers.map((row) => row.slice(-2).map(digits))).toEqual(
      estimate.drivers.map((driver) => [driver.low.total, driver.high.total].map((total) => digits(cents(total)))),
    );
    const solved = byCommand<Solved>('solve', OFFER, '--workload', 'support-chat', ...set, '--budget', '500');
    const bought = await textOf(page, 'budget-answer');
    expect(bought).toContain(`${Number(solved.most).toLocaleString('en')} conversations`);
    expect(bought).toContain(`Between ${Number(solved.range?.low).toLocaleString('en')} and`);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a coding agent over three months, and at every seller of the model', async () => {
    const query = `v=2&offer=${OFFER}&preset=coding-agent&w.months=3&w.growth_percent=20`;
    const { page, context, errors } = await open(query);
    const set = ['--workload', 'coding-agent', '--set', 'months=3', '--set', 'growth_percent=20'];
    const estimate = byCommand<Estimate>('estimate', OFFER, ...set);
    const answer = await textOf(page, 'answer');
    expect(digits(/exactly \$([\d,.]+)/.exec(answer)?.[1] ?? '')).toBe(estimate.total?.expected);
    expect(answer).toContain(`between $${cents(estimate.total?.low ?? '')} and $${cents(estimate.total?.high ?? '')}`);
    const months = await cellsOf(page, 'months');
    expect(months.map((row) => [digits(row[2] ?? ''), digits(row.at(-1) ?? '')])).toEqual(
      estimate.months.map(({ volume, total }) => [volume, digits(cents(total ?? ''))]),
    );
    const { rows } = byCommand<Ranking>('compare', '--model', MODEL, ...set);
    const sellers = await page
      .locator('[data-part="elsewhere"] tbody a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(sellers).toEqual(rows.map(({ offer }) => `/offers/${offer}/`));
    const shown = await cellsOf(page, 'elsewhere');
    expect(shown.map((row) => digits(row[1] ?? ''))).toEqual(rows.map(({ expected }) => digits(cents(expected))));
    const close = rows.flatMap(({ verdict }, index) => (verdict === 'close' ? [index] : []));
    expect(shown.flatMap(([seller], index) => (seller?.includes('too close to call') ? [index] : []))).toEqual(close);
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a support bot and 500 dollars a month: from the home page to an answer and a link in six actions', async () => {
  const { page, context, errors } = await site.open('/');
  await page.click('main >> text=work it out');
  await settled(page);
  await page.selectOption('#kind', 'preset:support-chat');
  await page.fill('#find-offer', 'small empirio');
  await page.press('#find-offer', 'Enter');
  await page.fill('[name="w.conversations"]', '40,000');
  await page.fill('#budget', '500');
  await page.waitForFunction(() => document.querySelector('[data-part="budget-answer"]')?.textContent !== '');
  await settled(page);
  // 40,000 conversations of 5 messages at 0.0019; 24,000 and 80,000 in the preset's proportion, of 3 and 9 messages
  const answer = await textOf(page, 'answer');
  expect(answer).toContain('$380.00');
  expect(answer).toContain('between $136.80 and $1,368.00');
  // 500 / (5 x 0.0019)
  expect(await textOf(page, 'budget-answer')).toContain('52,631 conversations');
  expect(await textOf(page, 'receipt')).toContain('Total $380.00');
  expect(await page.inputValue('#link')).toContain('w.conversations=24000..40%2C000..80000');
  expect(errors).toEqual([]);
  await context.close();
});

describe('a link', () => {
  test('reproduces form and answer for whoever opens it', async () => {
    const first = await open(`v=2&offer=${OFFER}&preset=evaluation-run&budget=100`);
    await first.page.fill('[name="w.parts/1/share_percent"]', '40');
    await first.page.fill('[name="w.parts/0/share_percent"]', '60');
    await settled(first.page);
    const parts = ['answer', 'receipt', 'working', 'elsewhere', 'budget-answer'];
    const before = await Promise.all(parts.map((part) => textOf(first.page, part)));
    const link = await first.page.inputValue('#link');
    await first.context.close();
    expect(before.every((text) => text !== '')).toBe(true);
    const again = await open(new URL(link).search.slice(1));
    expect(await Promise.all(parts.map((part) => textOf(again.page, part)))).toEqual(before);
    expect(await again.page.inputValue('[name="w.parts/0/share_percent"]')).toBe('60');
    expect(await again.page.locator('[data-part="pinned"]').isHidden()).toBe(true);
    expect(await again.page.locator('[data-part="ignored"]').isHidden()).toBe(true);
    await again.context.close();
  });

  test('says what it came to when it was made, where that is otherwise now', async () => {
    const query = `v=1&offer=${OFFER}&requests=1000&u.input_tokens=1000&u.output_tokens=500&data=0.0.9&total=0.5`;
    const { page, context } = await open(query);
    const said = await textOf(page, 'pinned');
    expect(said).toContain('version 0.0.9');
    expect(said).toContain('$0.50');
    await page.fill('[name="requests"]', '2000');
    expect(await page.locator('[data-part="pinned"]').isHidden()).toBe(true);
    await context.close();
  });

  test('of an older day keeps to its rates', async () => {
    const { page, context } = await open(`v=2&offer=${RETIRED}&preset=support-chat&at=2025-06-01`);
    // 5 turns read 859 + 1,115 + 1,371 + 1,627 + 1,883 = 6,855 and write 1,000: 0.00068550 + 0.0003, 1,000 times
    expect(await textOf(page, 'answer')).toContain('exactly $0.9855');
    expect(await textOf(page, 'receipt')).toContain('1 Jun 2025');
    expect(await page.inputValue('#link')).toContain('at=2025-06-01');
    expect(await textOf(page, 'pinned')).toContain('At today’s rates, those of 20 Nov 2026, it has no total.');
    await context.close();
  });

  test('with parts that are broken says which it ignored', async () => {
    const { page, context } = await open(`v=2&offer=nobody/nothing&preset=support-chat&w.turnz=3&w.turns=4&colour=red`);
    const said = await textOf(page, 'ignored');
    for (const part of ['nobody/nothing', 'turnz', 'colour']) expect(said).toContain(part);
    expect(await page.inputValue('[name="w.turns"]')).toBe('4');
    await context.close();
  });

  test('with markup in it shows text', async () => {
    const hostile = encodeURIComponent('<img src=x onerror=alert(1)>');
    const query = `v=2&offer=${hostile}&kind=mix&w.volume=${hostile}&w.parts/0/workload/kind=${hostile}&w.parts/0/offer=${hostile}&data=${hostile}`;
    const { page, context, errors } = await open(query);
    expect(await page.locator('ratecard-calculator img').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the form of work', () => {
  test('marks what a preset filled in with its reason, until it is changed', async () => {
    const { page, context } = await open('v=1');
    await page.selectOption('#kind', 'preset:support-chat');
    await page.waitForSelector('[name="w.turns"]');
    const note = page.locator('#note-system_tokens');
    expect(await note.innerText()).toContain('Support chat: Instructions, tone and the rules for returns');
    await page.fill('[name="w.system_tokens"]', '900');
    expect(await note.isHidden()).toBe(true);
    await settled(page);
    expect(await textOf(page, 'working')).not.toMatch(/From the preset[^.]*system prompt/);
    await context.close();
  });

  test('asks for what is missing and says what is wrong beside the field, in the words of the room', async () => {
    const { page, context } = await open('v=1');
    await page.selectOption('#kind', 'kind:chat');
    await page.waitForSelector('[name="w.turns"]');
    await settled(page);
    const turns = page.locator('#wrong-turns');
    expect(await turns.innerText()).toContain(
      '“Turns of a conversation” is missing: state how many, or begin from a preset',
    );
    expect(await page.locator('[name="w.turns"]').getAttribute('aria-invalid')).toBeNull();
    expect(await textOf(page, 'receipt')).toContain('6 inputs are still needed');
    await page.click('[data-range="turns"]');
    await page.fill('[name="w.turns/low"]', '9');
    await page.fill('[name="w.turns"]', '5');
    await page.fill('[name="w.turns/high"]', '3');
    expect(await turns.innerText()).toContain('put them in order');
    expect(await page.locator('[name="w.turns"]').getAttribute('aria-invalid')).toBe('true');
    await page.click('[data-range="turns"]');
    expect(await page.inputValue('[name="w.turns"]')).toBe('5');
    expect(await turns.isHidden()).toBe(true);
    await context.close();
  });

  test('asks for the parts of an empty mix before anything is typed, and calls nothing wrong', async () => {
    const { page, context } = await open('v=1');
    await page.selectOption('#kind', 'kind:mix');
    await page.waitForSelector('[data-add-part]');
    await settled(page);
    const asked = page.locator('[data-part="problem"]');
    expect(await asked.innerText()).toBe('Add the parts that the work is made of, or begin from a preset');
    expect(await page.locator('.problem:visible:not(.is-asked)').count()).toBe(0);
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    await context.close();
  });

  test('says why an offer cannot do the work', async () => {
    const { page, context } = await open(`v=2&offer=${OFFER}&preset=support-chat&w.system_tokens=900000`);
    const answer = await textOf(page, 'answer');
    expect(answer).toContain('No total');
    expect(answer).toContain('its window holds');
    await context.close();
  });

  test('is worked by keyboard alone, from the kind of work to the link', async () => {
    const { page, context } = await open('v=1');
    await page.focus('#kind');
    await page.keyboard.type('Support');
    await page.waitForSelector('[name="w.turns"]');
    await page.focus('#find-offer');
    await page.keyboard.type('small openrouter');
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => (document.querySelector('#offer') as HTMLSelectElement).value === id, OFFER);
    await settled(page);
    await page.focus('[name="w.system_tokens"]');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-range'))).toBe('system_tokens');
    await page.keyboard.press('Enter');
    expect(await page.locator('[name="w.system_tokens/low"]').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-range'))).toBe('system_tokens');
    await page.focus('#budget');
    await page.keyboard.type('500');
    await page.waitForFunction(() => document.querySelector('[data-part="budget-answer"]')?.textContent !== '');
    await page.focus('[data-take]');
    const taken = await page.evaluate(() => document.activeElement?.getAttribute('data-take'));
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => (document.querySelector('#offer') as HTMLSelectElement).value === id, taken);
    await context.close();
  });
});

describe.each([
  [`v=2&preset=support-chat&budget=500&offer=${OFFER}`, 'light'],
  ['v=2&preset=evaluation-run', 'dark'],
  ['v=2&kind=agent', 'light'],
] as const)('%s', (query, colorScheme) => {
  test(`has nothing that axe finds in ${colorScheme}, and does not scroll sideways on a phone`, async () => {
    const { page, context, errors, strangers } = await open(query, { colorScheme });
    const found = await axeFinds(page);
    const widths = [];
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      widths.push(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth));
    }
    await context.close();
    expect({ found, widths, errors, strangers }).toEqual({ found: [], widths: [0, 0], errors: [], strangers: [] });
  });
});

test.each([
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const)(
  'parts of a bar have the colours of their legend, no two alike, in %s, forced colours %s',
  async (colorScheme, forcedColors) => {
    const { page, context } = await open(`v=2&preset=support-chat&offer=${OFFER}`, { colorScheme, forcedColors });
    const shades = (parts: string, property: 'fill' | 'backgroundColor') =>
      page.locator(parts).evaluateAll(
        (all, name) =>
          all.map((part) => {
            const probe = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
            probe.fillStyle = getComputedStyle(part)[name];
            probe.fillRect(0, 0, 1, 1);
            return [...probe.getImageData(0, 0, 1, 1).data].join();
          }),
        property,
      );
    const legend = await shades('.legend .swatch', 'backgroundColor');
    const bars = await shades('[aria-labelledby="steps"] .bar rect', 'fill');
    await context.close();
    expect(legend.length).toBeGreaterThan(4);
    expect(new Set(legend).size).toBe(legend.length);
    expect(new Set(bars)).toEqual(new Set(legend));
  },
);

test('with scripts off the page says how to ask the command, and what work there is to begin from', async () => {
  const { page, context } = await site.open('/calculator/', { javaScriptEnabled: false });
  const text = await page.locator('main').innerText();
  expect(text).toContain('--workload');
  expect(text).toContain('Support chat');
  expect(await page.locator('ratecard-calculator form:visible').count()).toBe(0);
  await context.close();
});

test('the receipt that stays beside the form never covers what stands below it', async () => {
  const { page, context } = await open('v=2&preset=support-chat', { viewport: { width: 1440, height: 900 } });
  const covered: number[] = [];
  for (const part of ['working', 'elsewhere', 'everywhere']) {
    await page.locator(`[data-part="${part}"]`).evaluate((element) => element.scrollIntoView({ block: 'end' }));
    covered.push(
      await page.evaluate((name) => {
        const below = document.querySelector(`[data-part="${name}"]`)?.getBoundingClientRect();
        const till = document.querySelector('ratecard-calculator .till')?.getBoundingClientRect();
        return Math.max(0, (till?.bottom ?? 0) - (below?.top ?? 0));
      }, part),
    );
  }
  await context.close();
  expect(covered).toEqual([0, 0, 0]);
});

describe('the bytes of the calculator', () => {
  const folder = `${CHECKED_SITE}/_astro`;
  const zipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

  /** The scripts that a script cannot do without, itself included. */
  const graphOf = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    for (const [, next = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) graphOf(next, seen);
    return seen;
  };

  test('the page is 12 KB or less, whatever the number of offers', () => {
    expect(zipped('dist/site/calculator/index.html')).toBeLessThanOrEqual(12 * 1024);
  });

  test('the code of work is loaded when it is asked for, and is 32 KB or less', () => {
    const html = readFileSync(`${CHECKED_SITE}/calculator/index.html`, 'utf8');
    const [, script = ''] = /<script type="module" src="[^"]*\/_astro\/([^"]+\.js)"/.exec(html) ?? [];
    const first = graphOf(script);
    const room = readdirSync(folder).find((name) => name.startsWith('work-room')) ?? '';
    expect(first.has(room)).toBe(false);
    expect(zipped(`${folder}/${room}`)).toBeLessThanOrEqual(32 * 1024);
    const bytes = [...first].reduce((sum, name) => sum + zipped(`${folder}/${name}`), 0);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
  });
});
