import { groupDigits } from '../../catalog/words/group-digits.ts';
import type { BreakEven, Crossing } from '../../workload/index.ts';
import { amountText, shortText } from '../ranking/units.ts';
import { AXIS_WORDS, type AxisId } from './axes.ts';

/** From where on the second of two costs changes: `above 4,222`, or `from 21 on` where only whole values mean anything. */
export function aboveWords({ at, first }: Crossing): string {
  if (at === null) return `from ${groupDigits(first)} on`;
  return `above ${groupDigits(at.split('.')[0] ?? at)}`;
}

/** Up to where the first still holds: `below 4,223`, or `up to 20`. */
export function belowWords({ at, last }: Crossing): string {
  if (at === null) return `up to ${groupDigits(last)}`;
  const [whole = '0', part] = at.split('.');
  return `below ${groupDigits(part === undefined ? whole : String(BigInt(whole) + 1n))}`;
}

/** What a comparison of two sellers comes to, in sentences. */
export function breakEvenSentences(answer: BreakEven, a: string, b: string, axis: AxisId): string[] {
  const { crossings, compared_from: from, compared_to: to, currency, cheaper_at_start: start } = answer;
  const { unit } = AXIS_WORDS[axis];
  const names = { a, b };
  if (from === null || to === null) return [`${a} and ${b} do not both have a price for this work.`];
  const span = `from ${groupDigits(from)} to ${groupDigits(to)} ${unit}`;
  if (crossings.length === 0) {
    const winner = start === 'equal' ? answer.cheaper_at_end : start;
    if (winner === null || winner === 'equal') return [`${a} and ${b} cost the same ${span}.`];
    return [
      `${names[winner]} costs no more than ${names[winner === 'a' ? 'b' : 'a']} at any of the values looked at, ${span}.`,
    ];
  }
  return crossings.map((crossing) => {
    const cost = amountText(shortText(crossing[crossing.cheaper_after]));
    const other = amountText(shortText(crossing[crossing.cheaper_before]));
    const there = `at ${groupDigits(crossing.first)} ${currency} ${cost} a month against ${other}`;
    return `${names[crossing.cheaper_after]} costs less than ${names[crossing.cheaper_before]} ${aboveWords(crossing)} ${unit}: ${there}.`;
  });
}
