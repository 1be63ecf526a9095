import { Decimal, plain } from '../engine/decimal.ts';
import type { UsageGroup } from '../engine/usage.ts';
import type { PricedMonth } from './price-month.ts';
import { term, type WorkGroup } from './work-group.ts';

/** Equal requests of an estimate, with how their input came about. Quantities are those of one request. */
export interface EstimateStep {
  readonly label: string;
  readonly requests: string;
  readonly usage: Readonly<Record<string, string>>;
  /** `system prompt 800 + earlier turns 2 x 250 + new message 50`; empty where there is nothing to add up. */
  readonly input: string;
  readonly terms: readonly { readonly what: string; readonly times: string; readonly tokens: string }[];
  readonly role: WorkGroup['role'];
  readonly offer: string | null;
}

/** What images or sound are called where their tokens are added to those of the text. */
const MEDIA: Readonly<Record<WorkGroup['takes'], string>> = { text: 'more', image: 'images', audio: 'sound' };

/** The groups of a month as text, step by step, counted as the card of their offer counts them. */
export function stepsOfMonth({ groups, counted }: Pick<PricedMonth, 'groups' | 'counted'>): EstimateStep[] {
  return groups.map((group) => {
    const { label, requests, role, offer } = group;
    const own = Object.fromEntries([...group.usage].map(([meter, quantity]) => [meter, plain(quantity)]));
    const usage = textsOf(counted.get(group) ?? own);
    const added = new Decimal(usage['input_tokens'] ?? 0).minus(own['input_tokens'] ?? 0);
    const terms = [...group.terms, ...term(MEDIA[group.takes], added)];
    return {
      label,
      requests: plain(requests),
      usage,
      input: terms
        .map(({ what, times, tokens }) => `${what} ${times.eq(1) ? '' : `${plain(times)} x `}${plain(tokens)}`)
        .join(' + '),
      terms: terms.map(({ what, times, tokens }) => ({ what, times: plain(times), tokens: plain(tokens) })),
      role,
      offer,
    };
  });
}

function textsOf(usage: UsageGroup['usage']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(usage).map(([meter, quantity]) => [meter, String(quantity)]));
}
