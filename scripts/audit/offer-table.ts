import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { assemble } from '../../src/catalog/assemble.ts';
import { offerCard } from '../../src/site/calculator/offer-card.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { indexText } from '../../src/site/offer-index/index-text.ts';
import { rowIds } from '../../src/site/ranking/rows.ts';
import { launchBrowser } from '../lib/launch-browser.ts';
import { madeUpCatalog } from '../lib/made-up-catalog.ts';
import { serveSite } from '../lib/serve-site.ts';
import { type Measured, percentile } from './measured.ts';

const OFFERS = 10_000;
const SLOWED = 4;
const AT = '2026-11-20';

/** What is typed: letters into the search, digits into the workload, each letter a keystroke. */
const TYPED: readonly (readonly [field: string, text: string])[] = [
  ['u.input_tokens', '250000'],
  ['u.output_tokens', '1234'],
  ['requests', '98765'],
  ['find', 'mistral flash'],
  ['find', 'qwendep'],
  ['find', ''],
  ['u.web_searches', '0.25'],
  ['find', 'llamma pro'],
  ['u.input_tokens', '7800'],
  ['find', ''],
  ['u.web_searches', '0'],
  ['u.output_tokens', '50000'],
  ['requests', '300'],
];
const ROUNDS = 4;

/**
 * Types into the table of all offers at 10,000 offers in a browser slowed four times, on the built site. A keystroke
 * is measured from its event until the table is drawn and laid out.
 */
export async function auditOfferTable(): Promise<Measured[]> {
  const { catalog } = assemble(madeUpCatalog(OFFERS));
  const index = offerIndex(catalog, AT);
  const ids = rowIds(index);
  const cards = index.complex.flatMap((row) => {
    const offer = catalog.offers.get(ids[row] ?? '');
    return offer ? [{ ...offerCard(offer, '').offer, sources: {} }] : [];
  });
  const text = indexText(index);
  const { origin, close } = await serveSite();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route('**/table/offers.json', (route) => route.fulfill({ contentType: 'application/json', body: text }));
  await page.route('**/table/cards.json', (route) => route.fulfill({ json: cards }));
  await page.goto(`${origin}/`);
  await page.waitForSelector('ratecard-offers[data-ready]');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const times: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [field, typed] of TYPED) {
      const taken = await keystrokes(page, field, typed);
      if (round > 0) times.push(...taken);
      plain.push(await plainSort(page, index.offers.model.length));
    }
  }
  await browser.close();
  close();
  const at = (share: number): string => percentile(times, share).toFixed(1);
  return [
    {
      what: `keystroke to re-ranked table, ${ids.length} offers, browser slowed ${SLOWED} times, 95th percentile`,
      figure: percentile(times, 0.95),
      limit: 16,
      unit: 'ms',
      detail: `${times.length} keystrokes; half within ${at(0.5)}, 99% within ${at(0.99)}, all within ${at(1)}; beside them a plain sort of as many numbers took ${percentile(plain, 0.5).toFixed(1)} ms in the middle and ${percentile(plain, 0.95).toFixed(1)} ms at the 95th percentile, which tells how busy the machine was`,
    },
    {
      what: `index of ${ids.length} offers, compressed`,
      figure: gzipSync(text, { level: 9 }).length / 1000,
      limit: 250,
      unit: 'KB',
      detail: `${Math.round(text.length / 1000)} KB as it is; ${index.complex.length} offers are left to the engine`,
    },
  ];
}

/** The milliseconds of the page's own sort on so many numbers in no order: what nothing here can be much quicker than. */
function plainSort(page: Page, count: number): Promise<number> {
  return page.evaluate((length) => {
    const numbers = Array.from({ length }, (_, at) => (at * 7919) % 10_007);
    const begun = performance.now();
    numbers.sort((a, b) => a - b);
    return performance.now() - begun;
  }, count);
}

/** Types a text letter by letter, in place of what is there; the milliseconds that each letter took. */
function keystrokes(page: Page, field: string, text: string): Promise<number[]> {
  return page.evaluate(
    async ([name, typed]) => {
      const input = document.querySelector<HTMLInputElement>(`ratecard-offers input[name="${name}"]`);
      if (!input) throw new Error(`there is no field ${name}`);
      const taken: number[] = [];
      for (let letters = typed === '' ? 0 : 1; letters <= (typed ?? '').length; letters += 1) {
        await new Promise((resolve) => setTimeout(resolve, 120));
        const begun = performance.now();
        input.value = (typed ?? '').slice(0, letters);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        taken.push(performance.now() - begun);
      }
      return taken;
    },
    [field, text],
  );
}
