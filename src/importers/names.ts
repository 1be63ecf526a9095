/** The public datasets that claims are imported from. */
export const UPSTREAM_NAMES = ['genai-prices', 'llmdb', 'litellm', 'models.dev', 'openrouter'] as const;

export type UpstreamName = (typeof UPSTREAM_NAMES)[number];
