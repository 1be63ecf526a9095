import { Decimal, plain } from '../../engine/decimal.ts';
import { eachPair } from './pairs.ts';
import type { Statement } from './statement.ts';

/** Shares of input and output by which blends are customarily made. */
const SHARES: readonly (readonly [input: number, output: number])[] = [
  [1, 1],
  [3, 1],
  [1, 3],
  [70, 30],
  [30, 70],
  [2, 1],
  [1, 2],
  [4, 1],
  [1, 4],
  [9, 1],
];

/**
 * The shares by which two prices blend to an amount, rounded as the amount is: 0.455 of 0.35 and 0.56 is 1:1, 0.4025
 * is 3:1. An amount of fewer than two significant digits says too little.
 */
export function blendShares(amount: string, input: string, output: string): string | null {
  const given = new Decimal(amount);
  if (given.precision() < 2 || new Decimal(input).eq(output)) return null;
  const found = SHARES.find(([inputs, outputs]) => {
    const whole = new Decimal(input)
      .times(inputs)
      .plus(new Decimal(output).times(outputs))
      .div(inputs + outputs);
    return whole.toDecimalPlaces(given.decimalPlaces(), Decimal.ROUND_HALF_UP).eq(given);
  });
  return found ? found.join(':') : null;
}

/** A source that gives one number for input and output alike, which blends what another gives for each. */
export const blend = eachPair((a, b) => {
  const own = pricesOf(a);
  const other = pricesOf(b);
  if (!own || !other || !new Decimal(own.input).eq(own.output)) return null;
  const shares = blendShares(own.input, other.input, other.output);
  if (shares === null) return null;
  return {
    kind: 'blend',
    values: [a.value, b.value],
    args: {
      blend: a.shown,
      shares: `${shares} of input and output`,
      of: [plain(new Decimal(other.input)), plain(new Decimal(other.output))],
    },
  };
});

function pricesOf({ card, meter }: Statement): { input: string; output: string } | null {
  if (meter !== 'input_tokens' && meter !== 'output_tokens') return null;
  const [input, output] = [card?.plain.get('input_tokens'), card?.plain.get('output_tokens')];
  return input === undefined || output === undefined ? null : { input, output };
}
