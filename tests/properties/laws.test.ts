import { describe, expect, test } from 'vitest';
import { type Bill, type Offer, type Rate, readCard, tryPriceUsage, type UsageGroup } from '../../src/engine/index.ts';
import { type Draw, drawFrom, mulberry32, SEED } from '../arbitrary/draw.ts';
import { countText, decimal, limits, price, thousandths } from '../arbitrary/numbers.ts';
import { questionFrom } from '../arbitrary/questions.ts';
import { fromText, toText } from '../oracle/decimal-text.ts';
import type { Question } from '../oracle/question.ts';
import { add, largest, multiply, negate, ONE, order, subtract, total } from '../oracle/rational.ts';

const AT = '2026-11-20';

function billOf({ offer, groups, options }: Question): Bill | null {
  const result = tryPriceUsage(offer, groups, options);
  return 'bill' in result ? result.bill : null;
}

/** Runs a law over random draws; a broken one names its case. */
function holdsFor(cases: number, law: (draw: Draw) => void): void {
  for (let index = 0; index < cases; index += 1) {
    try {
      law(drawFrom(mulberry32(SEED * 7 + index)));
    } catch (error) {
      throw new Error(`case ${index} of seed ${SEED}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

function eachBill(cases: number, law: (bill: Bill, question: Question) => void): void {
  let billed = 0;
  holdsFor(cases, (draw) => {
    const question = questionFrom(draw);
    const bill = billOf(question);
    if (!bill) return;
    billed += 1;
    law(bill, question);
  });
  expect(billed).toBeGreaterThan(cases / 2);
}

/** A bill without what it says in words. */
const figures = ({ lines, fees, gaps, usage_total, fees_total, total }: Bill) => ({
  lines,
  fees,
  gaps,
  usage_total,
  fees_total,
  total,
});

const figuresOf = (question: Question) => {
  const bill = billOf(question);
  return bill && figures(bill);
};

const sumText = (amounts: readonly string[]): string => toText(total(amounts.map(fromText)));

function offerOf(period: Partial<Offer['periods'][number]>, rest: Partial<Offer> = {}): Offer {
  const open = { from: null, until: null, rates: [], ...period };
  return readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods: [open], ...rest });
}

/** Quantities of meters that may be graduated over a span, at prices that divide without end never. */
function rateOf(draw: Draw, meter: string, span: 'month' | 'request'): Rate {
  const base = { meter, price: price(draw), per: draw.pick([1, 1000, 1_000_000]), source: 's' };
  if (draw.chance(50)) return base;
  const steps = limits(draw).map((over) => ({ over, price: price(draw) }));
  return { ...base, tiers: { kind: 'graduated', span, steps } };
}

describe(`laws of every bill, seed ${SEED} (set another by RATECARD_SEED)`, () => {
  test('lines come to usage_total, fees to fees_total, and both to the total', () => {
    eachBill(5000, (bill) => {
      expect(sumText(bill.lines.map(({ amount }) => amount))).toBe(bill.usage_total);
      expect(sumText(bill.fees.map(({ amount }) => amount))).toBe(bill.fees_total);
      if (bill.total !== null) expect(sumText([bill.usage_total, bill.fees_total])).toBe(bill.total);
    });
  });

  test('a bill is complete and has a total exactly when it has no gap', () => {
    let gaps = 0;
    eachBill(5000, (bill) => {
      if (bill.gaps.length > 0) gaps += 1;
      expect(bill.complete).toBe(bill.gaps.length === 0);
      expect(bill.total === null).toBe(bill.gaps.length > 0);
      if (bill.converted) expect(bill.converted.total === null).toBe(bill.gaps.length > 0);
    });
    expect(gaps).toBeGreaterThan(100);
  });

  test('every figure is a plain decimal', () => {
    const plain = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;
    eachBill(5000, (bill) => {
      const texts = [bill.requests, bill.usage_total, bill.fees_total, bill.total ?? '0'];
      if (bill.converted)
        texts.push(bill.converted.usage_total, bill.converted.fees_total, bill.converted.total ?? '0');
      for (const { quantity, price, per, amount, tier, adjustments, parts, rounded } of bill.lines) {
        texts.push(quantity, price, per, amount, tier?.over ?? '0', tier?.up_to ?? '0', rounded ?? '0');
        texts.push(...Object.values(parts ?? {}));
        for (const adjustment of adjustments) {
          if (adjustment.kind === 'block') texts.push(adjustment.used, adjustment.billed);
          if (adjustment.kind === 'allowance') texts.push(adjustment.quantity);
          if (adjustment.kind === 'multiplier') texts.push(adjustment.factor);
        }
      }
      for (const { amount, rounded } of bill.fees) texts.push(amount, rounded ?? '0');
      for (const { quantity } of bill.gaps) texts.push(quantity);
      expect(texts.filter((text) => !plain.test(text) || text === '-0')).toEqual([]);
    });
  });

  test('the order in which usage names its meters changes nothing', () => {
    eachBill(5000, (bill, question) => {
      const groups = question.groups.map((group) => ({
        ...group,
        usage: Object.fromEntries(Object.entries(group.usage).reverse()),
      }));
      const sorted = (one: Bill | null) => {
        if (!one) return null;
        const { lines, gaps, ...rest } = figures(one);
        return { ...rest, lines: lines.map(unorderedLine).sort(), gaps: gaps.map((gap) => JSON.stringify(gap)).sort() };
      };
      expect(sorted(billOf({ ...question, groups }))).toEqual(sorted(bill));
    });
  });

  test('a group of equal requests costs the same as two groups that share them', () => {
    holdsFor(4000, (draw) => {
      const question = questionFrom(draw);
      const [first, ...others] = question.groups;
      if (!first) return;
      const requests = 2 + draw.below(1000);
      const k = draw.below(requests + 1);
      const asked = (groups: readonly UsageGroup[]) => figuresOf({ ...question, groups: [...groups, ...others] });
      const split = asked([
        { ...first, requests: requests - k },
        { ...first, requests: k },
      ]);
      expect(split).toEqual(asked([{ ...first, requests }]));
    });
  });

  test('a group of no requests changes nothing', () => {
    eachBill(4000, (bill, question) => {
      const groups = question.groups.toSpliced(0, 0, ...question.groups.map((group) => ({ ...group, requests: 0 })));
      expect(billOf({ ...question, groups: groups.reverse() })?.gaps).toEqual(
        billOf({ ...question, groups: question.groups.toReversed() })?.gaps,
      );
      const none = question.groups.map((group) => ({ ...group, requests: 0 }));
      const added = billOf({ ...question, groups: [...none.toReversed(), ...question.groups] });
      expect(added && figures(added)).toEqual(figures(bill));
    });
  });

  test('no requests have no lines and cost nothing before fees', () => {
    eachBill(3000, (_, question) => {
      const bill = billOf({ ...question, groups: question.groups.map((group) => ({ ...group, requests: 0 })) });
      expect([bill?.lines, bill?.usage_total]).toEqual([[], '0']);
    });
  });
});

/** A line without the order in which its meters were folded in. */
function unorderedLine({ parts, ...line }: Bill['lines'][number]): string {
  return JSON.stringify([line, Object.entries(parts ?? {}).sort()]);
}

describe(`laws of some cards, seed ${SEED}`, () => {
  const METERS = ['input_tokens', 'output_tokens', 'images', 'requests'];

  test('more usage never costs less at flat and graduated prices', () => {
    let dearer = 0;
    holdsFor(4000, (draw) => {
      const perRequest = draw.chance(50);
      const offer = offerOf({
        rates: METERS.map((meter) => ({
          ...rateOf(draw, meter, perRequest ? 'request' : 'month'),
          ...(draw.chance(20) ? { block: { size: '10', minimum: '25' } } : {}),
        })),
        ...(perRequest
          ? { request_rounding: { increment: '0.01', mode: 'up', source: 's' } }
          : { allowances: [{ label: 'a', meters: METERS, quantity: '1000', span: 'month', source: 's' }] }),
        fees: [{ kind: 'percent', label: 'f', percent: '5.5', base: 'usage_cost', source: 's' }],
        invoice_rounding: { increment: '0.01', mode: 'half_even', source: 's' },
        minimums: [{ label: 'm', amount: '1', span: 'month', source: 's' }],
      });
      const few: Record<string, bigint> = Object.fromEntries(METERS.map((meter) => [meter, thousandths(draw)]));
      const grown = METERS[draw.below(METERS.length)] ?? 'images';
      const more = { ...few, [grown]: (few[grown] ?? 0n) + 1n + thousandths(draw) };
      const cost = (counts: Record<string, bigint>) => {
        const usage = Object.fromEntries(METERS.map((meter) => [meter, countText(draw, counts[meter] ?? 0n)]));
        return fromText(billOf({ offer, groups: [{ usage, requests: 3 }], options: { at: AT } })?.total ?? 'none');
      };
      const change = order(cost(more), cost(few));
      if (change > 0) dearer += 1;
      expect(change).toBeGreaterThanOrEqual(0);
    });
    expect(dearer).toBeGreaterThan(1000);
  });

  test('a bill in two parts, the second told of the first, costs what the whole does', () => {
    holdsFor(3000, (draw) => {
      const offer = offerOf({
        rates: ['input_tokens', 'cache_read_tokens', 'output_tokens'].map((meter) => rateOf(draw, meter, 'month')),
      });
      const usage = () => {
        const cached = thousandths(draw);
        return {
          input_tokens: cached + thousandths(draw),
          cache_read_tokens: cached,
          output_tokens: thousandths(draw),
        };
      };
      const [a, b] = [usage(), usage()];
      const text = (counts: Record<string, bigint>) =>
        Object.fromEntries(Object.entries(counts).map(([meter, count]) => [meter, countText(draw, count)]));
      const cost = (groups: readonly UsageGroup[], before?: Record<string, bigint>) => {
        const options = { at: AT, ...(before ? { used_before: { usage: text(before) } } : {}) };
        return billOf({ offer, groups, options })?.usage_total ?? 'none';
      };
      const parts = [cost([{ usage: text(a) }]), cost([{ usage: text(b) }], a)];
      expect(sumText(parts)).toBe(cost([{ usage: text(a) }, { usage: text(b) }]));
    });
  });

  test('a fee taken from inside leaves the credit that was needed', () => {
    holdsFor(4000, (draw) => {
      const percent = draw.pick(['5', '5.5', '3', '7', '0.3', '50', '33']);
      const fixed = draw.pick(['0', '0.30', '1']);
      const increment = draw.chance(50) ? draw.pick(['0.01', '0.05', '0.000001']) : null;
      const rounding = increment === null ? {} : { rounding: { increment, mode: 'half_up' as const } };
      const offer = offerOf(
        { rates: [{ meter: 'messages', price: decimal(draw, 1000, 6), per: 1, source: 's' }] },
        { funding: [{ method: 'any', source: 's', fee: { charged: 'inside', percent, fixed, ...rounding } }] },
      );
      const bill = billOf({ offer, groups: [{ usage: {}, requests: 1 + draw.below(100) }], options: { at: AT } });
      if (!bill?.total || bill.usage_total === '0') return;
      const kept = subtract(ONE, multiply(fromText(percent), fromText('0.01')));
      const credit = subtract(multiply(fromText(bill.total), kept), fromText(fixed));
      const error = subtract(credit, fromText(bill.usage_total));
      const size = largest(error, negate(error));
      const allowed = fromText(increment ?? '0.000000000000000000000001');
      expect(order(add(size, size), allowed)).toBeLessThanOrEqual(0);
    });
  });
});
