import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms each room may take from, itself aside. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  workload: ['engine'],
  'usage-records': ['engine'],
  catalog: ['engine', 'workload'],
  'record-pricing': ['engine', 'usage-records', 'catalog'],
  export: ['engine', 'workload', 'catalog'],
  importers: ['engine', 'catalog'],
  cli: ['engine', 'workload', 'usage-records', 'record-pricing', 'catalog', 'export', 'importers'],
  site: ['engine', 'workload', 'usage-records', 'record-pricing', 'catalog', 'export'],
};

/** Which packages a room may use; rooms that are not named may use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  engine: ['decimal.js'],
  workload: [],
  'usage-records': [],
};

/** What browser code must not pull in. */
const NOT_IN_THE_BROWSER = ['zod', 'yaml', 'minisearch', 'papaparse', 'commander'];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What a file takes from elsewhere when it runs; types are gone by then. */
function valuesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/(^|\n)\s*(import|export) type\s[^;]*;/g, '$1');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const roomOf = (file: string): string => relative('src', file).split(sep)[0] ?? '';
const files = filesBelow('src');

describe('the arrows between the rooms', () => {
  test('every room is named here', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  test('no room takes from one that it must not know', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => resolve(dirname(file), target))
        .filter((target) => target.startsWith(resolve('src') + sep))
        .map((target) => roomOf(relative('.', target)))
        .filter((room) => room !== roomOf(file) && !ALLOWED[roomOf(file)]?.includes(room))
        .map((room) => `${file} takes from ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the engine uses no package but its decimals, and usage records none', () => {
    const wrong = files.flatMap((file) => {
      const packages = PACKAGES[roomOf(file)];
      if (!packages) return [];
      return importsOf(file)
        .filter((target) => !target.startsWith('.') && !packages.includes(target))
        .map((target) => `${file} uses ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  /** What files pull in when they run, by the packages that each names. */
  function packagesBelow(starts: readonly string[]): Map<string, readonly string[]> {
    const seen = new Map<string, readonly string[]>();
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      const targets = valuesOf(file);
      seen.set(
        file,
        targets.filter((target) => NOT_IN_THE_BROWSER.includes(target)),
      );
      for (const target of targets) if (target.startsWith('.')) walk(resolve(dirname(file), target));
    };
    for (const file of starts) walk(resolve(file));
    return seen;
  }

  test('code for the browser reaches no parser of files', () => {
    const seen = packagesBelow(filesBelow('src/site/elements'));
    expect(seen.size).toBeGreaterThan(10);
    const wrong = [...seen].flatMap(([file, packages]) => packages.map((one) => `${relative('.', file)} uses ${one}`));
    expect(wrong).toEqual([]);
  });

  test('the worker that reads files has the parser of CSV, and no other', () => {
    const used = [...packagesBelow(['src/site/records/worker.ts']).values()].flat();
    expect([...new Set(used)]).toEqual(['papaparse']);
  });

  test('the worker that reads map files has the parser of YAML and its schema, and no other', () => {
    const used = [...packagesBelow(['src/site/records/map-worker.ts']).values()].flat();
    expect([...new Set(used)].sort()).toEqual(['yaml', 'zod']);
  });

  test('the engine names no provider, lab or model', () => {
    const names = [
      ...readdirSync('data/providers').map((name) => name.replace('.yaml', '')),
      ...readdirSync('data/models'),
    ];
    const engine = files.filter((file) => roomOf(file) === 'engine');
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').toLowerCase();
    const wrong = engine.flatMap((file) => {
      const text = code(readFileSync(file, 'utf8'));
      return names.filter((name) => name.length > 3 && text.includes(name)).map((name) => `${file} names ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
