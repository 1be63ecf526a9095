import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Visit, visit } from './browse.ts';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

/** Errors other than that of the missing page itself. */
const own = (errors: readonly string[]): string[] => errors.filter((error) => !error.includes('404'));

describe('a missing page', () => {
  test.each([
    ['/offers/empiriolab/mistral-small-3-1/', '/offers/empiriolabs/mistral-small-3-1/'],
    ['/models/mistralai/mistral-smal-3.1', '/models/mistralai/mistral-small-3.1/'],
    ['/mistral-medium-3.1.html', '/models/mistralai/mistral-medium-3.1/'],
    ['/providers/open-router/', '/providers/openrouter/'],
  ])('%s offers %s', async (asked, wanted) => {
    const { page, context, errors } = await site.open(asked);
    const links = page.locator('ratecard-nearest a');
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await context.close();
    expect(hrefs.slice(0, 3)).toContain(wanted);
    expect(own(errors)).toEqual([]);
  });

  test('that is like nothing offers nothing, and what it is called stays text', async () => {
    const asked = `/${encodeURIComponent('<img src=x onerror=alert(1)>')}/${'q'.repeat(60)}/%E0%A4%A`;
    const { page, context, errors } = await site.open(asked);
    await page.waitForLoadState('networkidle');
    const found = await page.locator('ratecard-nearest a, main img').count();
    await context.close();
    expect(found).toBe(0);
    expect(own(errors)).toEqual([]);
  });

  test('names the models where scripts are off', async () => {
    const { page, context } = await site.open('/no/such/page/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    await context.close();
    expect(text).toContain('Mistral Small 3.1');
  });
});
