import type { Assumption } from '../../engine/assumption.ts';
import { Decimal, plain, sum } from '../../engine/decimal.ts';
import type { Meters } from '../../engine/meter.ts';
import { dateWords } from './date.ts';
import { groupDigits } from './group-digits.ts';

/**
 * What a bill takes as given, in sentences for people: meters by their words, and what is said alike of many groups of
 * requests said once of all.
 */
export function assumptionWords(assumptions: readonly Assumption[], meters: Meters): string[] {
  const rules = new Map<string, Assumption[]>();
  for (const one of assumptions) {
    if (one.code !== 'equal_requests') continue;
    const rule = String(one.args['rule']);
    rules.set(rule, [...(rules.get(rule) ?? []), one]);
  }
  return assumptions.flatMap((one) => {
    if (one.code !== 'equal_requests') return one.code === 'rate_reading' ? one.text : withWords(one, meters);
    const all = rules.get(String(one.args['rule'])) ?? [];
    return all[0] === one ? named(alikeWords(all), meters) : [];
  });
}

/** `the 252 requests are taken to be alike: ...`, of one group or of many. */
function alikeWords(all: readonly Assumption[]): string {
  const [first] = all;
  const requests = groupDigits(plain(sum(all.map(({ args }) => new Decimal(String(args['requests']))))));
  const rule = String(first?.args['rule']);
  const group = first?.args['group'];
  if (all.length > 1) {
    return `the requests within each of ${groupDigits(String(all.length))} groups, ${requests} in all, are taken to be alike: ${rule} is decided for each of them by the same counts`;
  }
  const whose = group === null || group === undefined ? '' : ` of group ${group}`;
  return `all ${requests} requests${whose} are taken to be alike: ${rule} is decided for each of them by the same counts`;
}

function withWords({ code, text, args }: Assumption, meters: Meters): string {
  if (code === 'start_unknown') return text.replaceAll(/\d{4}-\d\d-\d\d(?:T[\d:]+Z)?/g, dayWords);
  const quantity = String(args['quantity'] ?? '');
  const isMean = code === 'mean_quantity' && text.startsWith(quantity);
  return named(isMean ? `${groupDigits(quantity)}${text.slice(quantity.length)}` : text, meters);
}

/** `2020-01-01T00:00:00Z` as `1 Jan 2020`. */
function dayWords(moment: string): string {
  return dateWords(moment.replace('T00:00:00Z', ''));
}

/** A text with the words of meters in the place of their ids. */
function named(text: string, meters: Meters): string {
  return text.replaceAll(/\b[a-z]+(?:_[a-z0-9]+)+\b/g, (id) => meters.get(id)?.many ?? id);
}
