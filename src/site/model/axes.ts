import type { AxisOptions, Workload } from '../../workload/index.ts';
import type { Work } from '../ranking/work.ts';

/** What of the work two sellers are compared along. */
export const AXES = [
  'tokens',
  'input_tokens',
  'cache_read_tokens',
  'output_tokens',
  'requests',
  'web_searches',
] as const;
export type AxisId = (typeof AXES)[number];

/** How each reads: what grows, and one of it. */
export const AXIS_WORDS: Record<AxisId, { readonly grows: string; readonly unit: string }> = {
  tokens: { grows: 'tokens a request, in the same mix', unit: 'tokens a request' },
  input_tokens: { grows: 'tokens in', unit: 'tokens in' },
  cache_read_tokens: { grows: 'tokens in that are cached', unit: 'cached tokens' },
  output_tokens: { grows: 'tokens out', unit: 'tokens out' },
  requests: { grows: 'requests', unit: 'requests a month' },
  web_searches: { grows: 'web searches', unit: 'web searches a request' },
};

/** The work as the workload room reads it; what it counts none of is not stated. */
export function workloadOf({ requests, usage }: Work): Workload {
  const stated = Object.entries(usage).filter(([, count]) => count !== '0');
  return { kind: 'requests', requests, ...Object.fromEntries(stated) } as Workload;
}

/** How much the work has of what an axis varies; null where it cannot be varied in this work. */
export function amountOn(axis: AxisId, { requests, usage }: Work): string | null {
  if (axis === 'tokens') return null;
  const amount = axis === 'requests' ? requests : (usage[axis] ?? '0');
  return amount === '0' ? null : amount;
}

/** How to vary one input of the work, the others as they are; null where the work has none of it. */
export function axisOptions(axis: AxisId, work: Work): AxisOptions | null {
  const { usage } = work;
  if (axis === 'tokens') {
    const mix = mixOf(usage);
    return mix === null ? null : { vary: axis, mix };
  }
  if (amountOn(axis, work) === null) return null;
  const cached = usage['cache_read_tokens'] ?? '0';
  if (axis === 'input_tokens') return { vary: axis, from: whole(cached, 1) };
  if (axis === 'cache_read_tokens') return { vary: axis, to: whole(usage['input_tokens'] ?? '0', 0) };
  return { vary: axis };
}

/** A decimal as a whole number: cut, or cut and one more where a part is left. */
function whole(text: string, up: 0 | 1): string {
  const [digits = '0', part] = text.split('.');
  return String(BigInt(digits) + (part === undefined || up === 0 ? 0n : 1n));
}

/** `1200`, `800` cached and `300` out as `12:3:8`; null where nothing is counted, or the mix has too many digits. */
function mixOf(usage: Work['usage']): string | null {
  const texts = ['input_tokens', 'output_tokens', 'cache_read_tokens'].map((meter) => usage[meter] ?? '0');
  const places = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const counts = texts.map((text) => {
    const [digits = '0', part = ''] = text.split('.');
    return BigInt(digits + part.padEnd(places, '0'));
  });
  const common = counts.reduce(commonDivisor);
  if (common === 0n) return null;
  const [input = 0n, output = 0n, cached = 0n] = counts.map((count) => count / common);
  const mix = [input, output, ...(cached > 0n ? [cached] : [])].join(':');
  return input + output === 0n || /\d{7}/.test(mix) ? null : mix;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
