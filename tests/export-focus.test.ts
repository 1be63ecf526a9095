import { describe, expect, test } from 'vitest';
import type { Bill, Offer } from '../src/engine/index.ts';
import { billFocusRows, catalogFocusRows, type FocusRow } from '../src/export/index.ts';
import { billOf, caseBills, catalogWith, offerIn, smallCatalog } from './export-fixture.ts';

/** An exact decimal: `n / 10 ** places`. */
interface Exact {
  readonly n: bigint;
  readonly places: number;
}

/** Reads a plain decimal; an exponent or a separator does not parse. */
function exact(text: string | null): Exact {
  const [, sign, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? 'null') ?? [];
  if (sign === undefined) throw new Error(`${text} is not a plain decimal`);
  const n = BigInt(whole + part);
  return { n: sign === '-' ? -n : n, places: part.length };
}

const raise = ({ n, places }: Exact, to: number): bigint => n * 10n ** BigInt(to - places);
const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, places: a.places + b.places });

function add(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places);
  return { n: raise(a, places) + raise(b, places), places };
}

function same(a: Exact, b: Exact): boolean {
  const places = Math.max(a.places, b.places);
  return raise(a, places) === raise(b, places);
}

/** What breaks FOCUS's own rule that pricing quantity x unit price is the cost. */
function brokenIdentities(rows: readonly FocusRow[]): string[] {
  return rows.flatMap((row) => {
    const { PricingQuantity, ListUnitPrice, ContractedUnitPrice, ListCost, ContractedCost, EffectiveCost } = row;
    if (PricingQuantity === null) return ListUnitPrice === null && ContractedUnitPrice === null ? [] : ['a lone price'];
    const quantity = exact(PricingQuantity);
    const list = same(times(quantity, exact(ListUnitPrice)), exact(ListCost));
    const contracted = same(times(quantity, exact(ContractedUnitPrice)), exact(ContractedCost));
    const effective = same(exact(ContractedCost), exact(EffectiveCost));
    return list && contracted && effective ? [] : [`${row.ChargeDescription} of ${row.x_Rule}`];
  });
}

const rowsOf = (bill: Bill, offer: Offer): FocusRow[] => billFocusRows(bill, { offer, catalogVersion: 'test' });
const cases = caseBills();

describe('a bill in FOCUS', () => {
  test('has cases to hold it against', () => expect(cases.length).toBeGreaterThan(30));

  test.each(cases)('keeps quantity x price = cost, and its sum: $name', ({ offer, bill }) => {
    const rows = rowsOf(bill, offer);
    expect(brokenIdentities(rows)).toEqual([]);
    const billed = rows.map((row) => exact(row.BilledCost)).reduce(add, exact('0'));
    const expected = add(exact(bill.usage_total), exact(bill.fees_total));
    expect(same(billed, expected)).toBe(true);
    expect(rows.length).toBe(bill.lines.length + bill.fees.length);
  });

  test('a false cost is seen', () => {
    const [row] = cases.flatMap(({ offer, bill }) => rowsOf(bill, offer));
    expect(row && brokenIdentities([{ ...row, ListCost: '123.4567' }])).toHaveLength(1);
    expect(row && brokenIdentities([{ ...row, PricingQuantity: null }])).toHaveLength(1);
  });

  test('gives each step of a tier a price of its own, and one price a stable name', () => {
    const catalog = smallCatalog();
    const offer = offerIn(catalog, 'acme/small');
    const usage = [{ usage: { input_tokens: 1000 } }, { usage: { input_tokens: 300_000 } }];
    const ids = (at: string): (string | null)[] =>
      rowsOf(billOf(offer, usage, { at, fees: false }), offer).map(({ SkuPriceId }) => SkuPriceId);
    expect(ids('2026-11-20')).toEqual([
      'acme/small#input_tokens',
      'acme/small#input_tokens>200000',
      'acme/small#messages',
    ]);
    expect(ids('2026-10-20')).toEqual(['acme/small#input_tokens']);
  });

  test('says which tokens a cache read, which not, and nothing where the card does not distinguish', () => {
    const catalog = smallCatalog();
    const offer = offerIn(catalog, 'acme/small');
    const usage = [{ usage: { input_tokens: 1000, cache_read_tokens: 400, output_tokens: 5 } }];
    const actions = (at: string): unknown[] =>
      rowsOf(billOf(offer, usage, { at, fees: false }), offer).map(({ SkuMeter, SkuPriceDetails }) => {
        const { TokenDirection, TokenCacheAction } = JSON.parse(SkuPriceDetails ?? '{}');
        return [SkuMeter, TokenDirection, TokenCacheAction];
      });
    expect(actions('2026-11-20').slice(0, 3)).toEqual(
      expect.arrayContaining([
        ['Cache Read Tokens', 'Input', 'Read'],
        ['Input Tokens', 'Input', 'Uncached'],
        ['Output Tokens', 'Output', undefined],
      ]),
    );
    expect(actions('2026-10-20')).toEqual([['Input Tokens', 'Input', undefined]]);
  });

  test('stands in the month of its date, the end exclusive', () => {
    const offer = offerIn(smallCatalog(), 'acme/small');
    const [row] = rowsOf(billOf(offer, [{ usage: {} }], { at: '2026-12-31T23:59:59Z' }), offer);
    expect([row?.BillingPeriodStart, row?.ChargePeriodEnd]).toEqual(['2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z']);
  });
});

describe('the catalog in FOCUS', () => {
  test('never has two rows for one price at one time', () => {
    const rows = catalogFocusRows(smallCatalog());
    const keys = rows.map((row) => [row.ServiceProviderName, row.SkuPriceId, row.SkuPriceEffectiveStart].join('|'));
    expect(new Set(keys).size).toBe(rows.length);
  });

  test('counts the steps of a period tier as above and up to, and those of a request apart', () => {
    const rows = catalogFocusRows(smallCatalog());
    const tiers = (meter: string): unknown[] =>
      rows
        .filter(
          ({ SkuId, SkuPriceEffectiveStart }) => SkuId === `acme/small#${meter}` && SkuPriceEffectiveStart !== null,
        )
        .map(({ QuantityTierMinimum, QuantityTierMaximum, UnitPrice }) => [
          QuantityTierMinimum,
          QuantityTierMaximum,
          UnitPrice,
        ]);
    expect(tiers('storage_gb_days')).toEqual([
      ['0', '10', '0.10'],
      ['10', '100.5', '0.08'],
      ['100.5', null, '0.05'],
    ]);
    expect(tiers('input_tokens')).toEqual([
      ['0', null, '0.35'],
      ['0', null, '0.70'],
    ]);
  });

  test('a price with dates of its own holds within its period and them', () => {
    const rows = catalogFocusRows(smallCatalog()).filter(({ SkuPriceId }) => SkuPriceId?.includes('flex'));
    expect(rows.map((row) => [row.SkuPriceId, row.SkuPriceEffectiveStart, row.SkuPriceEffectiveEnd])).toEqual([
      ['acme/small#output_tokens@service tier flex', '2026-11-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ]);
  });

  test('a currency of the provider is one to consume', () => {
    const catalog = catalogWith('providers/acme.yaml', 'currency: USD', 'currency: credits');
    const kinds = catalogFocusRows(catalog).map((row) => row.PricingCurrencyCategory);
    expect(new Set(kinds)).toEqual(new Set(['Consumable', 'Payable']));
  });
});
