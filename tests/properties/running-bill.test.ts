import { describe, expect, test } from 'vitest';
import { conditionsKey } from '../../src/engine/condition.ts';
import {
  type BillSums,
  type RunningBill,
  runningBill,
  tryPriceUsage,
  type UsageGroup,
} from '../../src/engine/index.ts';
import { drawFrom, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import { questionFrom, usageOf } from '../arbitrary/questions.ts';
import { unordered } from './unordered.ts';

const CARDS = fewer(3000);

function addTo(running: RunningBill, { usage, when }: UsageGroup): void {
  if (Object.values(usage).some((quantity) => typeof quantity === 'string')) {
    expect(running.one(usage, when)).toEqual([]);
    return;
  }
  const meters = Object.keys(usage);
  const add = running.lane(meters, when);
  expect(
    add(
      meters.map((meter) => [Number(usage[meter])]),
      1,
    ),
  ).toEqual([]);
}

const copy = (sums: BillSums): BillSums => JSON.parse(JSON.stringify(sums)) as BillSums;

describe(`the running bill, seed ${SEED}`, () => {
  test(`of several kinds of requests is their bill, and sums of its parts add up to it, on ${CARDS} random cards`, () => {
    const draw = drawFrom(mulberry32(SEED + 11));
    let compared = 0;
    let tiered = 0;
    for (let index = 0; index < CARDS; index += 1) {
      const { offer, groups, options } = questionFrom(draw);
      if ('problems' in tryPriceUsage(offer, [], options)) continue;
      const requests = groups.flatMap(({ usage, when }) =>
        Array.from({ length: 3 }, (_, place): UsageGroup => {
          const counts = Object.entries(usageOf(draw, Object.keys(usage)));
          if (place === 0) return { usage: Object.fromEntries(counts), ...(when ? { when } : {}) };
          const whole = counts.map(([meter, quantity]) => [meter, Math.floor(Number(quantity))]);
          return { usage: Object.fromEntries(whole), ...(when ? { when } : {}) };
        }),
      );
      const keyOf = ({ when }: UsageGroup): string => conditionsKey({ ...options.when, ...when });
      const sound = requests.filter((one) => !('problems' in tryPriceUsage(offer, [one], options)));
      const ordered = [...sound].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
      const plain = tryPriceUsage(offer, ordered, options);
      if ('problems' in plain) throw new Error(JSON.stringify(plain.problems));
      const wanted = unordered(plain.bill);

      const whole = runningBill(offer, options);
      const [first, second] = [runningBill(offer, options), runningBill(offer, options)];
      for (const [place, one] of sound.entries()) {
        addTo(whole, one);
        addTo(place % 2 === 0 ? first : second, one);
      }
      const [a, b] = [copy(first.sums()), copy(second.sums())];
      expect(unordered(whole.bill()), `case ${index}`).toEqual(wanted);
      for (const parts of [
        [a, b],
        [b, a],
      ]) {
        const merged = runningBill(offer, options);
        for (const part of parts) merged.add(part);
        expect(unordered(merged.bill()), `merged case ${index}`).toEqual(wanted);
      }
      compared += 1;
      tiered += plain.bill.lines.filter(({ tier }) => tier && tier.kind !== 'cliff').length;
    }
    expect(compared).toBeGreaterThan(CARDS / 2);
    expect(tiered).toBeGreaterThan(CARDS / 30);
  });
});
