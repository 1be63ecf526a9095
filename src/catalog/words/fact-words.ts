import type { Capability } from '../schema/fact.ts';
import type { OfferFile } from '../schema/offer-file.ts';
import type { ProviderFile } from '../schema/provider-file.ts';

/** Each capability as a heading names it. */
export const CAPABILITY_WORDS: Record<Capability, string> = {
  vision: 'Image input',
  tool_calling: 'Tool calling',
  parallel_tool_calls: 'Parallel tool calls',
  json_mode: 'JSON mode',
  structured_output: 'Structured output',
  streaming: 'Streaming',
  reasoning: 'Reasoning',
  system_prompt: 'System prompt',
  web_search: 'Web search',
  prompt_caching: 'Prompt caching',
  multi_turn: 'Multi-turn conversation',
  fine_tuning: 'Fine-tuning',
  batch: 'Batch',
};

type EndpointStyle = NonNullable<OfferFile['endpoints']>[number]['style'];

/** Whose format an endpoint takes. */
export const STYLE_WORDS: Record<EndpointStyle, string> = {
  openai_chat: 'OpenAI Chat Completions',
  openai_responses: 'OpenAI Responses',
  anthropic_messages: 'Anthropic Messages',
  other: 'a format of its own',
};

/** What a provider is. */
export const KIND_WORDS: Record<ProviderFile['kind'], string> = {
  lab: 'a lab that sells its own models',
  cloud: 'a cloud that sells models of others',
  host: 'a host that runs models of others',
  gateway: 'a gateway that passes requests on to others',
  listing: 'a listing that shows the prices of others and sells nothing itself',
  seller: 'a seller',
};

/** Each of them in one or two words. */
export const KIND_LABELS: Record<ProviderFile['kind'], string> = {
  lab: 'Lab',
  cloud: 'Cloud',
  host: 'Host',
  gateway: 'Gateway',
  listing: 'Listing',
  seller: 'Seller',
};
