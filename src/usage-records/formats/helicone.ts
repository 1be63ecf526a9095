import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import type { Path } from '../path.ts';

const below = (path: string): Path[] => [`modelUsage.${path}`, `usage.${path}`];
const beside = (meter: string, of: string, path: string): Count => ({
  meter,
  from: below(path),
  part: { of, relation: 'beside' },
});

/** `input` leaves out cached and audio tokens, `output` leaves out thinking and audio. */
export const helicone: Adapter = {
  format: 'helicone',
  title: 'Helicone ModelUsage',
  version: '2026-09',
  provider: { from: ['provider'] },
  shape: { any: below('input'), lacks: ['usage.prompt_tokens', 'usage.input_tokens'] },
  model: ['request_model', 'response_model', 'model'],
  at: ['request_created_at', 'created_at', 'timestamp'],
  counts: [
    { meter: 'input_tokens', from: below('input'), required: true },
    { meter: 'output_tokens', from: below('output'), required: true },
    beside('cache_read_tokens', 'input_tokens', 'cacheDetails.cachedInput'),
    { meter: 'cache_write_tokens', from: [], part: { of: 'input_tokens', relation: 'beside' } },
    beside('cache_write_5m_tokens', 'cache_write_tokens', 'cacheDetails.write5m'),
    beside('cache_write_1h_tokens', 'cache_write_tokens', 'cacheDetails.write1h'),
    beside('output_reasoning_tokens', 'output_tokens', 'thinking'),
    beside('input_audio_tokens', 'input_tokens', 'audio.input'),
    beside('output_audio_tokens', 'output_tokens', 'audio.output'),
    beside('input_image_tokens', 'input_tokens', 'image.input'),
    beside('output_image_tokens', 'output_tokens', 'image.output'),
    beside('input_video_tokens', 'input_tokens', 'video.input'),
    { meter: 'web_searches', from: below('web_search') },
  ],
  money: { from: ['cost', 'costUSD', 'cost_usd'], scale: '1', currency: 'USD', kind: 'estimated' },
  fields: { id: ['request_id', 'id'], user: ['user_id', 'request_user_id'], key: ['auth_hash'] },
  known: [
    { in: 'modelUsage', keys: [] },
    { in: 'usage', keys: ['cost'] },
    // What is cached of them is reported: whether it is within the cached input is not known.
    ...['audio', 'image', 'video', 'file', 'cacheDetails'].flatMap((place) =>
      below(place).map((at) => ({ in: at, keys: [] })),
    ),
  ],
};
