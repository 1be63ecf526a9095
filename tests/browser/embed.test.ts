import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/launch-browser.ts';
import { type ServedSite, serveSite } from '../../scripts/lib/serve-site.ts';

const OFFER = 'aigateway/mistral-small-3.1-24b-instruct';
const MOST_BYTES = 40 * 1024;

let site: ServedSite;
let browser: Browser;
let foreign: Server;
beforeAll(async () => {
  site = await serveSite();
  browser = await launchBrowser();
  foreign = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://foreign');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const policy = `default-src 'none'; script-src ${site.origin}; connect-src ${site.origin}; img-src data:`;
    response.setHeader('content-security-policy', policy);
    response.end(pageWith(searchParams.get('offer') ?? OFFER, searchParams.get('work') ?? ''));
  });
  await new Promise<void>((resolve) => {
    foreign.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
  foreign.close();
});

function pageWith(offer: string, work: string): string {
  const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foreign</title>
    <link rel="icon" href="data:,"></head><body><h1>A page of somebody else</h1>
    <ratecard-calculator offer="${text(offer)}" work="${text(work)}"><table><tr><th>Input</th><td>as it was</td></tr></table></ratecard-calculator>
    <script src="${site.origin}/embed/ratecard.js" async></script></body></html>`;
}

async function visit(query = '', options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const { port } = foreign.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  return { page, errors };
}

const work = (query: string): string => `work=${encodeURIComponent(query)}`;

describe('the embedded calculator', () => {
  test('weighs 40 KB or less', () => {
    expect(gzipSync(readFileSync('dist/site/embed/ratecard.js'), { level: 9 }).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('prices an offer that no hand has checked, at the date of what is known of it', async () => {
    const { offers } = JSON.parse(readFileSync('dist/site/api/v1/offers/nano-gpt.json', 'utf8')) as {
      offers: { offer: { id: string; checked?: string } }[];
    };
    const found = offers.find(({ offer }) => offer.checked === undefined);
    expect(found).toBeDefined();
    const { page, errors } = await visit(`offer=${encodeURIComponent(found?.offer.id ?? '')}`);
    await page.locator('ratecard-calculator :is(.receipt-total, .receipt-message)').first().waitFor();
    await page.context().close();
    expect(errors).toEqual([]);
  });

  test('prices on a page of another site, under a policy of its own', async () => {
    const { page, errors } = await visit(work('requests=1000&u.input_tokens=1000&u.output_tokens=500'));
    const total = page.locator('ratecard-calculator .receipt-total');
    await total.waitFor();
    // 1,000 x (1,000 x 0.35 + 500 x 0.55) / 1,000,000 = 0.625, and 5% on top: 0.65625
    expect(await total.innerText()).toContain('$0.65625');
    await page.fill('ratecard-calculator [name="requests"]', '2000');
    expect(await total.innerText()).toContain('$1.3125');
    await page.fill('ratecard-calculator [name="requests"]', '-1');
    expect(await page.locator('ratecard-calculator [name="requests"]').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('ratecard-calculator .receipt-message').count()).toBe(1);
    await page.context().close();
    expect(errors).toEqual([]);
  });

  test('leads back to the site: the sources, and the same question in its calculator', async () => {
    const { page } = await visit(work('requests=1000&u.input_tokens=1000&u.output_tokens=500'));
    const links = page.locator('ratecard-calculator .from a');
    await links.first().waitFor();
    const [offer, calculator] = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(offer).toBe(`${site.origin}/offers/${OFFER}/`);
    await page.goto(calculator ?? '');
    await page.waitForFunction(() =>
      document.querySelector('[data-part="receipt"]')?.textContent?.includes('$0.65625'),
    );
    await page.context().close();
  });

  test('takes the colours of the page by custom properties, and its own stay inside', async () => {
    const { page } = await visit();
    await page.locator('ratecard-calculator .receipt-total').waitFor();
    const colours = await page.evaluate(() => {
      const element = document.querySelector('ratecard-calculator') as HTMLElement;
      element.style.setProperty('--ratecard-accent', 'rgb(1, 2, 3)');
      const total = element.shadowRoot?.querySelector('.receipt-total') as Element;
      const heading = document.querySelector('h1') as Element;
      return [getComputedStyle(total).color, getComputedStyle(heading).color];
    });
    await page.context().close();
    expect(colours).toEqual(['rgb(1, 2, 3)', 'rgb(0, 0, 0)']);
  });

  test('says which offer is missing and leaves the table to be read', async () => {
    const { page } = await visit('offer=nobody/nothing');
    await page.locator('ratecard-calculator .problem').waitFor();
    expect(await page.locator('ratecard-calculator .problem').innerText()).toContain('nobody/nothing');
    expect(await page.getByText('as it was').isVisible()).toBe(true);
    await page.context().close();
  });

  test('an id with markup or dots in it stays a name', async () => {
    const { page } = await visit(`offer=${encodeURIComponent('../<img src=x>/"')}`);
    await page.locator('ratecard-calculator .problem').waitFor();
    expect(await page.locator('ratecard-calculator img').count()).toBe(0);
    await page.context().close();
  });

  test('is a plain table where scripts do not run', async () => {
    const { page } = await visit('', { javaScriptEnabled: false });
    expect(await page.getByText('as it was').isVisible()).toBe(true);
    await page.context().close();
  });

  test('another offer set later is priced instead', async () => {
    const { page } = await visit();
    await page.locator('ratecard-calculator .receipt-total').waitFor();
    await page.evaluate(() =>
      document.querySelector('ratecard-calculator')?.setAttribute('offer', 'empiriolabs/mistral-small-3-1'),
    );
    await page.waitForFunction(() =>
      document
        .querySelector('ratecard-calculator')
        ?.shadowRoot?.querySelector('.receipt-title')
        ?.textContent?.includes('EmpirioLabs'),
    );
    await page.context().close();
  });
});
