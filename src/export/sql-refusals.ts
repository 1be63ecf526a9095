import { type Conditions, holds } from '../engine/condition.ts';
import type { PreparedPeriod } from '../engine/prepare.ts';

/** Why sums over requests cannot price a card, a sentence for each of its rules that stand in the way. */
export function cardRefusals({ period, path, rates }: PreparedPeriod, when: Conditions, ms: number): string[] {
  const timed = [...rates.map(({ rate, path: at }) => ({ rule: rate, at })), ...rulesOf(path, period.multipliers)];
  return [
    ...(period.request_rounding ? [`${path}/request_rounding rounds what each request costs; sums cannot`] : []),
    ...(period.request_minimum ? [`${path}/request_minimum raises what a request costs; sums cannot`] : []),
    ...timed.flatMap(({ rule, at }) =>
      rule.when?.time ? [`${at} holds at certain hours, and the table does not say when a request was made`] : [],
    ),
    ...rates.flatMap((rate) =>
      rate.state === 'published' && rate.block && holds(rate.rate.when, when, ms)
        ? [`${rate.path} is billed in blocks or with a minimum for each request; sums cannot`]
        : [],
    ),
    ...rulesOf(path, period.allowances, 'allowances').flatMap(({ rule, at }) =>
      holds(rule.when, when, ms) ? [`${at} gives free units, which are shared between lines; sums cannot`] : [],
    ),
  ];
}

function rulesOf<R>(path: string, rules: readonly R[] | undefined, name = 'multipliers'): { rule: R; at: string }[] {
  return (rules ?? []).map((rule, index) => ({ rule, at: `${path}/${name}/${index}` }));
}
