import type { When } from '../../engine/condition.ts';
import type { PublishedRate } from '../../engine/rate-card.ts';
import { MILLION, readRate } from '../read-rate.ts';
import type { Row } from '../row.ts';
import type { Component } from './parse.ts';

/** What a component prices: its meter, and under which conditions. */
interface Priced {
  readonly meter: string;
  readonly when?: When;
}

const TOKENS: Readonly<Record<string, string>> = {
  'token.input': 'input_tokens',
  'token.output': 'output_tokens',
  'token.cache_read': 'cache_read_tokens',
  'token.cache_write': 'cache_write_tokens',
};
const TOOLS: Readonly<Record<string, string>> = { web_search: 'web_searches' };
const SECONDS: Readonly<Record<string, string>> = {
  'audio.input.second': 'input_audio_seconds',
  'video.input.second': 'input_video_seconds',
  'video.output.second': 'output_video_seconds',
};
const TTLS: Readonly<Record<string, string>> = { '5m': 'cache_write_5m_tokens', '1h': 'cache_write_1h_tokens' };

/** A component beside the flat prices as a rate. What repeats a flat price or cannot be said is noted. */
export function componentRate(
  component: Component,
  path: string,
  flat: readonly PublishedRate[],
  row: Row,
): PublishedRate | null {
  const priced = pricedBy(component);
  if (!priced) {
    row.note('unknown_unit', path, `${component.id} ${component.rate}`);
    return null;
  }
  const given_per = component.per ?? 1;
  const per = priced.meter.endsWith('_tokens') ? MILLION : Math.max(1, given_per);
  const { meter, when } = priced;
  const field = { key: component.id, meter, value: component.rate, form: 'number' as const, given_per, per, path };
  const rate = readRate({ ...field, when }, row);
  if (!rate || when || !flat.some((one) => one.meter === meter && !one.when)) return rate;
  const same = flat.some((one) => one.meter === meter && !one.when && one.price === rate.price);
  row.note(same ? 'derived_price' : 'conflicting_price', path, component.rate);
  return null;
}

function pricedBy(component: Component): Priced | null {
  const { id, kind, unit, tool, size_class } = component;
  if (kind === 'tool' && unit === 'call') return tool && TOOLS[tool] ? { meter: TOOLS[tool] } : null;
  if (kind === 'image' && unit === 'image') return imagePriced(id, size_class ?? null);
  if (kind === 'other') {
    const meter = SECONDS[id.replace(/\.\d+p\./, '.')];
    return meter ? { meter, ...(size_class ? { when: { resolution: size_class } } : {}) } : null;
  }
  return kind === 'token' && unit === 'token' ? tokenPriced(component) : null;
}

/** `1024x1024:hd` is a resolution and a quality; a range of sizes is neither. */
function imagePriced(id: string, size: string | null): Priced | null {
  if (id === 'image.input') return { meter: 'input_images' };
  if (size === null) return { meter: 'images' };
  const [resolution = '', quality] = size.toLowerCase().split(':');
  if (!/^(\d+x\d+|[\d.]+k)$/.test(resolution)) return null;
  return { meter: 'images', when: { resolution, ...(quality ? { quality } : {}) } };
}

/** Conditions that a rate can carry are taken; those of a long context are steps, read elsewhere. */
function tokenPriced({ id, mode, applies_when }: Component): Priced | null {
  const { api, cache_operation, cache_ttl, input_tokens, ...others } = applies_when ?? {};
  const base = TOKENS[id.replace(/\.(batch|1h)$/, '')];
  if (!base || Object.keys(others).length > 0 || !isUpTo(input_tokens)) return null;
  const meter = cache_ttl === undefined ? base : TTLS[String(cache_ttl)];
  if (meter === undefined || (cache_ttl !== undefined && base !== 'cache_write_tokens')) return null;
  const batch = mode === 'batch' && api === 'batch';
  if (!batch && (api !== undefined || (mode != null && mode !== 'standard'))) return null;
  return { meter, ...(batch ? { when: { service_tier: 'batch' } } : {}) };
}

/** The lower side of a threshold is the price as such. */
function isUpTo(condition: unknown): boolean {
  return condition === undefined || (typeof condition === 'object' && condition !== null && 'lte' in condition);
}
