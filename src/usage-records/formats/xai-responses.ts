import type { Adapter } from '../adapter.ts';
import { openaiResponses } from './openai-responses.ts';

/** As OpenAI's Responses, reasoning inside the output, with what it cost in ticks of 1e-10 USD. */
export const xaiResponses: Adapter = {
  ...openaiResponses,
  format: 'xai-responses',
  title: 'xAI Responses',
  provider: 'xai',
  sellers: ['xai', 'x-ai'],
  shape: { has: ['usage.input_tokens', 'usage.cost_in_usd_ticks'] },
  loose: { has: ['usage.input_tokens'] },
  over: ['openai-responses'],
  known: [{ in: 'usage', keys: [] }],
  money: { from: ['usage.cost_in_usd_ticks'], scale: '0.0000000001', currency: 'USD', kind: 'charged' },
};
