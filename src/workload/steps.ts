import { plain } from '../engine/decimal.ts';
import type { WorkGroup } from './work-group.ts';

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

/** The groups of a month as text, step by step. */
export function stepsOfGroups(groups: readonly WorkGroup[]): EstimateStep[] {
  return groups.map(({ label, requests, usage, terms, role, offer }) => ({
    label,
    requests: plain(requests),
    usage: Object.fromEntries([...usage].map(([meter, quantity]) => [meter, plain(quantity)])),
    input: terms
      .map(({ what, times, tokens }) => `${what} ${times.eq(1) ? '' : `${plain(times)} x `}${plain(tokens)}`)
      .join(' + '),
    terms: terms.map(({ what, times, tokens }) => ({ what, times: plain(times), tokens: plain(tokens) })),
    role,
    offer,
  }));
}
