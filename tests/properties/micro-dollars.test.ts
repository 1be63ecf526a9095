import { expect, test } from 'vitest';
import { type Offer, priceUsage, readCard } from '../../src/engine/index.ts';
import { mulberry32, SEED } from '../arbitrary/draw.ts';

const REQUESTS = 200_000;

const offer: Offer = readCard({
  id: 'p/m',
  provider: 'p',
  model: 'm',
  currency: 'USD',
  periods: [
    {
      from: null,
      until: null,
      rates: [
        { meter: 'input_tokens', price: '3', per: 1_000_000, source: 's' },
        { meter: 'output_tokens', price: '15', per: 1_000_000, source: 's' },
      ],
      request_rounding: { increment: '0.000001', mode: 'up', source: 's' },
    },
  ],
});

/** Whole micro-dollars as the bill writes dollars. */
function dollars(micro: bigint): string {
  const digits = String(micro).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}

test(`${REQUESTS} requests, each rounded up to a micro-dollar, are all right; binary floats are not`, () => {
  const next = mulberry32(SEED);
  let wrong = 0;
  let wrongFloats = 0;
  for (let index = 0; index < REQUESTS; index += 1) {
    const input = next() % 200_000;
    const output = next() % 20_000;
    // A token costs 3 or 15 micro-dollars, so that there is nothing to round.
    const micro = BigInt(input) * 3n + BigInt(output) * 15n;
    const usage = { input_tokens: input, output_tokens: output };
    const { total } = priceUsage(offer, [{ usage }], { at: '2026-11-20' });
    if (total !== dollars(micro)) wrong += 1;
    if (BigInt(Math.ceil(((input * 3) / 1e6 + (output * 15) / 1e6) * 1e6)) !== micro) wrongFloats += 1;
  }
  expect(wrong).toBe(0);
  expect(wrongFloats).toBeGreaterThan(0);
});
