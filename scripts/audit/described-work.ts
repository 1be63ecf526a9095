import type { Page } from 'playwright-core';
import { launchBrowser } from '../lib/launch-browser.ts';
import { serveSite } from '../lib/serve-site.ts';
import { type Measured, percentile } from './measured.ts';

/** Chosen one after the other: a chat of five turns, and another of nine over a year. */
const CHATS = ['work:support-chat', 'work:personal-assistant'];
const ROUNDS = 30;
/** One of sixty frames a second. */
const FRAME = 16.7;

/** Ranks all offers of the built site by chats, each turn at its own length, until the table is drawn and laid out. */
export async function auditDescribedWork(): Promise<Measured[]> {
  const { origin, close } = await serveSite();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${origin}/`);
  await page.waitForSelector('ratecard-offers[data-ready]');
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const chat of CHATS) {
      const taken = await choose(page, chat);
      if (round > 0) times.push(taken);
    }
  }
  const status = await page.locator('[data-part="status"]').innerText();
  await browser.close();
  close();
  return [
    {
      what: 'all offers ranked by a chat of several turns, to the drawn table, 95th percentile',
      figure: percentile(times, 0.95),
      limit: FRAME,
      unit: 'ms',
      detail: `${times.length} times; half within ${percentile(times, 0.5).toFixed(1)}; ${status}`,
    },
  ];
}

/** Chooses work; the milliseconds until what it is stands above the laid out table. */
function choose(page: Page, value: string): Promise<number> {
  return page.evaluate(async (chosen) => {
    const select = document.querySelector<HTMLSelectElement>('ratecard-offers select[name="preset"]');
    const words = document.querySelector('[data-part="described-words"]');
    if (!select || !words) throw new Error('there is no choice of described work');
    await new Promise((resolve) => setTimeout(resolve, 600));
    const before = words.textContent;
    const begun = performance.now();
    select.value = chosen;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; words.textContent === before || !words.textContent?.includes('requests'); turn += 1)
      await (turn < 1000 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve)));
    document.body.getBoundingClientRect();
    return performance.now() - begun;
  }, value);
}
