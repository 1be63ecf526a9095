import { describe, expect, test } from 'vitest';
import { compare } from '../src/engine/index.ts';
import {
  billCsv,
  billFocusCsv,
  billFocusDropped,
  billMarkdown,
  billSql,
  breakEvenCsv,
  breakEvenMarkdown,
  catalogCsv,
  catalogDocument,
  catalogFocusCsv,
  catalogFocusDropped,
  catalogFromDocument,
  catalogJson,
  catalogMarkdown,
  catalogSql,
  comparisonCsv,
  comparisonMarkdown,
  estimateCsv,
  estimateMarkdown,
  type FocusContext,
  rankingCsv,
  rankingMarkdown,
  solvedCsv,
  solvedMarkdown,
} from '../src/export/index.ts';
import { breakEven, estimate, rankOffers, solve, type Workload } from '../src/workload/index.ts';
import { billOf, expectGolden, GROUPS, offerIn, smallCatalog } from './export-fixture.ts';

const catalog = smallCatalog();
const { meters } = catalog;
const offer = offerIn(catalog, 'acme/small');
const at = '2026-11-20T09:30:00Z';
const EURO = { from: 'USD', to: 'EUR', rate: '0.8537', date: '2026-11-19', source: 'central bank' };
const bill = billOf(offer, GROUPS, { at, meters, currency: 'EUR', exchange_rates: [EURO] });
const gappy = billOf(offerIn(catalog, 'beta/small'), [{ requests: 7, usage: { web_searches: 1, output_tokens: 37 } }], {
  at,
  meters,
});
const comparison = compare([...catalog.offers.values()], [{ requests: 100, usage: {} }], { at, meters });
const partial = compare([...catalog.offers.values()], [{ usage: { web_searches: 5 } }], { at, meters });

const chat: Workload = {
  kind: 'chat',
  name: 'Chat | of <two>',
  conversations: { low: 5000, expected: 10_000, high: 30_000 },
  turns: { low: 1, expected: 2, high: 3 },
  system_tokens: 400,
  message_tokens: 50,
  answer_tokens: 100,
  history: 'all',
  months: 2,
  growth_percent: 10,
};
const work = { at: '2026-11-20', meters, offers: (id: string) => catalog.offers.get(id) };
const both = [...catalog.offers.values()];
const broad = { ...chat, web_searches_per_turn: 1 } as Workload;
const one: Workload = { kind: 'requests', requests: 1 };
const even = breakEven(
  { offer, workload: one },
  { offer: offerIn(catalog, 'beta/small'), workload: one },
  { vary: 'tokens', mix: '3:1' },
  work,
);

function focusContext(id: string): FocusContext {
  const found = offerIn(catalog, id);
  const provider = catalog.providers.get(found.provider);
  const model = catalog.models.get(found.model);
  const named = { ...(provider ? { provider } : {}), ...(model ? { model } : {}) };
  return { offer: found, catalogVersion: '0.1.0', meters, ...named };
}

describe('every format, whole', () => {
  const formats: [string, () => string][] = [
    ['bill.csv', () => billCsv(bill)],
    ['bill-with-gaps.csv', () => billCsv(gappy)],
    ['bill.md', () => billMarkdown(bill)],
    ['bill-with-gaps.md', () => billMarkdown(gappy)],
    ['bill.focus.csv', () => billFocusCsv(bill, focusContext('acme/small'))],
    ['bill-with-gaps.focus.csv', () => billFocusCsv(gappy, focusContext('beta/small'))],
    ['bill.focus.dropped.txt', () => `${billFocusDropped(bill).join('\n')}\n`],
    ['bill-with-gaps.focus.dropped.txt', () => `${billFocusDropped(gappy).join('\n')}\n`],
    ['comparison.csv', () => comparisonCsv(comparison)],
    ['comparison.md', () => comparisonMarkdown(comparison)],
    ['comparison-unpriced.csv', () => comparisonCsv(partial)],
    ['comparison-unpriced.md', () => comparisonMarkdown(partial)],
    ['estimate.csv', () => estimateCsv(estimate(offer, chat, work))],
    ['estimate.md', () => estimateMarkdown(estimate(offer, chat, work), meters)],
    ['estimate-without-a-total.csv', () => estimateCsv(estimate(offerIn(catalog, 'beta/small'), broad, work))],
    [
      'estimate-without-a-total.md',
      () => estimateMarkdown(estimate(offerIn(catalog, 'beta/small'), broad, work), meters),
    ],
    ['ranking.csv', () => rankingCsv(rankOffers(both, chat, work))],
    ['ranking.md', () => rankingMarkdown(rankOffers(both, chat, work))],
    ['ranking-unranked.md', () => rankingMarkdown(rankOffers(both, broad, work))],
    ['solved.csv', () => solvedCsv(solve(offer, chat, '10', work))],
    ['solved.md', () => solvedMarkdown(solve(offer, chat, '10', work))],
    ['break-even.csv', () => breakEvenCsv(even)],
    ['break-even.md', () => breakEvenMarkdown(even)],
    ['catalog.json', () => catalogJson(catalog, '0.1.0')],
    ['catalog.csv', () => catalogCsv(catalog)],
    ['catalog.md', () => catalogMarkdown(catalog)],
    ['catalog.focus.csv', () => catalogFocusCsv(catalog)],
    ['catalog.focus.dropped.txt', () => `${catalogFocusDropped(catalog).join('\n')}\n`],
    ['catalog.sql', () => catalogSql(catalog, '0.1.0').sql],
  ];

  test.each(formats)('%s', (name, make) => expectGolden(name, make()));

  test('bill.sql', () => {
    const [first] = offer.periods;
    const made = billSql({ ...offer, periods: first ? [first] : [] }, { at: '2026-10-01', meters });
    expectGolden('bill.sql', 'sql' in made ? `${made.sql}${made.notes.join('\n')}\n` : made.refused.join('\n'));
  });
});

describe('the catalog document', () => {
  test('is read back to the same catalog', () => {
    const back = catalogFromDocument(JSON.parse(catalogJson(catalog, '0.1.0')));
    expect(back).toEqual(catalog);
    expect([...back.offers.keys()]).toEqual([...catalog.offers.keys()]);
  });

  test('of another schema is refused', () => {
    const document = { ...catalogDocument(catalog, '1'), schema: 'ratecard.catalog/2' };
    expect(() => catalogFromDocument(document as never)).toThrow('ratecard.catalog/2');
  });

  test('that lost an offer is refused', () => {
    const document = catalogDocument(catalog, '1');
    expect(() => catalogFromDocument({ ...document, offers: document.offers.slice(1) })).toThrow('2 offers and has 1');
  });
});
