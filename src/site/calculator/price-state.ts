import { retiredOn } from '../../catalog/standing.ts';
import { sentence } from '../../catalog/words/capital.ts';
import { groupDigits } from '../../catalog/words/money.ts';
import { problemWords, type Retirement } from '../../catalog/words/problem-words.ts';
import { type Bill, type EngineProblem, type Meters, type Offer, tryPriceUsage } from '../../engine/index.ts';
import { readNumber } from './number-text.ts';
import { termsOf } from './terms.ts';

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
  offer: Offer & Retirement,
  values: Readonly<Record<string, string>>,
  at: string,
  meters: Meters,
): PricedState {
  const reasons: Record<string, string> = {};
  const usage: Record<string, string> = {};
  let requests = '1';
  for (const [name, text] of Object.entries(values)) {
    const problem = fieldProblem(name, text);
    if (problem) reasons[name] = problem;
    if (problem || text.trim() === '' || !(name.startsWith('u.') || name === 'requests')) continue;
    const number = readNumber(text, 'decimal');
    if (!('value' in number)) continue;
    if (name === 'requests') requests = number.value;
    else usage[name.slice(2)] = number.value;
  }
  if (Object.keys(reasons).length > 0) return { reasons };
  const { when = {}, ...options } = termsOf(values, at, meters);
  const result = tryPriceUsage(offer, [{ requests, usage, when }], options);
  if ('bill' in result) return { bill: result.bill, usage };
  for (const problem of result.problems) reasons[fieldOf(problem, values, offer)] ??= reasonOf(problem, offer);
  return { reasons };
}

function reasonOf(problem: EngineProblem, offer: Retirement): string {
  if (isOfRetired(problem, offer)) {
    return `${sentence(problemWords(problem, offer))} An earlier day has the rates that it had then.`;
  }
  if (problem.code !== 'part_exceeds_whole') return sentence(problemWords(problem, offer));
  return `Expected at least ${groupDigits(problem.args.sum)}, which what is counted within comes to.`;
}

/** Whether there are no rates on the day because the offer was retired by then, which is no fault of the day. */
function isOfRetired({ code, args }: EngineProblem, offer: Retirement): boolean {
  return code === 'no_period' && retiredOn(offer, args.at) !== null;
}

/** The field that a problem of the engine lies with. */
function fieldOf(problem: EngineProblem, values: Readonly<Record<string, string>>, offer: Retirement): string {
  if (isOfRetired(problem, offer)) return '';
  const { path } = problem;
  const [, meter] = /^groups\.0\.(?:usage\.)?([a-z0-9_]+)$/.exec(path) ?? [];
  if (meter === 'requests') return 'requests';
  if (meter !== undefined && `u.${meter}` in values) return `u.${meter}`;
  if (path === 'payment_method') return 'pay';
  return path in values || path === 'at' || path === 'top_up' ? path : '';
}
