import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedData } from '../../scripts/lib/checked-data.ts';
import { madeUpCatalog } from '../../scripts/lib/made-up-catalog.ts';
import { assemble } from '../../src/catalog/assemble.ts';
import { readCatalog } from '../../src/catalog/read-directory.ts';
import { amountDigits, shortAmount } from '../../src/catalog/words/money.ts';
import { markedName } from '../../src/catalog/words/offer-marks.ts';
import { compare } from '../../src/engine/index.ts';
import { cardBucket } from '../../src/site/calculator/card-bucket.ts';
import { offerCard } from '../../src/site/calculator/offer-card.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { indexText } from '../../src/site/offer-index/index-text.ts';
import { rowIds } from '../../src/site/ranking/rows.ts';
import { CURRENCY, workloadOptions } from '../../src/site/workload.ts';
import { type Visit, visit } from './browse.ts';

const AT = '2026-11-20';
const { catalog } = readCatalog(checkedData());
const SMALL = 'Mistral Small 3.1';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

async function home(query = '') {
  const opened = await site.open(`/${query}`);
  await opened.page.waitForSelector('ratecard-offers[data-ready]');
  return opened;
}

/** The text of each cell of the table's rows, head aside. */
function rows(page: Page): Promise<string[][]> {
  return page
    .locator('[data-part="rows"] tr:not(.spacer)')
    .evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')));
}

const fill = (page: Page, name: string, value: string) => page.fill(`ratecard-offers input[name="${name}"]`, value);

/** What the engine makes of a workload on the catalog: names with shortened totals, the cheapest first. */
function byEngine(requests: string, usage: Record<string, string>): string[][] {
  const options = { ...workloadOptions(AT, catalog.meters), currency: CURRENCY };
  return compare([...catalog.offers.values()], [{ requests, usage }], options).rows.map(({ offer: id, total }) => {
    const offer = catalog.offers.get(id);
    const model = offer && markedName(offer, catalog);
    return [`${model}${catalog.providers.get(offer?.provider ?? '')?.name}`, amountDigits(shortAmount(total))];
  });
}

/** Opens the home page on a catalog of made-up offers, hostile names among them. */
async function madeUpHome(offers: number) {
  const made = assemble(madeUpCatalog(offers)).catalog;
  const index = offerIndex(made, AT);
  const ids = rowIds(index);
  const cards = index.complex.flatMap((row) => {
    const offer = made.offers.get(ids[row] ?? '');
    return offer ? [offerCard(offer, '').offer] : [];
  });
  const opened = await site.open('/404.html');
  await opened.page.route('**/table/offers.json', (route) => route.fulfill({ body: indexText(index) }));
  await opened.page.route('**/table/cards.json', (route) => route.fulfill({ json: cards }));
  await opened.page.goto(`${site.origin}/`);
  await opened.page.waitForSelector('ratecard-offers[data-ready]');
  return { ...opened, index, made };
}

