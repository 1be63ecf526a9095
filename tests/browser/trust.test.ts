import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRUST } from '../../src/site/offer-index/trust.ts';
import { type Visit, visit } from './browse.ts';

/** Where a mark of trust stands. */
const MARKS = [
  ['/', '[data-part="rows"] td.c-trust'],
  ['/models/mistralai/mistral-small-3.1/', '.sellers td.c-trust'],
  ['/offers/empiriolabs/mistral-small-3-1/', '.identity .trust'],
] as const;

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

/** What a mark looks like in each state, its word aside. */
function looks(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (mark, states) =>
        states.map((state) => {
          mark.setAttribute('class', (mark.getAttribute('class') ?? '').replace(/\bis-\S+/, `is-${state}`));
          const { backgroundColor, borderTopWidth, borderTopLeftRadius } = getComputedStyle(mark, '::before');
          return [getComputedStyle(mark).color, backgroundColor, borderTopWidth, borderTopLeftRadius].join(' ');
        }),
      [...TRUST],
    );
}

test('each state of trust looks the same on every page, and no other looks like it', async () => {
  const all = await Promise.all(
    MARKS.map(async ([path, selector]) => {
      const { page, context } = await site.open(path, { javaScriptEnabled: false });
      const found = await looks(page, selector);
      await context.close();
      return found;
    }),
  );
  expect(new Set(all[0]).size).toBe(TRUST.length);
  for (const found of all) expect(found).toEqual(all[0]);
});
