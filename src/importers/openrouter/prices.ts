import type { PublishedRate, TierStep } from '../../engine/rate-card.ts';
import { MILLION, readRate } from '../read-rate.ts';
import type { Row } from '../row.ts';
import { withSteps } from '../steps.ts';
import type { OpenrouterModel } from './parse.ts';

/** Keys of prices in dollars per unit, the meter of each, and for how many units a rate is written. */
const METERS: Readonly<Record<string, readonly [meter: string, per: number]>> = {
  prompt: ['input_tokens', MILLION],
  completion: ['output_tokens', MILLION],
  input_cache_read: ['cache_read_tokens', MILLION],
  input_cache_write: ['cache_write_tokens', MILLION],
  input_cache_write_1h: ['cache_write_1h_tokens', MILLION],
  internal_reasoning: ['output_reasoning_tokens', MILLION],
  audio: ['input_audio_tokens', MILLION],
  audio_output: ['output_audio_tokens', MILLION],
  input_audio_cache: ['cache_audio_read_tokens', MILLION],
  image_token: ['input_image_tokens', MILLION],
  image_output: ['output_image_tokens', MILLION],
  request: ['requests', 1],
  web_search: ['web_searches', 1000],
};
/** Zero for these is a price of zero; for all others it says that nothing is charged apart. */
const MAIN = ['prompt', 'completion'];
const CONDITIONS = ['utc_start', 'utc_end'];

/** Every price of a row as rates; those above a number of prompt tokens as steps. */
export function readPrices(pricing: OpenrouterModel['pricing'], row: Row): PublishedRate[] {
  const { overrides, discount, ...flat } = pricing ?? {};
  if (Number(discount ?? 0) !== 0) row.note('unread_condition', 'pricing/discount', discount);
  const base = rateFields(flat, 'pricing', row);
  const steps = new Map<string, TierStep[]>();
  for (const [index, override] of (overrides ?? []).entries()) {
    const { min_prompt_tokens, ...prices } = override;
    const path = `pricing/overrides/${index}`;
    if (CONDITIONS.some((key) => key in override) || !Number.isSafeInteger(min_prompt_tokens)) {
      row.note('unread_condition', path, override);
      continue;
    }
    for (const { meter, price } of rateFields(prices, path, row)) {
      if (!base.some((rate) => rate.meter === meter)) row.note('unread_tier', path, `${meter} ${price}`);
      const before = (steps.get(meter) ?? []).filter(({ over }) => over !== String(min_prompt_tokens));
      steps.set(meter, [...before, { over: String(min_prompt_tokens), price }]);
    }
  }
  return base.map((rate) => withSteps(rate, steps.get(rate.meter) ?? [], null));
}

function rateFields(prices: Readonly<Record<string, unknown>>, at: string, row: Row): PublishedRate[] {
  return Object.entries(prices).flatMap(([key, value]) => {
    const path = `${at}/${key}`;
    if (value === null || value === undefined) return [];
    if (!MAIN.includes(key) && /^0(\.0*)?$/.test(String(value))) {
      row.note('zero_as_absent', path, value);
      return [];
    }
    const [meter, per] = METERS[key] ?? [];
    if (meter === undefined || per === undefined) {
      const same = key === 'image' && value === prices['prompt'];
      row.note(same ? 'derived_price' : key === 'image' ? 'ambiguous_unit' : 'unknown_price_key', path, value);
      return [];
    }
    return readRate({ key, meter, value, form: 'text', given_per: 1, per, path }, row) ?? [];
  });
}
