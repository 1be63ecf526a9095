import { durationWords } from '../engine/duration-words.ts';

interface WorkAssumptionArgs {
  from_preset: { input: string; value: string; preset: string; reason: string | null };
  not_stated: { input: string; taken: string };
  starts_at: { at: string };
  days_spread: { days: number; stated: boolean };
  volume_rounded: { month: number; volume: string };
  months_apart: { months: number };
  price_changes: { offer: string; on: string; month: number };
  batch_price: { offer: string; hours: string };
  batch_missing: { offer: string };
  batch_too_slow: { deadline: string; hours: string };
  cache_unpriced: { offer: string };
  cache_too_slow: { pause: string; ttl: string };
  counted_by: { offer: string; meter: string };
  limit_unknown: { offer: string; limit: string };
  reasoning_not_resent: object;
  steps_capped: { steps: string; cap: string };
  range_corners: object;
  credit_by_days: { method: string; after: string };
  role_left_out: { what: string; requests: string };
  taxes_left_out: object;
  running_left_out: object;
}

export type WorkAssumptionCode = keyof WorkAssumptionArgs;

/** Something taken as given, or left out, in a sentence and as figures. */
export interface WorkAssumption {
  readonly code: WorkAssumptionCode;
  readonly text: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const WORDS: { readonly [C in WorkAssumptionCode]: (args: WorkAssumptionArgs[C]) => string } = {
  from_preset: ({ input, value, preset, reason }) =>
    `${input} is ${value}, taken from the preset ${preset}${reason === null ? '' : `: ${reason}`}`,
  not_stated: ({ input, taken }) => `${input} is not stated: ${taken}`,
  starts_at: ({ at }) => `the first month begins on ${at}, whose prices it has`,
  days_spread: ({ days, stated }) =>
    stated ? `a month's work falls evenly on ${days} days` : `a month's work falls evenly on all of its ${days} days`,
  volume_rounded: ({ month, volume }) => `the volume of month ${month} is rounded to ${volume} whole units`,
  months_apart: ({ months }) =>
    `each of the ${months} months is billed on its own; what a yearly rule counts starts anew`,
  price_changes: ({ offer, on, month }) =>
    `prices of ${offer} change on ${on}; month ${month} is priced at those of its first day throughout`,
  batch_price: ({ offer, hours }) =>
    `answers can wait ${hours} hours, so ${offer} is asked for its batch price; batches are answered within 24 hours`,
  batch_missing: ({ offer }) => `answers can wait, and ${offer} has no batch price; its usual price is taken`,
  batch_too_slow: ({ deadline, hours }) =>
    `answers are needed within ${deadline} hours and a batch may take ${hours}, so no batch price is taken`,
  cache_unpriced: ({ offer }) => `${offer} has no price of its own for cached input; it is billed as any input`,
  cache_too_slow: ({ pause, ttl }) =>
    `${pause} minutes pass between requests and a cache entry lives ${ttl}, so every request writes the cache and none reads it`,
  counted_by: ({ offer, meter }) => `${offer} is billed by ${meter} for this`,
  limit_unknown: ({ offer, limit }) => `the ${limit} of ${offer} is not known; the work is taken to fit`,
  reasoning_not_resent: () => 'hidden reasoning is billed as output once and not sent again with the history',
  steps_capped: ({ steps, cap }) => `a task of ${steps} steps is stopped after ${cap}, the cap`,
  range_corners: () =>
    'the low total has every input at the end of its range that costs less, the high total at the end that costs more',
  credit_by_days: ({ method, after }) =>
    `credit bought by ${method === 'any' ? 'any method' : method} ends after ${durationWords(after)}; in ways to pay it is spent evenly on months of 30 days`,
  role_left_out: ({ what, requests }) => `${what} (${requests} a month) is not priced: no offer is named for it`,
  taxes_left_out: () => 'taxes are left out',
  running_left_out: () => 'what runs beside the model (servers, storage, people) is left out',
};

/** Adds an assumption unless the same sentence stands there already. */
export function assumeWork<C extends WorkAssumptionCode>(
  list: WorkAssumption[],
  code: C,
  args: WorkAssumptionArgs[C],
): void {
  const text = WORDS[code](args);
  if (!list.some((known) => known.text === text)) {
    list.push({ code, text, args: args as Readonly<Record<string, unknown>> });
  }
}
