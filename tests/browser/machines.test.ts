import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/launch-browser.ts';
import { buildHostileSite, HOSTILE, SITE } from '../hostile-site.ts';

let folder = '';
let browser: Browser;
let page: Page;
beforeAll(async () => {
  folder = buildHostileSite('dist/hostile-site');
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

function filesOf(extension: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** What a browser makes of a page or a feed: the texts of the elements that a selector finds, none of it run. */
function parsed(text: string, type: 'text/html' | 'application/xml', selector: string): Promise<string[]> {
  return page.evaluate(
    ([source, kind, wanted]) => {
      const document = new DOMParser().parseFromString(source, kind);
      return [...document.querySelectorAll(wanted)].map((element) =>
        element.tagName === 'IMG' || element.tagName === 'SCRIPT' || element.tagName === 'parsererror'
          ? element.outerHTML
          : (element.textContent ?? ''),
      );
    },
    [text, type, selector] as const,
  );
}

/** Where a page of the built site will be. */
const addressOf = (file: string): string => new URL(file.replace(/index\.html$/, ''), SITE).href;

describe('a site with hostile names', () => {
  test('no page runs or shows anything that a name brought', async () => {
    const pages = filesOf('.html');
    expect(pages.length).toBeGreaterThan(30);
    for (const file of pages) {
      const brought =
        'img, script:not([type="application/ld+json"]):not([type="module"][src]):not([src$="/embed/ratecard.js"])';
      expect(await parsed(read(file), 'text/html', brought), file).toEqual([]);
    }
  });

  test('its JSON-LD is JSON and holds the names whole', async () => {
    const file = 'offers/aigateway/mistral-small-3.1-24b-instruct/index.html';
    const html = read(file);
    const texts = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(
      ([, text = '']) => text,
    );
    const things = texts.map((text) => JSON.parse(text) as Record<string, unknown>);
    const offer = things.find((thing) => thing['@type'] === 'Offer') ?? {};
    expect(offer['name']).toBe(`Mistral Small 3.1 ${HOSTILE} at AIgateway ${HOSTILE}`);
    const { priceComponent } = offer['priceSpecification'] as { priceComponent: Record<string, unknown>[] };
    expect(priceComponent[0]).toMatchObject({
      '@type': 'UnitPriceSpecification',
      price: '0.99',
      priceCurrency: 'USD',
      referenceQuantity: { value: 1_000_000, unitText: 'input tokens' },
      validFrom: '2026-06-01T00:00:00Z',
    });
    const trail = things.find((thing) => thing['@type'] === 'BreadcrumbList') ?? {};
    expect((trail['itemListElement'] as { item?: string }[])[0]?.item).toBe(SITE);
  });

  test('a model names the meter of each range of prices', () => {
    const html = read('models/mistralai/mistral-small-3.1/index.html');
    const [, text = '{}'] =
      /<script type="application\/ld\+json">([^<]*AggregateOffer[^<]*)<\/script>/.exec(html) ?? [];
    const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
    // Of USD rates in force on the day: Azure and NanoGPT ask the least, 0.10; the one raised to 0.99 the most.
    expect(graph[0]).toMatchObject({
      '@type': 'AggregateOffer',
      lowPrice: '0.1',
      highPrice: '0.99',
      priceCurrency: 'USD',
    });
    expect(graph[0]?.['name']).toContain('1,000,000 input tokens');
  });

  test('its Markdown has no markup of theirs', () => {
    const twins = filesOf('.md');
    expect(twins.length).toBe(filesOf('.json').filter((file) => /api\/v1\/(models|providers)\//.test(file)).length + 2);
    for (const file of twins) expect(read(file), file).not.toMatch(/<(script|img|style|!--)/i);
  });

  test('the feed is XML, and tells what changed with both prices', async () => {
    const feed = read('changes/feed.xml');
    expect(await parsed(feed, 'application/xml', 'parsererror')).toEqual([]);
    const titles = await parsed(feed, 'application/xml', 'entry > title');
    expect(titles[0]).toBe(`Mistral Small 3.1 ${HOSTILE} at AIgateway ${HOSTILE}: new rates`);
    const [content] = await parsed(feed, 'application/xml', 'entry > content');
    expect(content).toContain('$0.35 until then, $0.99 since');
    const ids = await parsed(feed, 'application/xml', 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.startsWith(SITE)).toBe(true);
    const updated = await parsed(feed, 'application/xml', 'updated');
    expect(updated).toEqual(updated.toSorted().toReversed());
    for (const moment of updated) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('the sitemap names every page that may be indexed, and no other', async () => {
    const map = read('sitemap.xml');
    expect(await parsed(map, 'application/xml', 'parsererror')).toEqual([]);
    const pages = filesOf('.html').filter((file) => !read(file).includes('content="noindex"'));
    expect((await parsed(map, 'application/xml', 'loc')).toSorted()).toEqual(pages.map(addressOf).toSorted());
    expect(read('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });

  test('every page says its own address, and a picture that is there', () => {
    for (const file of filesOf('.html')) {
      const html = read(file);
      if (html.includes('content="noindex"')) continue;
      expect(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1], file).toBe(addressOf(file));
      expect(html).toContain(`<meta property="og:image" content="${SITE}share.png">`);
    }
    expect(existsSync(join(folder, 'share.png'))).toBe(true);
  });

  test('every Markdown page and llms.txt lead only to what is there', () => {
    const base = new URL(SITE).pathname;
    const wrong = [...filesOf('.md'), 'llms.txt'].flatMap((file) =>
      [...read(file).matchAll(/\]\((\/[^)]*)\)/g)].flatMap(([, link = '']) => {
        const path = link.startsWith(base) ? link.slice(base.length) : `outside the site: ${link}`;
        return existsSync(join(folder, path)) ? [] : [`${file}: ${link}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
