import { Decimal } from '../engine/decimal.ts';
import type { ImportDiff, RateChange } from './diff.ts';

/** A diff as lines to review: new, gone, then what changed with each price before and after. */
export function diffText({ added, removed, changed, unchanged }: ImportDiff): string[] {
  return [
    ...added.map(({ provider, model_id }) => `+ ${provider}:${model_id}`),
    ...removed.map(({ provider, model_id }) => `- ${provider}:${model_id}`),
    ...changed.flatMap(({ provider, model_id, rates, facts }) => [
      `~ ${provider}:${model_id}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`,
      ...rates.map((change) => `    ${changeText(change)}`),
    ]),
    `${added.length} new, ${removed.length} gone, ${changed.length} changed, ${unchanged} as before`,
  ];
}

/** `input_tokens per 1000000: 0.5 -> 0.4 (-20%)` */
function changeText({ rate, before, after }: RateChange): string {
  if (before === null) return `${rate}: ${after} (new)`;
  if (after === null) return `${rate}: ${before} (gone)`;
  const share = Number(before) === 0 ? 'was 0' : percent(before, after);
  return `${rate}: ${before} -> ${after} (${share})`;
}

/** The change in percent to one place. From 0.5 to 0.4 is -20%. */
function percent(before: string, after: string): string {
  const change = new Decimal(after).minus(before).div(before).times(100).toDecimalPlaces(1);
  return `${change.isPositive() ? '+' : ''}${change.toString()}%`;
}
