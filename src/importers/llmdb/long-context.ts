import type { Boundary, PublishedRate } from '../../engine/rate-card.ts';
import { numberText } from '../number-text.ts';
import { MILLION, readRate } from '../read-rate.ts';
import type { Row } from '../row.ts';
import type { Component, LlmdbModel } from './parse.ts';

const SUFFIX = '.long_context';
const METERS: Readonly<Record<string, string>> = {
  'token.input': 'input_tokens',
  'token.output': 'output_tokens',
  'token.cache_read': 'cache_read_tokens',
  'token.cache_write': 'cache_write_tokens',
};

export function isLongContext(component: Component): boolean {
  return component.id.endsWith(SUFFIX);
}

/** Flat rates with the prices of a long context as steps. A rate without such a price is as it was. */
export function withLongContext(flat: readonly PublishedRate[], model: LlmdbModel, row: Row): PublishedRate[] {
  const steps = (model.pricing?.components ?? []).filter(isLongContext);
  const rates = [...flat];
  for (const component of steps) {
    const path = `pricing/components/${component.id}`;
    const meter = METERS[component.id.slice(0, -SUFFIX.length)];
    const at = rates.findIndex((rate) => rate.meter === meter && !rate.when);
    const limit = limitOf(component, model);
    const base = rates[at];
    if (!base || !limit || component.per !== MILLION) {
      row.note('unread_tier', path, component.rate);
      continue;
    }
    const field = { key: component.id, meter: base.meter, value: component.rate, form: 'number' as const };
    const step = readRate({ ...field, given_per: MILLION, per: MILLION, path }, row);
    if (!step) continue;
    const { over, boundary, reading } = limit;
    rates[at] = {
      ...base,
      tiers: { kind: 'cliff', subject: 'input_tokens', boundary, steps: [{ over, price: step.price }] },
      ...(reading === undefined ? {} : { reading }),
    };
  }
  return rates;
}

/** The threshold, and on which side its own count is: stated by the component, else read as still below it. */
function limitOf(
  { applies_when }: Component,
  { extra }: LlmdbModel,
): { over: string; boundary: Boundary; reading?: string } | null {
  const stated = applies_when?.['input_tokens'] as { gt?: unknown; gte?: unknown } | undefined;
  const limit = stated?.gt ?? stated?.gte;
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 0) {
    return { over: numberText(limit).text, boundary: stated?.gt === undefined ? 'inclusive' : 'exclusive' };
  }
  const threshold = extra?.long_context_threshold;
  if (!threshold || stated) return null;
  const reading = `whether ${threshold} input tokens themselves are a long context is not stated; read as not`;
  return { over: String(threshold), boundary: 'exclusive', reading };
}
