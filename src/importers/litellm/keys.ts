import type { When } from '../../engine/condition.ts';
import { MILLION } from '../read-rate.ts';

/** What a price key says: the meter, how many units its number is for, and those that a rate is written for. */
export interface PriceKey {
  readonly meter: string;
  readonly given_per: number;
  readonly per: number;
  readonly when?: When;
  /** The count of input tokens beyond which it holds, from endings such as `_above_200k_tokens`. */
  readonly over: string | null;
}

const token = (meter: string): readonly [string, number, number] => [meter, 1, MILLION];
const each = (meter: string): readonly [string, number, number] => [meter, 1, 1];

const METERS: Readonly<Record<string, readonly [meter: string, given_per: number, per: number]>> = {
  input_cost_per_token: token('input_tokens'),
  output_cost_per_token: token('output_tokens'),
  output_cost_per_reasoning_token: token('output_reasoning_tokens'),
  cache_read_input_token_cost: token('cache_read_tokens'),
  cache_creation_input_token_cost: token('cache_write_tokens'),
  cache_creation_input_token_cost_above_1hr: token('cache_write_1h_tokens'),
  input_cost_per_audio_token: token('input_audio_tokens'),
  output_cost_per_audio_token: token('output_audio_tokens'),
  cache_read_input_audio_token_cost: token('cache_audio_read_tokens'),
  cache_read_input_token_cost_per_audio_token: token('cache_audio_read_tokens'),
  input_cost_per_image_token: token('input_image_tokens'),
  output_cost_per_image_token: token('output_image_tokens'),
  cache_read_input_image_token_cost: token('cache_image_read_tokens'),
  citation_cost_per_token: token('output_citation_tokens'),
  input_cost_per_character: ['input_characters', 1, MILLION],
  output_cost_per_character: ['output_characters', 1, MILLION],
  input_cost_per_image: each('input_images'),
  output_cost_per_image: each('images'),
  input_cost_per_pixel: ['input_pixels', 1, MILLION],
  output_cost_per_pixel: ['output_pixels', 1, MILLION],
  input_cost_per_audio_per_second: each('input_audio_seconds'),
  input_cost_per_video_per_second: each('input_video_seconds'),
  output_cost_per_video_per_second: each('output_video_seconds'),
  input_cost_per_request: each('requests'),
  ocr_cost_per_page: each('input_document_pages'),
  annotation_cost_per_page: each('input_annotated_document_pages'),
  code_interpreter_cost_per_session: each('sessions'),
  file_search_cost_per_1k_calls: ['storage_searches', 1000, 1000],
  file_search_cost_per_gb_per_day: each('storage_gb_days'),
  google_maps_grounding_cost_per_query: each('maps_queries'),
};

/** Meters of seconds without saying of what, by what the row's model does. */
const SECONDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audio_transcription: { input_cost_per_second: 'input_audio_seconds' },
  audio_speech: { output_cost_per_second: 'output_audio_seconds' },
  video_generation: { output_cost_per_second: 'output_video_seconds' },
  rerank: { input_cost_per_query: 'rerank_searches' },
};

const ENDING = /_(?:above_(\d+)k_tokens|(batches|flex|priority|ultrafast))$/;

/** Whether a key is about money at all. */
export function isPriceKey(key: string): boolean {
  return /(^|_)(cost|price|pricing)(_|$)/.test(key);
}

/** Reads a price key with its endings: `input_cost_per_token_above_200k_tokens_priority`. Null where nobody knows it. */
export function readPriceKey(key: string, mode: string | null): PriceKey | null {
  let rest = key;
  let over: string | null = null;
  let tier: string | null = null;
  for (let match = ENDING.exec(rest); match; match = ENDING.exec(rest)) {
    const [ending, thousands, named] = match;
    if (thousands === undefined ? tier !== null : over !== null) return null;
    if (thousands !== undefined) over = `${thousands}000`;
    else tier = named === 'batches' ? 'batch' : (named ?? null);
    rest = rest.slice(0, -ending.length);
  }
  const seconds = SECONDS[mode ?? '']?.[rest];
  const [meter, given_per, per] = METERS[rest] ?? (seconds === undefined ? [] : each(seconds));
  if (meter === undefined || given_per === undefined || per === undefined) return null;
  return { meter, given_per, per, over, ...(tier === null ? {} : { when: { service_tier: tier } }) };
}
