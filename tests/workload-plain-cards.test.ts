import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import * as pricing from '../src/engine/price-usage.ts';
import { estimate, rankOffers, type Workload, type WorkOptions } from '../src/workload/index.ts';
import { type CaseOffer, offerOf } from './workload-offers.ts';

interface Case {
  readonly name: string;
  readonly card: CaseOffer & { readonly period?: object };
  readonly options?: Partial<WorkOptions>;
  readonly more?: Partial<Workload>;
  readonly total?: string;
  readonly gaps?: readonly string[];
  readonly cannot?: readonly string[];
  readonly bills?: number;
}

const { work, cases } = parse(readFileSync(new URL('./cases-workload/plain-cards.yaml', import.meta.url), 'utf8')) as {
  work: Workload;
  cases: readonly Case[];
};

describe('ranking by the sum of all requests', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { period, rates = [], ...card } = one.card;
    const periods = card.periods ?? [{ from: null, until: null, rates, ...period }];
    const offer = offerOf('card', { ...card, periods });
    const asked = { at: '2026-11-20', currency: 'USD', ...one.options };
    const whole = { ...work, ...one.more } as Workload;
    const spy = vi.spyOn(pricing, 'tryPriceUsage');
    const { rows, unranked } = rankOffers([offer], whole, asked, 0);
    const made = spy.mock.calls.length;
    spy.mockRestore();
    expect(rows.map(({ expected }) => expected)).toEqual(one.total === undefined ? [] : [one.total]);
    expect(rows[0]?.expected).toBe(estimate(offer, whole, asked).total?.expected);
    expect(made).toBe(one.bills ?? 0);
    if (one.total !== undefined) return;
    expect(unranked).toMatchObject([{ offer: 'p/card', problems: [] }]);
    const [why] = unranked;
    expect(why?.gaps.map(({ meter, quantity }) => `${meter} ${quantity}`)).toEqual(one.gaps ?? []);
    expect(why?.cannot.map(({ code }) => code)).toEqual(one.cannot ?? []);
  });
});
