import { fetchGiven } from './fetch-given.ts';
import { fetchGenaiPrices } from './genai-prices/fetch.ts';
import { parseProviders } from './genai-prices/parse.ts';
import { translateGenaiPrices } from './genai-prices/translate.ts';
import { translateLitellm } from './litellm/translate.ts';
import { fetchLlmdb } from './llmdb/fetch.ts';
import { parseSnapshot } from './llmdb/parse.ts';
import { translateLlmdb } from './llmdb/translate.ts';
import { translateModelsDev } from './models-dev/translate.ts';
import type { UpstreamName } from './names.ts';
import { translateOpenrouter } from './openrouter/translate.ts';
import type { Fetched, Translation } from './translation.ts';

/** A public dataset that claims are imported from. */
export interface Upstream {
  /** Fetches from a file or an address; null takes what the upstream's package carries. */
  readonly fetch: (from: string | null) => Promise<Fetched>;
  /** Reads and translates; throws an `UpstreamError` where nothing can be read. */
  readonly translate: (data: unknown) => Translation;
}

export const UPSTREAMS: Record<UpstreamName, Upstream> = {
  'genai-prices': {
    fetch: fetchGenaiPrices,
    translate: (data) => translateGenaiPrices(parseProviders(data)),
  },
  llmdb: { fetch: fetchLlmdb, translate: (data) => translateLlmdb(parseSnapshot(data)) },
  litellm: { fetch: fetchGiven('https://github.com/BerriAI/litellm'), translate: translateLitellm },
  'models.dev': { fetch: fetchGiven('https://models.dev'), translate: translateModelsDev },
  openrouter: { fetch: fetchGiven('https://openrouter.ai/api/v1/models'), translate: translateOpenrouter },
};
