import { groupDigits } from '../catalog/words/group-digits.ts';
import type { BillOptions, Meters, UsageGroup } from '../engine/index.ts';

/** The work that every ranking and worked receipt of the site prices: a month of short chat calls. */
export const WORKLOAD = {
  requests: '30000',
  usage: { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' },
} as const satisfies UsageGroup;

/** The days over which the workload is spread; matters to daily rules only. */
export const DAYS = 30;

/** The currency in which offers are ranked. */
export const CURRENCY = 'USD';

/** Amounts of credit for which a provider's page shows what they cost to buy. */
export const TOP_UPS: readonly string[] = ['5', '20', '100'];

/** How the workload is priced at a date. */
export function workloadOptions(at: string, meters: Meters): BillOptions {
  return { at, meters, days: DAYS };
}

/** `1,200 input tokens (of which 800 cached input tokens) and 300 output tokens`. */
export function usageWords(usage: Readonly<Record<string, string | number>>, meters: Meters): string {
  const ids = Object.keys(usage).filter((id) => String(usage[id]) !== '0');
  const count = (id: string): string => {
    const quantity = String(usage[id]);
    const node = meters.get(id);
    return `${groupDigits(quantity)} ${(quantity === '1' ? node?.one : node?.many) ?? id}`;
  };
  const inside = (id: string): string[] =>
    ids.filter((other) => nearestStated(other, ids, meters) === id).map((other) => whole(other));
  const whole = (id: string): string => {
    const parts = inside(id);
    return parts.length > 0 ? `${count(id)} (of which ${parts.join(' and ')})` : count(id);
  };
  const words = ids.filter((id) => nearestStated(id, ids, meters) === undefined).map(whole);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'nothing counted');
}

function nearestStated(id: string, ids: readonly string[], meters: Meters): string | undefined {
  return meters.get(id)?.ancestors.find((up) => ids.includes(up));
}
