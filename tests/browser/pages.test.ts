import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds } from './axe.ts';
import { type Opened, type Visit, visit } from './browse.ts';

const PAGES = [
  '/',
  '/models/',
  '/models/mistralai/mistral-small-3.1/',
  '/offers/empiriolabs/mistral-small-3-1/',
  '/offers/modelslab/mistral-small-3.1-24b-instruct/',
  '/providers/',
  '/providers/openrouter/',
  '/calculator/',
  '/records/',
  '/compare/',
  '/changes/',
  '/disagreements/',
  '/methodology/',
  '/about-the-data/',
  '/api/',
  '/embed/',
  '/404.html',
];

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

describe.each(PAGES)('%s', (path) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open(path);
    await opened.page.waitForLoadState('networkidle');
  });
  afterAll(() => opened.context.close());

  test.each([360, 768, 1440])('does not scroll sideways at %i px', async (width) => {
    await opened.page.setViewportSize({ width, height: 800 });
    const wider = await opened.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });

  test.each(['light', 'dark'] as const)('has nothing that axe finds in %s', async (colorScheme) => {
    await opened.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFinds(opened.page)).toEqual([]);
  });

  test('has scripts that go well, and asks nobody else', () => {
    expect([opened.errors, opened.strangers]).toEqual([[], []]);
  });
});

describe('with scripts off', () => {
  test('an offer shows its rates, its receipt and its sources', async () => {
    const { page, context } = await site.open('/offers/empiriolabs/mistral-small-3-1/', { javaScriptEnabled: false });
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    await context.close();
    expect(text).toMatch(/Per Message fixed \$0\.0019/);
    expect(text).toMatch(/Total.*\$57\.00/);
    expect(text).toContain('Per Message fixed $0.0019');
    expect(text).toContain('Read on 20 Nov 2026');
  });

  test('the calculator shows a worked receipt and how to ask the command', async () => {
    const { page, context } = await site.open('/calculator/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    await context.close();
    expect(text).toMatch(/Total/);
    expect(text).toContain('ratecard');
    expect(text).toContain('estimate');
  });

  test('a model says why its sellers differ', async () => {
    const { page, context } = await site.open('/models/mistralai/mistral-small-3.1/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    await context.close();
    expect(text).toContain('$0.55 and $0.56 are $0.555 cut and rounded');
  });
});

test('a page that is not there says so', async () => {
  const { page, context } = await site.open('/models/nobody/nothing/');
  const text = await page.locator('main').innerText();
  await context.close();
  expect(text.length).toBeGreaterThan(20);
});
