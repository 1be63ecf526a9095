import { type DocumentName, documentSchemas } from './schemas.ts';

/** A path of the API: its parameters stand in braces, each one segment long. */
interface ApiPath {
  readonly document: DocumentName;
  readonly summary: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Every file of the API, by its path below `/api/v1`. */
export const API_PATHS: Readonly<Record<string, ApiPath>> = {
  '/index.json': { document: 'Index', summary: 'The id and name of everything', parameters: {} },
  '/offers/{provider}.json': {
    document: 'OffersDocument',
    summary: 'The offers of a provider, whole',
    parameters: { provider: 'empiriolabs' },
  },
  '/models/{lab}/{model}.json': {
    document: 'ModelDocument',
    summary: 'One model and the ids of its offers',
    parameters: { lab: 'mistralai', model: 'mistral-small-3.1' },
  },
  '/providers/{provider}.json': {
    document: 'ProviderDocument',
    summary: 'One provider and the ids of its offers',
    parameters: { provider: 'empiriolabs' },
  },
  '/meters.json': { document: 'MetersDocument', summary: 'What can be counted', parameters: {} },
};

/** The OpenAPI 3.1 description of the API that is served at `base`. */
export function openApi(version: string, base: string): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Ratecard',
      version,
      summary: 'What every provider of AI models charges, each number with its source.',
      description:
        'Static files: GET only, no key, no limit. Prices and quantities are decimal strings. A field that is not there is not known; it is never zero.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base }],
    paths: Object.fromEntries(Object.entries(API_PATHS).map(([path, about]) => [path, pathItem(about)])),
    components: { schemas: documentSchemas() },
  };
}

function pathItem({ document, summary, parameters }: ApiPath): object {
  const stated = Object.entries(parameters).map(([name, example]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example,
  }));
  return {
    get: {
      operationId: `get${document}`,
      summary,
      ...(stated.length > 0 ? { parameters: stated } : {}),
      responses: {
        200: {
          description: summary,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${document}` } } },
        },
        ...(stated.length > 0 ? { 404: { description: 'The catalog does not hold it.' } } : {}),
      },
    },
  };
}
