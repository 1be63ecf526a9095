import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { catalogFromDocument } from '../src/catalog/document.ts';
import { openCatalog } from '../src/catalog/index.ts';

const API = 'dist/site/api/v1';

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Responses } }>>;
}
type Responses = Readonly<Record<string, { readonly content?: { 'application/json': { schema: { $ref: string } } } }>>;

const description = JSON.parse(readFileSync(`${API}/openapi.json`, 'utf8')) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } });
ajv.addSchema(description, 'ratecard');

const files = readdirSync(API, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name !== 'openapi.json')
  .map((entry) => join(entry.parentPath, entry.name));
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** The path templates that a file answers. */
function templatesOf(file: string): string[] {
  const path = `/${relative(API, file).split(sep).join('/')}`;
  return Object.keys(description.paths).filter((template) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

function schemaOf(template: string): string {
  return description.paths[template]?.get.responses['200']?.content?.['application/json'].schema.$ref ?? '';
}

function errorsOf(template: string, document: unknown): string[] {
  const validate = ajv.getSchema(`ratecard${schemaOf(template)}`);
  if (!validate) throw new Error(`${template} has no schema`);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the API', () => {
  test('is described in OpenAPI 3.1', async () => {
    expect(await new Validator().validate({ ...structuredClone(description) })).toEqual({ valid: true });
  });

  test('every file answers one described path and is as described', () => {
    const { counts } = read(`${API}/index.json`) as { counts: Record<string, number> };
    const wrong = files.flatMap((file) => {
      const [template, ...more] = templatesOf(file);
      if (template === undefined || more.length > 0) return [`${file} answers ${more.length + 1} paths`];
      return errorsOf(template, read(file)).map((error) => `${file}: ${error}`);
    });
    expect(wrong).toEqual([]);
    expect(files.length).toBe((counts['models'] ?? 0) + 2 * (counts['providers'] ?? 0) + 2);
    expect(description.openapi).toMatch(/^3\.1\./);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(read(`${API}/index.json`)).toMatchObject({ schema: 'ratecard.index/1', version });
  });

  test.each([
    ['a number for a price', (rate: Record<string, unknown>) => ({ ...rate, price: 0.0019 })],
    ['a word that no schema knows', (rate: Record<string, unknown>) => ({ ...rate, prize: '1' })],
    ['no unit', ({ per: _, ...rate }: Record<string, unknown>) => rate],
  ])('%s would not pass', (_, spoil) => {
    const document = read(`${API}/offers/empiriolabs.json`) as {
      offers: { offer: { periods: { rates: Record<string, unknown>[] }[] } }[];
    };
    const rates = document.offers[0]?.offer.periods[0]?.rates ?? [];
    rates[0] = spoil(rates[0] ?? {});
    expect(errorsOf('/offers/{provider}.json', document)).not.toEqual([]);
  });

  test('its files together are the catalog', () => {
    const all = (folder: string, key: string) =>
      files
        .filter((file) => file.startsWith(join(API, folder) + sep))
        .map((file) => (read(file) as Record<string, { id: string }>)[key] ?? { id: '' })
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    const ids = (list: Iterable<{ id: string }>) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { catalog } = openCatalog();
    const offers = files
      .filter((file) => file.startsWith(join(API, 'offers') + sep))
      .flatMap((file) => (read(file) as { offers: { offer: { id: string } }[] }).offers.map(({ offer }) => offer));
    expect(ids(offers)).toEqual(ids(catalog.offers.values()));
    expect(all('models', 'model')).toEqual(ids(catalog.models.values()));
    expect(all('providers', 'provider')).toEqual(ids(catalog.providers.values()));
    const { meters } = read(`${API}/meters.json`) as { meters: never[] };
    const document = {
      schema: 'ratecard.catalog/1',
      version: '0',
      meters,
      providers: [],
      models: [],
      offers: [],
      workloads: [],
    } as const;
    const counts = { meters: meters.length, providers: 0, models: 0, offers: 0, rates: 0, workloads: 0 };
    expect(catalogFromDocument({ ...document, counts }).meters).toEqual(catalog.meters);
  });
});
