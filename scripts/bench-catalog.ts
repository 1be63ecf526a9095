import { existsSync } from 'node:fs';
import { assemble } from '../src/catalog/assemble.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import type { DataText } from '../src/catalog/data-file.ts';
import { catalogDocument, catalogFromDocument } from '../src/catalog/document.ts';
import { findOffer } from '../src/catalog/find-offer.ts';
import { openCatalog } from '../src/catalog/open.ts';
import { readTexts } from '../src/catalog/read-directory.ts';
import { allUpstreamTexts } from '../src/catalog/read-upstream.ts';

/** How checking, opening and finding grow from the whole catalog to ten times as many offers. */
const LOOKUPS = 200_000;
const own = readTexts('data', []);
const { texts: claims } = allUpstreamTexts('data');

/** Every upstream's provider again under other ids. */
function times(count: number): DataText[] {
  const copies = Array.from({ length: count - 1 }, (_, copy) =>
    claims.map(({ path, text }) => ({
      path: path.replace('.json', `-${copy}.json`),
      text: text.replace(/("provider":\s*\{\s*"id":\s*"[^"]+)"/, `$1-${copy}"`),
    })),
  );
  return [...own, ...claims, ...copies.flat()];
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function findAll(catalog: Catalog): number {
  const ids = [...catalog.offers.values()].map(({ provider, model_id }) => `${provider}:${model_id}`);
  findOffer(catalog, ids[0] ?? '');
  const { ms } = timed(() => {
    for (let at = 0; at < LOOKUPS; at += 1) findOffer(catalog, ids[at % ids.length] ?? '');
  });
  return (ms * 1000) / LOOKUPS;
}

const rows: string[][] = [['offers', 'check, ms', 'us per offer', 'open compiled, ms', 'one find, us']];
for (const count of [1, 10]) {
  const texts = times(count);
  if (count === 1) assemble(texts);
  const { result, ms } = timed(() => assemble(texts));
  const { offers } = result.catalog;
  if (result.problems.length > 0) throw new Error(`${result.problems.length} problems at ${count} times the catalog`);
  const compiled = JSON.stringify(catalogDocument(result.catalog, 'bench'));
  const opened = timed(() => catalogFromDocument(JSON.parse(compiled)));
  const figures = [ms.toFixed(0), ((ms * 1000) / offers.size).toFixed(1), opened.ms.toFixed(0)];
  rows.push([String(offers.size), ...figures, findAll(result.catalog).toFixed(2)]);
}
openCatalog();
const warm = timed(() => openCatalog());
for (const row of rows) process.stdout.write(`${row.map((cell) => cell.padStart(18)).join('')}\n`);
process.stdout.write(
  `opening the catalog for a command${existsSync('dist/lib') ? '' : ' (not built)'}: ${warm.ms.toFixed(0)} ms\n`,
);
