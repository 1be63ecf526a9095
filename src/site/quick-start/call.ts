import type { CatalogOffer } from '../../catalog/catalog.ts';

type Endpoint = NonNullable<CatalogOffer['endpoints']>[number];
type Auth = NonNullable<CatalogOffer['auth']>;

/** A first request to an offer: all that a sample in any language says. */
export interface Call {
  readonly url: string;
  readonly style: Exclude<Endpoint['style'], 'other'>;
  readonly auth: Auth;
  /** The body without any key. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What an OpenAI SDK is pointed at; null where an SDK would send something that the API does not take. */
  readonly sdkBase: string | null;
}

const STYLES = ['openai_chat', 'openai_responses', 'anthropic_messages'] as const;
const QUESTION = 'What is a rate card?';
const SHORT_ANSWER = 1024;

/** The call that samples make; null where the catalog does not know enough to write one that works. */
export function sampleCall(offer: CatalogOffer): Call | null {
  const { auth, endpoints = [] } = offer;
  if (!auth) return null;
  for (const style of STYLES) {
    const endpoint = endpoints.find((one) => one.style === style && one.method === 'POST');
    if (!endpoint) continue;
    const { url } = endpoint;
    const modelField = modelFieldOf(offer);
    return {
      url,
      style,
      auth,
      body: bodyOf(style, modelField, offer.model_id),
      sdkBase: sdkBase(offer, url, modelField),
    };
  }
  return null;
}

/** The body's field for the model: `model` as in the formats that others follow, unless the offer lists another. */
function modelFieldOf({ parameters = [] }: CatalogOffer): string {
  const names = parameters.map(({ name }) => name);
  return names.includes('model_id') && !names.includes('model') ? 'model_id' : 'model';
}

function bodyOf(style: Call['style'], modelField: string, model: string): Record<string, unknown> {
  const messages = [{ role: 'user', content: QUESTION }];
  if (style === 'openai_responses') return { [modelField]: model, input: QUESTION };
  return { [modelField]: model, ...(style === 'anthropic_messages' ? { max_tokens: SHORT_ANSWER } : {}), messages };
}

function sdkBase({ base_url, auth }: CatalogOffer, url: string, modelField: string): string | null {
  const plain = auth?.in === 'header' && auth.name === 'Authorization' && auth.scheme === 'Bearer';
  return plain && modelField === 'model' && base_url && url === `${base_url}/chat/completions` ? base_url : null;
}

/** The path to the text of an answer in its JSON. */
export const ANSWER_PATH: Record<Call['style'], readonly (string | number)[]> = {
  openai_chat: ['choices', 0, 'message', 'content'],
  openai_responses: ['output', 0, 'content', 0, 'text'],
  anthropic_messages: ['content', 0, 'text'],
};
