import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { type Period, STANDARD_METERS } from '../src/engine/index.ts';
import { type CardChange, cardChanges, offerCardChanges } from '../src/site/changes/card-changes.ts';
import { changeTitle, linesWords } from '../src/site/changes/change-title.ts';
import { atomFeed } from '../src/site/changes/feed.ts';
import { xmlText } from '../src/site/machines/xml.ts';
import { breadcrumbThing } from '../src/site/structured/breadcrumb-thing.ts';
import { jsonLdText } from '../src/site/structured/json-ld.ts';
import { offerThing } from '../src/site/structured/offer-thing.ts';
import { offerIn, smallCatalog } from './export-fixture.ts';

interface Case {
  readonly name: string;
  readonly periods: readonly { from: string | null; until: string | null; price: string; tiers?: object }[];
  readonly retired?: NonNullable<CatalogOffer['retired']>;
  readonly changes: readonly Pick<CardChange, 'at' | 'kind' | 'lines'>[];
}

const CASES = parse(readFileSync('tests/price-changes.yaml', 'utf8')) as Case[];
const catalog = smallCatalog();
const small = offerIn(catalog, 'acme/small');

/** An offer without terms of payment, with input at a price in each period. */
function offerOf(periods: Case['periods']): CatalogOffer {
  const { funding: _, ...bare } = small;
  const dated = periods.map(({ from, until, ...rate }) => ({
    from,
    until,
    rates: [{ meter: 'input_tokens', per: 1_000_000, source: 'page', ...rate }],
  }));
  return { ...bare, periods: dated as unknown as Period[] };
}

describe('price changes', () => {
  test.each(CASES)('$name', ({ periods, retired, changes }) => {
    const found = offerCardChanges(
      { ...offerOf(periods), ...(retired ? { retired } : {}) },
      STANDARD_METERS,
      '2027-06-01',
    );
    expect(found.map(({ at, kind, lines }) => ({ at, kind, lines }))).toEqual(changes);
  });

  test('those of a catalog come the latest first', () => {
    const [first, ...others] = cardChanges(catalog, '2026-11-20');
    expect(first).toMatchObject({ at: '2026-11-01', kind: 'changed' });
    expect(first?.lines).toContain('Plan, when plan pro: now $20.00 a month, not charged by that name before');
    expect(others).toEqual([]);
  });

  test('one that is announced is told as to come', () => {
    const [first] = cardChanges(catalog, '2026-10-31');
    expect(first && changeTitle(catalog, first)).toMatch(/: new rates from 1 Nov 2026$/);
    expect(first && linesWords(first)).toBe('What changes');
    expect(first?.lines).toContain(
      'Plan, when plan pro: $20.00 a month from 1 Nov 2026, not charged by that name before',
    );
    const moved = offerOf([
      { from: null, until: '2027-01-01', price: '1' },
      { from: '2027-01-01', until: null, price: '2' },
    ] as unknown as Case['periods']);
    expect(offerCardChanges(moved, STANDARD_METERS, '2026-11-20')[0]?.lines).toEqual([
      'Input tokens, per 1M input tokens: $1.00 before, $2.00 from 1 Jan 2027',
    ]);
  });

  test('one announced for a later day waits for it in the feed', () => {
    const addresses = {
      feed: 'https://a.example/f',
      page: 'https://a.example/',
      offer: (id: string) => `https://a.example/${id}/`,
    };
    const entries = (asOf: string) =>
      atomFeed(catalog, cardChanges(catalog, asOf), asOf, addresses).split('<entry>').length - 1;
    expect(entries('2026-10-31')).toBe(0);
    expect(entries('2026-11-01')).toBe(1);
  });
});

describe('JSON-LD', () => {
  const thing = offerThing(catalog, small, '2026-11-20');
  const { priceComponent: prices } = (thing?.['priceSpecification'] ?? {}) as {
    priceComponent: Record<string, unknown>[];
  };

  test('has each published rate and each step of its tiers, and nothing that has no price', () => {
    expect(prices.map(({ name, price }) => `${name}: ${price}`)).toEqual([
      'Input tokens, before any step is reached: 0.35',
      'Input tokens, over 200,000 input tokens in the request, for all of it: 0.70',
      'Cached input tokens: 0.035',
      'Output tokens: 1.40',
      expect.stringMatching(/^Output tokens, when service tier flex.*: 0\.60$/),
      'Web Search: 10',
      'Seconds of compute: 0.04',
      'Gigabyte-days of storage, before any step is reached: 0.10',
      expect.stringMatching(/^Gigabyte-days of storage, over 10 .*: 0\.08$/),
      expect.stringMatching(/^Gigabyte-days of storage, over 100\.5 .*: 0\.05$/),
    ]);
  });

  test('says per how many of what, since when, and on which terms', () => {
    expect(prices[5]).toEqual({
      '@type': 'UnitPriceSpecification',
      name: 'Web Search',
      description: 'per 1,000 web searches',
      price: '10',
      priceCurrency: 'USD',
      referenceQuantity: { '@type': 'QuantitativeValue', value: 1000, unitText: 'web searches' },
      validFrom: '2026-11-01T00:00:00Z',
    });
    expect(prices[6]?.['description']).toContain('at least 10 a request');
  });

  test('is left out where nothing has a price, or the currency is no currency', () => {
    expect(offerThing(catalog, offerOf([{ from: null, until: '2026-01-01', price: '1' }]), '2026-11-20')).toBeNull();
    expect(offerThing(catalog, { ...small, currency: 'credits' }, '2026-11-20')).toBeNull();
  });

  test('cannot end its script, whatever a name holds', () => {
    const name = '</script><!-- <script> & \u2028\u2029 ]]>';
    const text = jsonLdText([{ '@type': 'Thing', name }]);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect((JSON.parse(text) as { name: string }).name).toBe(name);
  });

  test('leads from the home page to the page', () => {
    const trail = [{ label: 'Ratecard', href: '/x/' }];
    expect(breadcrumbThing(trail, 'Models', new URL('https://a.example'))['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Ratecard', item: 'https://a.example/x/' },
      { '@type': 'ListItem', position: 2, name: 'Models' },
    ]);
  });
});

test('text of XML holds no mark, and nothing that XML cannot hold', () => {
  expect(xmlText(`<a b="c" d='e'>&amp;\u0000\u000b\ud800`)).toBe(
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;\ufffd\ufffd\ufffd',
  );
});

test.skipIf(process.env['RATECARD_SITE'])('a site whose address is not known claims none', () => {
  const offer = readFileSync('dist/site/offers/empiriolabs/mistral-small-3-1/index.html', 'utf8');
  expect(offer).not.toMatch(/rel="canonical"|og:image|og:url|atom\+xml/);
  expect(readFileSync('dist/site/robots.txt', 'utf8')).not.toContain('Sitemap');
  for (const path of ['sitemap.xml', 'changes/feed.xml']) expect(() => readFileSync(`dist/site/${path}`)).toThrow();
});
