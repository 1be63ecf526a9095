import { Decimal, sum } from '../../engine/decimal.ts';
import type { Meters } from '../../engine/meter.ts';
import { isPricedByMillion } from '../unit-prices.ts';
import { listWords } from '../words/list.ts';
import type { Statement } from './statement.ts';

/**
 * A blend by the shares that an offer's file states for a printed amount, with the rates that it blends. Null where it
 * does not come to exactly that, or something of it has no plain rate. 3 of input at 0.35, 3 of cached input at 0.035
 * and 2 of output at 0.56 are 0.284375.
 */
export function statedBlend(
  amount: string,
  shares: Readonly<Record<string, string>>,
  rates: readonly Statement[],
  meters: Meters,
): { readonly words: string; readonly rates: readonly Statement[] } | null {
  const parts = Object.entries(shares).flatMap(([meter, text]) => {
    const rate = isPricedByMillion(meter) ? rates.find((one) => one.meter === meter) : undefined;
    return rate ? [{ meter, rate, share: new Decimal(text) }] : [];
  });
  if (parts.length === 0 || parts.length < Object.keys(shares).length) return null;
  const whole = sum(parts.map(({ share }) => share));
  const cost = sum(parts.map(({ share, rate }) => share.times(rate.value)));
  if (!cost.eq(whole.times(amount))) return null;
  const names = parts.map(({ meter }) => (meters.get(meter)?.many ?? meter).replace(/ tokens$/, ''));
  const words = `${ratioWords(parts.map(({ share }) => share))} of ${listWords(names)}`;
  return { words, rates: parts.map(({ rate }) => rate) };
}

/** Shares in the smallest whole numbers: 37.5, 37.5 and 25 are `3:3:2`. */
function ratioWords(shares: readonly Decimal[]): string {
  const common = shares.reduce(divisor);
  return shares.map((share) => share.div(common).toFixed()).join(':');
}

function divisor(a: Decimal, b: Decimal): Decimal {
  return b.isZero() ? a : divisor(b, a.mod(b));
}
