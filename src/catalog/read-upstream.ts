import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataText } from './data-file.ts';
import { ClaimsFile } from './schema/claims-file.ts';
import { ImportReportFile } from './schema/import-report-file.ts';

/** The file of an import that says what became of every row, and which files belong to it. */
export const REPORT_FILE = 'report.json';

/** Where the import before stands while a new one takes its place: `data/upstream/.genai-prices.old`. */
export function setAsideDirectory(directory: string, upstream: string): string {
  return join(directory, `.${upstream}.old`);
}

/** One import of one upstream as texts, which are those that its report names. */
export interface UpstreamTexts {
  readonly report: ImportReportFile;
  /** By the names of the files without `.json`, which are the upstream's ids of its providers. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One import of one upstream, whole. */
export interface UpstreamImport extends UpstreamTexts {
  readonly files: ReadonlyMap<string, ClaimsFile>;
}

/** {@link readUpstreamTexts} with every claim held against its schema. */
export function readUpstream(directory: string, upstream: string): UpstreamImport | null {
  const found = readUpstreamTexts(directory, upstream);
  if (!found) return null;
  const files = [...found.texts].map(([name, text]) => [name, ClaimsFile.parse(JSON.parse(text))] as const);
  return { ...found, files: new Map(files) };
}

/**
 * Reads the import of an upstream from `data/upstream`: null where there is none. An import that was killed while
 * it changed places is read from where it set the old one aside. Throws, with words for a person, on files that
 * are not those which the report names: nothing is read by halves.
 */
export function readUpstreamTexts(directory: string, upstream: string): UpstreamTexts | null {
  const places = [join(directory, upstream), setAsideDirectory(directory, upstream)];
  const place = places.find((one) => existsSync(join(one, REPORT_FILE)));
  if (place === undefined) {
    const left = places.find((one) => existsSync(one) && readdirSync(one).length > 0);
    if (left !== undefined) throw new Error(`${left} has no ${REPORT_FILE}; import ${upstream} again`);
    return null;
  }
  const report = ImportReportFile.parse(JSON.parse(readFileSync(join(place, REPORT_FILE), 'utf8')));
  const extra = readdirSync(place)
    .filter((name) => name.endsWith('.json') && name !== REPORT_FILE)
    .filter((name) => !Object.hasOwn(report.files, name.slice(0, -'.json'.length)));
  if (extra.length > 0) throw new Error(`${place} holds ${extra.join(', ')}, which its ${REPORT_FILE} does not name`);
  const texts = Object.entries(report.files).map(([name, { sha256 }]) => {
    const path = join(place, `${name}.json`);
    if (!existsSync(path)) throw new Error(`${path} is missing, but ${REPORT_FILE} names it; import ${upstream} again`);
    const text = readFileSync(path, 'utf8');
    if (createHash('sha256').update(text).digest('hex') === sha256) return [name, text] as const;
    throw new Error(
      `${path} is not as it was imported; import ${upstream} again, or take it back from version control`,
    );
  });
  return { report, texts: new Map(texts) };
}

/** The names of the upstreams that have an import, one that was killed while it changed places among them. */
export function upstreamsOf(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => /^\.(.+)\.old$/.exec(name)?.[1] ?? name);
  return [...new Set(names.filter((name) => !name.startsWith('.')))].sort();
}

/** The claims of every upstream below a data directory as `upstream/<name>/<provider>.json`, and what is amiss. */
export function allUpstreamTexts(dataDirectory: string): { texts: DataText[]; faults: string[] } {
  const directory = join(dataDirectory, 'upstream');
  const texts: DataText[] = [];
  const faults: string[] = [];
  for (const upstream of upstreamsOf(directory)) {
    try {
      for (const [name, text] of readUpstreamTexts(directory, upstream)?.texts ?? []) {
        texts.push({ path: `upstream/${upstream}/${name}.json`, text });
      }
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { texts, faults };
}
