import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataFacts } from '../src/site/facts/data-facts.ts';
import { smallCatalog } from './export-fixture.ts';

const textOf = (path: string): string =>
  readFileSync(`dist/site${path}index.html`, 'utf8')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the worked example of the methodology', () => {
  const text = textOf('/methodology/').replaceAll(/(?<=\d) (?=\.\d)/g, '');

  test.each([
    // 1,000 x 4,000 uncached at 1.00, 1,000 x 8,000 cached at 0.10, 1,000 x 600 out at 4.00, each per million
    ['$4.00', 'chat: 4,000,000 input tokens at 1.00'],
    ['$0.80', 'chat: 8,000,000 cached at 0.10'],
    // 10 x 250,000, each over 200,000, at 2.00 per million
    ['$5.00', 'research: 2,500,000 input tokens at 2.00'],
    // 10 x 15 searches, 100 of them free, at 10.00 per 1,000
    ['$0.50', 'research: 50 searches'],
    // (4 + 0.8 + 2.4) + (5 + 0.08 + 0.5) + (10 + 2) x 0.5
    ['$18.78', 'usage'],
    // 5.5% of 18.78, above the minimum of 0.80
    ['$1.0329', 'fee'],
    ['$19.8129', 'total'],
  ])('has %s: %s', (amount) => {
    expect(text).toContain(amount);
  });

  test('is followed by every rule of the document', () => {
    const steps = readFileSync('docs/PRICING.md', 'utf8').match(/^\d+\. \*\*\w+/gm) ?? [];
    expect(steps.length).toBe(14);
    for (const step of steps) expect(text).toContain(step.replace(/^\d+\. \*\*/, ''));
  });
});

test('the counts of the data are those of the catalog', () => {
  const catalog = smallCatalog();
  const offers = [...catalog.offers.values()];
  const facts = dataFacts(catalog, '2026-11-20');
  const ages = facts.ages.reduce((sum, age) => sum + age.offers, 0);
  expect(ages).toBe(offers.length);
  const { published, included, unpublished } = facts.rates;
  expect(published + included + unpublished).toBe(
    offers.flatMap(({ periods }) => periods.flatMap(({ rates }) => rates)).length,
  );
  expect(facts.quoted + facts.lapsed).toBeLessThanOrEqual(offers.length);
});

test('the list of models and the counts of the data tell of as many makers', () => {
  const [, listed] = / by (\d+) makers/.exec(textOf('/models/')) ?? [];
  const [, counted] = /Makers of models (\d+)/.exec(textOf('/about-the-data/')) ?? [];
  expect(Number(listed)).toBeGreaterThan(100);
  expect(listed).toBe(counted);
});

test('the site has no more files than every host takes', () => {
  const files = readdirSync('dist/site', { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10_000);
  expect(files.length).toBeLessThanOrEqual(20_000);
});
