import type { UpstreamImport } from '../../src/catalog/read-upstream.ts';
import { buildImport } from '../../src/importers/build-import.ts';
import { translateModelsDev } from '../../src/importers/models-dev/translate.ts';

/** An import of which every file says its number: six providers, fifty models each. */
export function generation(version: 1 | 2): UpstreamImport {
  const models = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`m${index}`, { id: `m${index}`, cost: { input: version, output: 2 } }]),
  );
  const data = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`p${index}`, { id: `p${index}`, models }]));
  const fetched = { data, version: String(version), as_of: null, url: 'https://models.dev' };
  return buildImport('models.dev', fetched, translateModelsDev(data), null, '2026-11-20');
}
