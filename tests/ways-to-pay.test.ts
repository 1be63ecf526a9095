import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { everyWords, losesCredit, waysToChoose } from '../src/catalog/words/way-words.ts';
import { type Funding, readCard } from '../src/engine/index.ts';
import { estimate, type WayToPay, waysToPay } from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly terms: Partial<Funding>;
  readonly spending: string;
  readonly months: number;
  readonly way: Partial<WayToPay>;
}

const { cases, refused } = parse(
  readFileSync(new URL('./cases-workload/ways-to-pay.yaml', import.meta.url), 'utf8'),
) as {
  cases: readonly Case[];
  refused: readonly (Pick<Case, 'spending' | 'months'> & { readonly says: string })[];
};

const terms = (rest: Partial<Funding>): { funding: Funding[] } => ({
  funding: [{ method: 'card', source: 's', ...rest }],
});
const by = (funding: { funding: Funding[] }, spending: string, months: number, every: number) =>
  waysToPay(funding, spending, months).find((way) => way.every_months === every);

describe('ways to pay for a steady spending', () => {
  const atLeast = terms({ fee: { percent: '5.5', minimum: '0.80', charged: 'on_top' } });

  test('a minimum fee makes small purchases dear: 10 a month at 5.5%, at least 0.80', () => {
    // monthly: 12 x 0.80 = 9.60; every two months: 6 x 1.10 = 6.60
    expect(by(atLeast, '10', 12, 1)).toMatchObject({ purchases: '12', fees: '9.6', paid: '129.6', stranded: '0' });
    expect(by(atLeast, '10', 12, 2)).toMatchObject({
      purchases: '6',
      credit: '20',
      fee: '1.1',
      fees: '6.6',
      paid: '126.6',
    });
    expect(waysToPay(atLeast, '10', 12)[0]?.every_months).toBe(2);
  });

  test('a least purchase strands what is not used', () => {
    // one purchase of 25 for 3 x 2, of which 19 is left
    const way = by(terms({ purchase: { minimum: '25' } }), '2', 3, 1);
    expect(way).toMatchObject({ purchases: '1', credit: '25', fees: '0', paid: '25', stranded: '19', expired: '0' });
  });

  test('credit that ends after a month makes buying ahead a loss', () => {
    // two months bought at once: 10 of 20 end unused each time, so that 20 is bought again
    const way = by(terms({ expiry: { after: 'P1M', certainty: 'will' } }), '10', 2, 2);
    expect(way).toMatchObject({ purchases: '2', expired: '10', paid: '30', stranded: '0' });
    expect(waysToPay(terms({ expiry: { after: 'P1M', certainty: 'will' } }), '10', 2)[0]?.every_months).toBe(1);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { terms: rest, spending, months, way }) => {
    const { every_months = null, every_days = null } = way;
    const found = waysToPay(terms(rest), spending, months).find(
      (one) => one.every_months === every_months && one.every_days === every_days,
    );
    expect(found).toMatchObject(way);
  });

  test.each(refused)('not for $months months of $spending', ({ spending, months, says }) => {
    expect(() => waysToPay(terms({}), spending, months)).toThrow(
      expect.objectContaining({ name: 'WorkloadError', message: says }),
    );
  });

  test('of credit that lives 20 days, buying for 20 days is the cheapest, and what the others lose is shown', () => {
    const ways = waysToPay(terms({ expiry: { after: 'P20D', certainty: 'will' } }), '30', 2);
    expect(ways.map(everyWords)).toEqual(['20 days', 'month', '2 months']);
    expect(waysToChoose(ways, 2).map(({ expired }) => expired)).toEqual(['0', '20']);
    expect([losesCredit(ways), losesCredit(ways.slice(0, 1))]).toEqual([true, false]);
  });

  test('an estimate says by which days credit is counted', () => {
    const rates = [{ meter: 'requests', price: '1', per: 1, source: 's' }];
    const work = { kind: 'requests', requests: 30 } as const;
    const said = (after: string, method = 'card'): string[] =>
      estimate(
        readCard({ ...offerOf('any', { rates }), ...terms({ method, expiry: { after, certainty: 'will' } }) }),
        work,
        {
          at: '2026-11-20',
        },
      ).assumptions.flatMap(({ code, text }) => (code === 'credit_by_days' ? [text] : []));
    expect(said('P20D')).toEqual([
      'credit bought by card ends after 20 days; in ways to pay it is spent evenly on months of 30 days',
    ]);
    expect(said('P1D', 'any')).toEqual([
      'credit bought by any method ends after 1 day; in ways to pay it is spent evenly on months of 30 days',
    ]);
    expect(said('P1Y')).toEqual([]);
  });

  test('of ways that cost the same the shorter comes first, none is longer than the work or the credit', () => {
    const ways = (rest: Partial<Funding>) => waysToPay(terms(rest), '10', 3).map(everyWords);
    const months = (rest: Partial<Funding>) => waysToPay(terms(rest), '10', 3).map((way) => way.every_months);
    expect(months({})).toEqual([1, 2, 3]);
    expect(ways({ purchase: { minimum: '100' }, expiry: { after: 'P20D', certainty: 'may' } })[0]).toBe('20 days');
    expect(months({ expiry: { after: 'P1Y', certainty: 'will' } })).toEqual([1, 2, 3]);
    expect(months({ expiry: { after: 'P3M', certainty: 'will' } })).toEqual([1, 2, 3]);
  });

  test('a fee of which nobody states whether it is on top says so', () => {
    const unstated = (charged: 'on_top' | 'unstated') =>
      waysToPay(terms({ fee: { percent: '5', charged } }), '10', 1).map((way) => way.unstated);
    expect([unstated('unstated'), unstated('on_top'), waysToPay(terms({}), '10', 1)[0]?.unstated]).toEqual([
      [true],
      [false],
      false,
    ]);
  });

  test('without terms there is nothing to choose', () => {
    expect(waysToPay({}, '10', 12)).toEqual([]);
  });
});
