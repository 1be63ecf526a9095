import type { When } from '../engine/condition.ts';
import type { PublishedRate } from '../engine/rate-card.ts';
import { MILLION, readRate } from './read-rate.ts';
import type { Row } from './row.ts';

/** Keys of a flat price in dollars per million tokens, and the meter of each. */
const METERS: Readonly<Record<string, string>> = {
  input: 'input_tokens',
  output: 'output_tokens',
  cache_read: 'cache_read_tokens',
  cache_write: 'cache_write_tokens',
  reasoning: 'output_reasoning_tokens',
  input_audio: 'input_audio_tokens',
  output_audio: 'output_audio_tokens',
  input_video: 'input_video_tokens',
};
/** Keys whose unit differs from provider to provider without being said; the keys that may say the same. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  audio: ['input_audio', 'input'],
  image: ['input'],
  request: [],
};

/** A flat price, or none: `{input: 3, output: 15, cache_read: 0.3}`. */
export type CostObject = Readonly<Record<string, unknown>> | null | undefined;

/** Prices for what a request can ask for: `{fast: {cost: {input: 10}, provider: {body: {speed: "fast"}}}}`. */
export type Modes = Readonly<Record<string, Mode>> | null | undefined;

interface Mode {
  readonly cost?: CostObject;
  readonly provider?: { readonly body?: Readonly<Record<string, unknown>> | null | undefined } | null | undefined;
}

/** A flat price as rates, in the order of its keys. */
export function flatRates(cost: CostObject, path: string, when: When | undefined, row: Row): PublishedRate[] {
  return Object.entries(cost ?? {}).flatMap(([key, value]) => {
    const at = `${path}/${key}`;
    const meter = METERS[key];
    if (value === null || value === undefined) return [];
    if (meter === undefined) {
      const same = AMBIGUOUS[key];
      const repeated = same?.some((other) => cost?.[other] === value);
      row.note(!same ? 'unknown_price_key' : repeated ? 'derived_price' : 'ambiguous_unit', at, value);
      return [];
    }
    return readRate({ key, meter, value, form: 'number', given_per: MILLION, per: MILLION, path: at, when }, row) ?? [];
  });
}

/** The prices of the modes that a request can ask for: those of `service_tier: priority`, of `speed: fast`. */
export function modeRates(modes: Modes, at: string, row: Row): PublishedRate[] {
  return Object.entries(modes ?? {}).flatMap(([name, mode]) => {
    const path = `${at}/${name}`;
    if (!mode.cost) return [];
    const when = whenOf(mode.provider?.body ?? {});
    if (when) return flatRates(mode.cost, `${path}/cost`, when, row);
    row.note('unread_condition', path, mode.provider?.body ?? null);
    return [];
  });
}

function whenOf(body: Readonly<Record<string, unknown>>): When | null {
  const entries = Object.entries(body);
  const known = entries.every(([key, value]) => ['service_tier', 'speed'].includes(key) && typeof value === 'string');
  return known && entries.length > 0 ? (body as When) : null;
}
