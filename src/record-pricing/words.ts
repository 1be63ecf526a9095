import { groupDigits, money } from '../catalog/words/money.ts';
import type { PriceAnswer, PricedGroup, RecordedMoney } from './answer.ts';

/** What something costs between two bounds. */
export function costWords({ low, high, currency }: Pick<PricedGroup, 'low' | 'high' | 'currency'>): string {
  return low === high ? money(low, currency) : `${money(low, currency)} to ${money(high, currency)}`;
}

/** How certain the cost of a group is: nothing to say, `bounds`, or `incomplete`. */
export function certaintyWords({ complete, low, high }: PricedGroup): string {
  if (complete) return '';
  return low === high ? 'incomplete' : 'bounds';
}

/** What was counted and has no price. */
export function gapWords({ offer, meter, quantity, reason }: PricedGroup['gaps'][number]): string {
  return `${offer}: ${groupDigits(quantity)} ${meter}: ${reason}`;
}

/** A model without an offer, as records name it. */
export function unmatchedName({ provider, model }: PriceAnswer['unmatched'][number]): string {
  return model === null ? 'records without a model' : `${provider ? `${provider}:` : ''}${model}`;
}

/** Why a model has no offer, and which it may be. */
export function unmatchedReason({ nearest, ambiguous }: PriceAnswer['unmatched'][number]): string {
  if (ambiguous) return `may be any of ${nearest.length}`;
  return nearest.length > 0 ? 'nearest' : '';
}

/** Money in records beside our own prices, a line for each thing to say. */
export function recordedWords(recorded: RecordedMoney): string[] {
  const { kind, currency, amount, records, compared, equal, difference, explained, largest } = recorded;
  return [
    `${money(amount, currency)} ${kind} in ${countOf(records)}; of ${groupDigits(String(compared))} compared ` +
      `${groupDigits(String(equal))} are equal to ours, and all together differ by ${money(difference, currency)}`,
    ...explained.map(({ reason, records: count }) => `${countOf(count)}: ${reason}`),
    ...largest.map(
      ({ file, line, recorded: theirs, priced }) =>
        `${file}:${line}: ${money(theirs, currency)} recorded, ${money(priced, currency)} by the catalog`,
    ),
  ];
}

/** `1 record`, `1,200 records`. */
export function countOf(records: number): string {
  return `${groupDigits(String(records))} ${records === 1 ? 'record' : 'records'}`;
}

/** Where a problem is and what it is: `log.jsonl:7: not valid JSON`. */
export function problemWords({ file, line, text }: PriceAnswer['problems'][number]): string {
  return `${file}${line > 0 ? `:${line}` : ''}${file ? ': ' : ''}${text}`;
}

/** How many problems there are, shown or not. */
export function problemCount({ problem_counts }: PriceAnswer): number {
  return Object.values(problem_counts).reduce((sum, count) => sum + count, 0);
}
