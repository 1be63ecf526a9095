import type { DecimalString } from './decimal.ts';
import { durationWords } from './duration-words.ts';
import type { Span } from './rate-card.ts';

interface AssumptionArgs {
  rate_reading: { label: string; reading: string };
  whole_inferred: { whole: string };
  overlap_assumed_none: { a: string; b: string };
  equal_requests: { requests: DecimalString; rule: string; group: number | null };
  mean_quantity: { meter: string; quantity: DecimalString; rule: string };
  start_unknown: { at: string; known: string };
  time_of_day_assumed: { at: string };
  condition_unpriced: { key: string; value: string; held: boolean };
  condition_same_price: { meter: string; key: string; value: string };
  subject_not_stated: { label: string; subject: string };
  nothing_used_before: { label: string; span: Span };
  nothing_spent_before: { label: string; span: Span };
  used_before_elsewhere: { label: string };
  used_before_in_units: { label: string };
  used_before_not_repriced: { label: string };
  days_in_span: { label: string; days: DecimalString };
  one_span_for_days: { label: string; span: Span; days: DecimalString };
  span_not_prorated: { label: string; span: Span };
  term_runs_on: { label: string; term: string };
  fees_left_out: { left_out: readonly string[] };
  no_exchange_rate: { from: string; to: string };
  payment_method_assumed: { method: string; others: readonly string[] };
  top_up_fee_unstated: {
    fee: string;
    amount: DecimalString;
    inside_fee: DecimalString;
    inside_total: DecimalString;
    currency: string;
  };
  top_up_shared: { top_up: DecimalString; fee: DecimalString; used: DecimalString; currency: string };
  top_up_adjusted: { asked: DecimalString; top_up: DecimalString; currency: string };
  top_up_left: { count: DecimalString; top_up: DecimalString; left: DecimalString; currency: string };
  balance_may_expire: { after: string; certainty: 'may' | 'will' };
}

export type AssumptionCode = keyof AssumptionArgs;

/** Something that was read into the data or the question, in a sentence and as figures. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly text: string;
  readonly args: Readonly<Record<string, unknown>>;
}

const SPAN_WORDS: Record<Span, string> = { day: 'this day', month: 'this month', year: 'this year', once: 'so far' };

const WORDS: { readonly [C in AssumptionCode]: (args: AssumptionArgs[C]) => string } = {
  rate_reading: ({ label, reading }) => `${label}: ${reading}`,
  whole_inferred: ({ whole }) => `${whole} was not stated; it is taken as the sum of its parts`,
  overlap_assumed_none: ({ a, b }) => `how much of ${a} is also ${b} was not stated; it is taken as none`,
  equal_requests: ({ requests, rule, group }) =>
    `all ${requests} requests${group === null ? '' : ` of group ${group}`} are taken to be alike: ${rule} is decided for each of them by the same counts`,
  mean_quantity: ({ meter, quantity, rule }) =>
    `${quantity} ${meter} per request is a mean; ${rule} is applied as if each request had exactly that`,
  start_unknown: ({ at, known }) =>
    `when these rates began is not known; their oldest source is of ${known}, and they are used at ${at} all the same`,
  time_of_day_assumed: ({ at }) => `the price depends on the time of day and only a date was given; ${at} is used`,
  condition_unpriced: ({ key, value, held }) =>
    `the card says nothing of ${key} ${value}${held ? '; the rates that hold without it are used' : ''}`,
  condition_same_price: ({ meter, key, value }) =>
    `the card has no price of its own for ${meter} at ${key} ${value}; ${meter} are charged the same`,
  subject_not_stated: ({ label, subject }) =>
    `${label}: its price depends on ${subject}, of which nothing was stated; it is taken as 0`,
  nothing_used_before: ({ label, span }) => `${label}: nothing else was used ${SPAN_WORDS[span]}`,
  nothing_spent_before: ({ label, span }) => `${label}: nothing else was charged ${SPAN_WORDS[span]}`,
  used_before_elsewhere: ({ label }) =>
    `${label}: none of what was used before is counted here; it is taken to have been asked for as the whole bill is`,
  used_before_in_units: ({ label }) =>
    `${label}: what was used before is counted in the units that were used, not in billed blocks`,
  used_before_not_repriced: ({ label }) =>
    `${label}: what was used before helps to reach a price, but is not charged again at it here`,
  days_in_span: ({ label, days }) =>
    days === '1' ? `${label}: all usage falls on one day` : `${label}: the usage is spread evenly over ${days} days`,
  one_span_for_days: ({ label, span, days }) => `${label}: one ${span} is counted for ${days} days`,
  span_not_prorated: ({ label, span }) =>
    span === 'once' ? `${label} is charged once` : `${label} is charged for one whole ${span}`,
  term_runs_on: ({ label, term }) => `${label} binds for ${durationWords(term)}; this bill holds one span of it`,
  fees_left_out: ({ left_out }) =>
    `every charge and credit beside the usage was left out as asked${left_out.length > 0 ? `: ${left_out.join(', ')}` : ''}`,
  no_exchange_rate: ({ from, to }) => `no exchange rate from ${from} to ${to} was given; the total is in ${from}`,
  payment_method_assumed: ({ method, others }) =>
    `paid by ${method}; ${others.join(', ')} ${others.length === 1 ? 'has' : 'have'} terms of ${others.length === 1 ? 'its' : 'their'} own`,
  top_up_fee_unstated: ({ fee, amount, inside_fee, inside_total, currency }) =>
    `the provider does not say whether the top-up fee of ${fee} comes on top of the credit or out of it; it is added ` +
    `on top (${amount} ${currency}); taken from inside, the fee would be ${inside_fee} and the total ${inside_total} ${currency}`,
  top_up_shared: ({ top_up, fee, used, currency }) =>
    `paid from a top-up of ${top_up} ${currency} whose fee is ${fee}; this bill carries the share of the ${used} that it uses`,
  top_up_adjusted: ({ asked, top_up, currency }) =>
    `a top-up of ${asked} ${currency} cannot be bought; one of ${top_up} ${currency} is taken`,
  top_up_left: ({ count, top_up, left, currency }) =>
    `${count} top-up${count === '1' ? '' : 's'} of ${top_up} ${currency}; ${left} ${currency} of credit is left over`,
  balance_may_expire: ({ after, certainty }) => `unused credit ${certainty} expire after ${durationWords(after)}`,
};

/** Adds an assumption unless the same one stands there already. */
export function assume<C extends AssumptionCode>(list: Assumption[], code: C, args: AssumptionArgs[C]): void {
  const text = WORDS[code](args);
  if (!list.some((known) => known.code === code && known.text === text)) {
    list.push({ code, text, args: args as Readonly<Record<string, unknown>> });
  }
}