describe('the table of all offers', () => {
  test('ranks by what is typed, as the engine does', async () => {
    const { page, context, errors } = await home();
    const usual = { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' };
    expect((await rows(page)).map((row) => row.slice(0, 2))).toEqual(byEngine('30000', usual));
    await fill(page, 'requests', '12,345');
    await fill(page, 'u.output_tokens', '2222.5');
    const typed = { ...usual, output_tokens: '2222.5' };
    expect((await rows(page)).map((row) => row.slice(0, 2))).toEqual(byEngine('12345', typed));
    await context.close();
    expect(errors).toEqual([]);
  });

  test('prices by the engine what is more than prices times counts', async () => {
    const { page, context, made, index } = await madeUpHome(400);
    const options = { ...workloadOptions(AT, made.meters), currency: CURRENCY };
    const usage = { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' };
    const engine = compare([...made.offers.values()], [{ requests: '30000', usage }], options);
    expect(index.complex.length).toBeGreaterThan(10);
    await page.waitForFunction(
      (count) => document.querySelector('[data-part="table"]')?.getAttribute('aria-rowcount') === String(count),
      engine.rows.length + 1,
    );
    const shown = (await rows(page)).map((row) => row[1]);
    expect(shown).toEqual(engine.rows.slice(0, shown.length).map(({ total }) => amountDigits(shortAmount(total))));
    await context.close();
  });

  test('says beside the field what is wrong with a number, and keeps the last ranking', async () => {
    const { page, context } = await home();
    const before = await rows(page);
    for (const [field, text] of [
      ['u.input_tokens', '1e5'],
      ['u.input_tokens', '700'],
      ['requests', '1.5'],
    ] as const) {
      await fill(page, field, text);
      const blamed = text === '700' ? 'u.cache_read_tokens' : field;
      expect(await page.getAttribute(`input[name="${blamed}"]`, 'aria-invalid')).toBe('true');
      expect(await page.locator(`[id="problem-${blamed}"]`).innerText()).toMatch(/Expected/);
      expect(await rows(page)).toEqual(before);
      await fill(page, field, field === 'requests' ? '30000' : '1200');
      expect(await page.locator('[aria-invalid]').count()).toBe(0);
    }
    await context.close();
  });

  test('sorts by buttons, by keyboard alone', async () => {
    const { page, context } = await home();
    const button = page.locator('[data-sort="out"]');
    await button.focus();
    await page.keyboard.press('Enter');
    const prices = async (): Promise<number[]> =>
      (await rows(page)).flatMap((row) => (/^\d/.test(row[5] ?? '') ? [Number(row[5])] : []));
    // Rows below the screen are written a moment after those on it.
    const inOrder = (all: readonly number[], sign: 1 | -1): boolean =>
      all.length > 5 && all.every((price, at) => at === 0 || sign * (price - (all[at - 1] ?? 0)) >= 0);
    await expect.poll(async () => inOrder(await prices(), 1)).toBe(true);
    const up = await prices();
    expect(await page.locator('th.c-out').getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(prices).toEqual([...up].reverse());
    expect(await page.locator('th.c-out').getAttribute('aria-sort')).toBe('descending');
    await context.close();
  });

  test.each([
    ['openrouter', 'OpenRouter'],
    ['opnrouter', 'OpenRouter'],
    ['mistrla empiro', 'EmpirioLabs'],
    ['MISTRAL watsonx', 'IBM watsonx.ai'],
    ['small31 nanogpt', 'NanoGPT'],
  ])('finds %j', async (words, seller) => {
    const { page, context } = await home();
    await fill(page, 'find', words);
    const found = await rows(page);
    await context.close();
    expect(found.length).toBeGreaterThan(0);
    for (const [name] of found) expect(name).toContain(seller);
  });

  test('filters by what offers are and can, and says how many fit', async () => {
    const { page, context } = await home();
    await page.click('summary:has-text("Can")');
    await page.check('[data-menu="can"] input[value="vision"]');
    await page.keyboard.press('Escape');
    await fill(page, 'context', '131000');
    const wanted = [...catalog.offers.values()].filter(
      ({ capabilities, context_window }) => capabilities?.vision?.stated && (context_window?.tokens ?? 0) >= 131000,
    );
    expect((await rows(page)).length).toBe(wanted.length);
    await page.waitForURL(/can=vision/);
    expect(page.url()).toContain('context=131000');
    expect(await page.locator('[data-part="status"]').innerText()).toContain(`${wanted.length} of 16 offers fit`);
    await fill(page, 'in_price', '0.0001');
    expect(await page.locator('[data-part="nothing"]').isVisible()).toBe(true);
    await context.close();
  });

  test('keeps its state in the address, and a link shows the same table again', async () => {
    const first = await home('?find=small');
    await fill(first.page, 'u.web_searches', '0.1');
    await first.page.click('[data-sort="context"]');
    await first.page.click('summary:has-text("Columns")');
    await first.page.check('[data-menu="columns"] input[value="message"]');
    await first.page.waitForURL(/columns=/);
    const link = first.page.url().slice(site.origin.length + 1);
    const shown = await rows(first.page);
    await first.context.close();
    expect(link).toMatch(/v=1&u\.web_searches=0\.1&find=small&sort=context&columns=[a-z_,]+message/);
    const again = await home(link);
    expect(await rows(again.page)).toEqual(shown);
    expect(await again.page.locator('[data-part="notice"]').isVisible()).toBe(false);
    await again.context.close();
  });

  test('names what of a link it could not follow', async () => {
    const { page, context } = await home(
      '?requests=-1&provider=openrouter,nobody&sort=colour&columns=in,nonsense&context=many&offers=x/y&utm=%3Cb%3E',
    );
    const said = await page.locator('[data-part="notice"]').innerText();
    for (const part of ['requests=-1', 'nobody', 'colour', 'nonsense', 'many', 'x/y', 'utm=<b>']) {
      expect(said).toContain(part);
    }
    expect((await rows(page)).every(([name]) => name?.includes('OpenRouter'))).toBe(true);
    await context.close();
  });

  test('reads nothing of a link of a version that it does not know, and says so', async () => {
    const { page, context } = await home('?v=9&requests=7&provider=openrouter');
    const said = await page.locator('[data-part="notice"]').innerText();
    for (const part of ['all of it', 'version 9', 'version 1 only']) expect(said).toContain(part);
    expect(await page.inputValue('[name="requests"]')).not.toBe('7');
    expect((await rows(page)).every(([name]) => name?.includes('OpenRouter'))).toBe(false);
    await context.close();
  });

  test.each(['csv', 'md', 'json'])('saves as %s exactly what it shows', async (format) => {
    const { page, context } = await home('?find=openrouter&columns=total,in,context&sort=in.down');
    await page.click('summary:has-text("Save")');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${format}"]`)]);
    const text = readFileSync(await download.path(), 'utf8');
    const shown = (await rows(page)).map(([, ...cells]) => cells);
    await context.close();
    expect(text).toContain('in (USD per 1M tokens)');
    const saved =
      format === 'json'
        ? (JSON.parse(text) as Record<string, string>[]).map((row) => Object.values(row))
        : text
            .trim()
            .split(/\r?\n/)
            .slice(format === 'md' ? 2 : 1)
            .map((line) =>
              format === 'md'
                ? line.slice(2, -2).split(' | ')
                : [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map((one) => one[1] ?? one[2] ?? ''),
            );
    expect(saved.map((cells) => cells.slice(2, -1))).toEqual(shown);
    expect(saved.map((cells) => cells.at(-1))).toEqual([
      'openrouter/mistral-medium-3.1',
      'openrouter/mistral-small-3.1-24b-instruct',
    ]);
  });

  test('takes ticked offers and the workload to the comparison', async () => {
    const { page, context } = await home();
    await fill(page, 'requests', '1000');
    await page.check(`[aria-label="Compare ${SMALL} at Azure"]`);
    await page.check('[aria-label="Compare Mistral Medium 3.1 at OpenRouter"]');
    expect(await page.locator('[data-part="compare"]').innerText()).toBe('Compare 2');
    await page.click('[data-part="compare"]');
    await page.waitForSelector('ratecard-compare[data-ready]');
    const heads = await page.locator('.compare thead th').allInnerTexts();
    expect(heads.map((text) => text.split('\n')[1])).toEqual(['Azure', 'OpenRouter']);
    // 1,000 x (1,200 x 0.10 + 300 x 0.30) / 1M = 0.21 at Azure
    expect(await page.locator('.compare tbody tr').nth(1).locator('td').first().innerText()).toBe('0.21');
    await context.close();
  });

  test('names what it cannot price with the reason, and never ranks it', async () => {
    const { page, context } = await home();
    await fill(page, 'u.web_searches', '1');
    await page.waitForFunction(() =>
      document.querySelector('[data-part="unpriced"]')?.textContent?.includes('Mistral Medium 3.1 at Kilo Gateway'),
    );
    const said = await page.locator('[data-part="unpriced"]').textContent();
    expect(said).toContain('web searches: the rate card has no rate for it');
    expect((await rows(page)).map(([name]) => name)).toEqual(['Mistral Medium 3.1EmpirioLabs', `${SMALL}EmpirioLabs`]);
    await context.close();
  });

  test('names each of hundreds that it cannot price, with the typed work on the way to it', async () => {
    const { page, context, errors, made } = await madeUpHome(2000);
    await fill(page, 'u.web_searches', '1');
    const usage = { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300', web_searches: '1' };
    const options = { ...workloadOptions(AT, made.meters), currency: CURRENCY };
    const { unpriced } = compare([...made.offers.values()], [{ requests: '30000', usage }], options);
    expect(unpriced.length).toBeGreaterThan(300);
    const items = '[data-part="unpriced-list"] li a[href*="u.web_searches=1"]';
    await page.waitForFunction(
      ([selector, count]) => document.querySelectorAll(String(selector)).length === count,
      [items, unpriced.length],
    );
    const named = await page
      .locator(items)
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(named.sort()).toEqual(unpriced.map(({ offer }) => `/offers/${offer}/`).sort());
    const counted = await page.locator('[data-part="unpriced-list"] summary').allTextContents();
    expect(counted.reduce((sum, text) => sum + Number(/\(([\d,]+)\)$/.exec(text)?.[1]?.replace(',', '')), 0)).toBe(
      unpriced.length,
    );
    expect(errors).toEqual([]);
    await context.close();
  });

  test('holds thousands of rows, a window of them drawn, names with markup as text', async () => {
    const { page, context, errors, made } = await madeUpHome(2000);
    const options = { ...workloadOptions(AT, made.meters), currency: CURRENCY };
    const usage = { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' };
    const count = compare([...made.offers.values()], [{ requests: '30000', usage }], options).rows.length + 1;
    expect(count).toBeGreaterThan(1000);
    await page.waitForSelector(`[data-part="table"][aria-rowcount="${count}"]`);
    const drawn = page.locator('[data-part="rows"] tr:not(.spacer)');
    expect(await drawn.count()).toBeLessThan(60);
    await page.locator('[data-part="scroller"]').evaluate((scroller) => scroller.scrollTo(0, 20_000));
    await page.waitForFunction(
      () => Number(document.querySelector('[data-part="rows"] tr:not(.spacer)')?.getAttribute('aria-rowindex')) > 400,
    );
    const places = await drawn.evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
    expect(places).toEqual(places.map((_, at) => (places[0] ?? 0) + at));
    await page.locator('[data-part="scroller"]').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.waitForFunction((last) => document.querySelector(`[aria-rowindex="${last}"]`) !== null, count);
    await fill(page, 'find', 'img');
    expect((await rows(page)).map(([name]) => name).join()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('ratecard-offers img').count()).toBe(0);
    await context.close();
    expect(errors).toEqual([]);
  });

  test('prints the rows that are drawn and what they are ranked by, without room for the others', async () => {
    const { page, context } = await madeUpHome(2000);
    const drawn = await page.locator('[data-part="rows"] tr:not(.spacer)').count();
    const paper = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
    await page.emulateMedia({ media: 'print' });
    const left = await page
      .locator('ratecard-offers :is(.tool, summary, [type="search"], .tick, .spacer):visible')
      .count();
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('ratecard-offers input[name="requests"]').isVisible()).toBe(true);
    await context.close();
    expect(paper.match(/\/S\s*\/TR\b/g)?.length).toBe(drawn + 1);
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
    expect(left).toBe(0);
  });

  test('can be skipped by keyboard', async () => {
    const { page, context } = await home();
    const link = page.getByRole('link', { name: 'Skip the table' });
    const shows = () => link.evaluate((own) => getComputedStyle(own).clipPath === 'none');
    expect(await shows()).toBe(false);
    await page.locator('[data-part="reset"]').focus();
    await page.keyboard.press('Tab');
    expect(await link.evaluate((own) => own === document.activeElement)).toBe(true);
    expect(await shows()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isPast = await page.evaluate(() => {
      const table = document.querySelector('[data-part="scroller"]');
      const place = table?.compareDocumentPosition(document.activeElement ?? document);
      return place === Node.DOCUMENT_POSITION_FOLLOWING;
    });
    await context.close();
    expect(isPast).toBe(true);
  });

  test('holds wide figures, and boxes of one size in its menus', async () => {
    const { page, context } = await home('?requests=9999999&sort=total.down');
    const over = await page.locator('[data-part="rows"] td.num').evaluateAll(
      (cells) =>
        cells.filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().right > cell.getBoundingClientRect().right;
        }).length,
    );
    await page.click('summary:has-text("Columns")');
    const boxes = page.locator('[data-menu="columns"] input[type="checkbox"]');
    await boxes.first().waitFor();
    const sizes = await boxes.evaluateAll((all) => all.map((box) => box.getBoundingClientRect().width.toFixed(1)));
    await context.close();
    expect(over).toBe(0);
    expect(new Set(sizes)).toEqual(new Set(['16.8']));
  });

  test('is complete with scripts off', async () => {
    const { page, context } = await site.open('/', { javaScriptEnabled: false });
    const shown = await rows(page);
    const text = await page.locator('main').innerText();
    expect(await page.locator('main input:visible').count()).toBe(0);
    await context.close();
    const usual = { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' };
    expect(shown.map((row) => row.slice(0, 2))).toEqual(byEngine('30000', usual));
    expect(text).toContain('30,000');
    expect(text).toContain('no rates are known for 20 Nov 2026');
  });
});

describe('numbers that were typed', () => {
  test('that cannot be read leave the table and the address at those before, and it says which', async () => {
    const { page, context, errors } = await home();
    await fill(page, 'requests', '45');
    await page.waitForURL(/requests=45$/);
    const before = await rows(page);
    for (const text of ['45.', '45.0', '45.000', '45 000']) await fill(page, 'requests', text);
    const kept = page.locator('[data-part="kept"]');
    expect(await kept.innerText()).toMatch(/it is still for 45 requests a month, 1,200 tokens in/);
    expect(await page.locator('[id="problem-requests"]').innerText()).toBe(
      'Expected digits without spaces, such as 45000.',
    );
    await page.waitForTimeout(400);
    expect(new URL(page.url()).search).toBe('?v=1&requests=45');
    expect(await rows(page)).toEqual(before);
    await fill(page, 'requests', '45,000');
    await page.waitForURL(/requests=45%2C000|requests=45,000/);
    expect(await kept.isVisible()).toBe(false);
    await context.close();
    expect(errors).toEqual([]);
  });

  test('go on to the page of an offer, whose receipt is for them, and from there to the calculator', async () => {
    const { page, context, errors } = await home();
    const link = page.locator('[data-part="rows"] th a').first();
    expect(await link.getAttribute('href')).not.toContain('?');
    await fill(page, 'requests', '4500');
    await page.waitForURL(/requests=4500/);
    await page.waitForFunction(() =>
      document.querySelector('[data-part="rows"] th a')?.getAttribute('href')?.includes('requests=4500'),
    );
    const [, total] = (await rows(page))[0] ?? [];
    await link.click();
    await page.waitForSelector('ratecard-receipt[data-ready]');
    const text = (selector: string) => page.locator(selector).innerText();
    expect(await text('.receipt-head')).toContain('4,500 requests, each 1,200 input tokens');
    const receipt = (await page.locator('.receipt-total .figure').textContent()) ?? '';
    expect(amountDigits(shortAmount(receipt.replaceAll(/[$,]/g, '')))).toBe(total);
    await page.click('.after-receipt a');
    await page.waitForSelector('ratecard-calculator[data-settled]');
    expect(await page.inputValue('[name="requests"]')).toBe('4500');
    expect(await page.inputValue('[name="u.output_tokens"]')).toBe('300');
    expect(await page.locator('.receipt-total .figure').textContent()).toBe(receipt);
    await context.close();
    expect(errors).toEqual([]);
  });

  test('of work described at length go on to the calculator, and the receipt says that it is for others', async () => {
    const { page, context, errors } = await site.open(
      '/offers/azure/mistral-small-2503/?v=1&work=v%3D2%26preset%3Dsupport-chat%26w.turns%3D9',
    );
    await page.waitForSelector('ratecard-receipt[data-ready]');
    expect(await page.locator('[data-part="said"]').innerText()).toMatch(/^This receipt is for equal requests/);
    await page.click('.after-receipt a');
    await page.waitForSelector('ratecard-calculator[data-settled]');
    expect(await page.inputValue('[name="w.turns"]')).toBe('9');
    expect(await page.inputValue('[data-part="offer"]')).toBe('azure/mistral-small-2503');
    await context.close();
    expect(errors).toEqual([]);
  });
});

describe('the comparison', () => {
  test('is complete with scripts off, and says how to ask for others', async () => {
    const { page, context } = await site.open('/compare/', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(await page.locator('.compare thead th').count()).toBe(4);
    expect(await page.locator('main input:visible').count()).toBe(0);
    await context.close();
    expect(text).toContain('ratecard compare');
    expect(text).toContain('Total');
  });

  test('takes the cards of its models alone, not all that their sellers sell', async () => {
    const ids = 'azure/mistral-small-2503,openrouter/mistral-small-3.1-24b-instruct';
    const { page, context } = await site.open(`/compare/?v=1&offers=${ids}`);
    await page.waitForSelector('ratecard-compare[data-ready]');
    expect(await page.locator('.compare thead th').count()).toBe(2);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const files = asked.map((name) => new URL(name).pathname).filter((path) => path.endsWith('.json'));
    const models = new Set(ids.split(',').map((id) => catalog.offers.get(id)?.model ?? ''));
    const cards = new Set([...models].map((model) => `/table/cards/${cardBucket(model)}.json`));
    expect(files.sort()).toEqual([...cards, '/table/offers.json'].sort());
    await context.close();
  });

  test('says whose rates could not be loaded', async () => {
    const { page, context } = await site.open('/compare/', { javaScriptEnabled: true });
    await page.route('**/table/cards/*', (route) => route.abort());
    await page.goto(`${site.origin}/compare/?v=1&offers=azure/mistral-small-2503`);
    await page.waitForSelector('ratecard-compare[data-ready]');
    expect(await page.locator('[data-part="notice"]').innerText()).toContain(
      'azure/mistral-small-2503, whose rates could not be loaded',
    );
    await context.close();
  });

  test('marks the lines that differ, and can show those alone', async () => {
    const { page, context } = await site.open(
      '/compare/?v=1&offers=azure/mistral-small-2503,openrouter/mistral-small-3.1-24b-instruct,nobody/nothing',
    );
    await page.waitForSelector('ratecard-compare[data-ready]');
    expect(await page.locator('[data-part="notice"]').innerText()).toContain('nobody/nothing');
    const lines = await page.locator('.compare tbody tr:not(.group-head)').evaluateAll((all) =>
      all.map((row) => ({
        differs: row.classList.contains('differs'),
        cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent),
      })),
    );
    expect(lines.length).toBeGreaterThan(10);
    for (const { differs, cells } of lines) expect(differs).toBe(new Set(cells).size > 1);
    await page.check('[data-part="only"]');
    expect(await page.locator('.compare tbody tr:not(.group-head):not(.differs):visible').count()).toBe(0);
    await page.click('[data-remove="azure/mistral-small-2503"]');
    expect(await page.locator('.compare thead th').count()).toBe(1);
    expect(page.url()).not.toContain('azure');
    await context.close();
  });
});
