import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bill } from '../../src/engine/index.ts';
import { ratecard } from '../command.ts';
import { type Visit, visit } from './browse.ts';

const AIGATEWAY = 'aigateway/mistral-small-3.1-24b-instruct';
const OPENROUTER = 'openrouter/mistral-small-3.1-24b-instruct';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

const receiptOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-part="receipt"]').innerText()).replaceAll(/\s+/g, ' ');

async function total(page: Page): Promise<string> {
  await page.waitForFunction(() =>
    /Total\s*\$/.test(document.querySelector('[data-part="receipt"]')?.textContent ?? ''),
  );
  return /Total \$([\d,.]+)/.exec(await receiptOf(page))?.[1] ?? '';
}

function totalByCommand(...args: string[]): string {
  const { out } = ratecard(['estimate', ...args, '--format', 'json']);
  return (JSON.parse(out) as Bill).total ?? '';
}

describe('the calculator', () => {
  test('shows what the command prints for the same question', async () => {
    const { page, context, errors } = await site.open('/calculator/');
    await page.selectOption('#offer', OPENROUTER);
    await page.waitForSelector('[name="u.input_tokens"]');
    for (const [name, value] of Object.entries({
      requests: '1234',
      'u.input_tokens': '98765',
      'u.output_tokens': '4321',
      top_up: '20',
    })) {
      await page.fill(`[name="${name}"]`, value);
    }
    const cached = page.locator('[name="u.cache_read_tokens"]');
    if ((await cached.count()) > 0) await cached.fill('');
    const shown = await total(page);
    await context.close();
    const usage = '{"input_tokens":98765,"output_tokens":4321}';
    const asked = totalByCommand(
      OPENROUTER,
      '--requests',
      '1234',
      '--usage',
      usage,
      '--top-up',
      '20',
      '--pay-by',
      'card',
    );
    expect(Number(shown.replaceAll(',', ''))).toBeCloseTo(Number(asked), 10);
    expect(errors).toEqual([]);
  });

  test('keeps its state in the address, and a link makes the same receipt again', async () => {
    const first = await site.open(`/calculator/?v=1&offer=${AIGATEWAY}&requests=1000&u.input_tokens=1000`);
    await first.page.fill('[name="u.output_tokens"]', '500');
    await first.page.waitForURL(/u\.output_tokens=500/);
    const receipt = await receiptOf(first.page);
    const link = first.page.url();
    await first.context.close();
    const again = await site.open(link.slice(site.origin.length));
    await total(again.page);
    expect(await receiptOf(again.page)).toBe(receipt);
    expect(receipt).toContain('Total $0.65625');
    await again.context.close();
  });

  test('says what of a link it ignored, and names an offer that is missing', async () => {
    const { page, context } = await site.open(
      '/calculator/?v=1&offer=nobody/nothing&requests=-3&u.nonsense=4&colour=red',
    );
    await total(page);
    const said = await page.locator('[data-part="ignored"]').innerText();
    await context.close();
    for (const part of ['nobody/nothing', 'requests', 'nonsense', 'colour']) expect(said).toContain(part);
  });

  test('checks a number where it is typed, with the reason beside the field', async () => {
    const { page, context } = await site.open(`/calculator/?v=1&offer=${AIGATEWAY}&requests=10&u.input_tokens=5`);
    await total(page);
    await page.fill('[name="u.input_tokens"]', '1e5');
    const field = page.locator('[name="u.input_tokens"]');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const reason = await page
      .locator(
        described
          .split(' ')
          .map((id) => `[id="${id}"]`)
          .join(','),
      )
      .first()
      .innerText();
    expect(reason.length).toBeGreaterThan(10);
    expect(await receiptOf(page)).toContain('No receipt');
    await page.fill('[name="u.input_tokens"]', '5');
    await total(page);
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    await context.close();
  });

  test('puts what comes from a link into text, never into markup', async () => {
    const { page, context, errors } = await site.open(
      '/calculator/?v=1&offer=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&u.%3Cb%3E=1',
    );
    await total(page);
    const injected = await page.locator('ratecard-calculator img, ratecard-calculator b').count();
    await context.close();
    expect(injected).toBe(0);
    expect(errors).toEqual([]);
  });

  test('works by keyboard alone', async () => {
    const { page, context } = await site.open(`/calculator/?v=1&offer=${AIGATEWAY}&requests=10&u.input_tokens=5`);
    await total(page);
    await page.focus('[name="requests"]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1000000');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    // 1,000,000 x 5 x 0.35 / 1,000,000 = 1.75, and 5% on top
    expect(await total(page)).toBe('1.8375');
    expect(focused).toBe('u.input_tokens');
    await context.close();
  });
});
