import { sentence } from '../../catalog/words/capital.ts';
import { groupDigits } from '../../catalog/words/money.ts';
import {
  type Bill,
  type BillOptions,
  type EngineProblem,
  engineProblemText,
  type Meters,
  type Offer,
  tryPriceUsage,
} from '../../engine/index.ts';
import { readNumber } from './number-text.ts';

/** The bill for what was typed, or why there is none: by the field that is to blame, `''` for none of them. */
export type PricedState =
  | { readonly bill: Bill; readonly usage: Readonly<Record<string, string>> }
  | { readonly reasons: Readonly<Record<string, string>> };

const WHOLE = new Set(['requests', 'days']);
const TEXT = new Set(['at', 'time', 'pay']);

/** What is wrong with the text of a field; null where nothing is. */
export function fieldProblem(name: string, text: string): string | null {
  if (text.trim() === '' || TEXT.has(name) || name.startsWith('when.')) return null;
  const read = readNumber(text, WHOLE.has(name) ? 'whole' : 'decimal');
  if ('reason' in read) return `Expected ${read.reason}.`;
  if (name === 'days' && /^0+$/.test(read.value)) return 'Expected at least 1 day.';
  if (name === 'days' && read.value.length > 6) return 'Expected fewer days.';
  return null;
}

/** Prices what was typed into the fields on an offer; empty fields count nothing. */
export function priceState(
  offer: Offer,
  values: Readonly<Record<string, string>>,
  at: string,
  meters: Meters,
): PricedState {
  const reasons: Record<string, string> = {};
  const usage: Record<string, string> = {};
  const when: Record<string, string> = {};
  const read: Record<string, string> = {};
  for (const [name, text] of Object.entries(values)) {
    const problem = fieldProblem(name, text);
    if (problem) reasons[name] = problem;
    if (problem || text.trim() === '') continue;
    if (name.startsWith('when.')) when[name.slice(5)] = text;
    else {
      const number = TEXT.has(name) ? { value: text.trim() } : readNumber(text, 'decimal');
      if (!('value' in number)) continue;
      if (name.startsWith('u.')) usage[name.slice(2)] = number.value;
      else read[name] = number.value;
    }
  }
  if (Object.keys(reasons).length > 0) return { reasons };
  const options: BillOptions = {
    at: moment(read['at'] ?? at, read['time']),
    meters,
    ...(read['days'] === undefined ? {} : { days: Number(read['days']) }),
    ...(read['pay'] === undefined ? {} : { payment_method: read['pay'] }),
    ...(read['top_up'] === undefined ? {} : { top_up: read['top_up'] }),
  };
  const result = tryPriceUsage(offer, [{ requests: read['requests'] ?? '1', usage, when }], options);
  if ('bill' in result) return { bill: result.bill, usage };
  for (const problem of result.problems) reasons[fieldOf(problem, values)] ??= problemWords(problem);
  return { reasons };
}

/** The moment of a date and a time of day in UTC: `2026-11-20T09:30Z`. */
function moment(date: string, time: string | undefined): string {
  return time === undefined ? date : `${date.slice(0, 10)}T${time}Z`;
}

function problemWords(problem: EngineProblem): string {
  if (problem.code !== 'part_exceeds_whole') return sentence(engineProblemText(problem));
  return `Expected at least ${groupDigits(problem.args.sum)}, which what is counted within comes to.`;
}

/** The field that a problem of the engine lies with. */
function fieldOf({ path }: EngineProblem, values: Readonly<Record<string, string>>): string {
  const [, meter] = /^groups\.0\.(?:usage\.)?([a-z0-9_]+)$/.exec(path) ?? [];
  if (meter === 'requests') return 'requests';
  if (meter !== undefined && `u.${meter}` in values) return `u.${meter}`;
  if (path === 'payment_method') return 'pay';
  return path in values || path === 'at' || path === 'top_up' ? path : '';
}
