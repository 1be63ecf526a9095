import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClaimsFile } from './schema/claims-file.ts';
import { ImportReportFile } from './schema/import-report-file.ts';

/** The file of an import that says what became of every row, and which files belong to it. */
export const REPORT_FILE = 'report.json';

/** Where the import before stands while a new one takes its place: `data/upstream/.genai-prices.old`. */
export function setAsideDirectory(directory: string, upstream: string): string {
  return join(directory, `.${upstream}.old`);
}

/** One import of one upstream, whole. */
export interface UpstreamImport {
  readonly report: ImportReportFile;
  /** By the upstream's id of the provider. */
  readonly files: ReadonlyMap<string, ClaimsFile>;
  /** The texts, by the names of the files without `.json`. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the import of an upstream from `data/upstream`: null where there is none. An import that was killed while
 * it changed places is read from where it set the old one aside. Throws, with words for a person, on files that
 * are not those which the report names: nothing is read by halves.
 */
export function readUpstream(directory: string, upstream: string): UpstreamImport | null {
  const places = [join(directory, upstream), setAsideDirectory(directory, upstream)];
  const place = places.find((one) => existsSync(join(one, REPORT_FILE)));
  if (place === undefined) {
    const left = places.find((one) => existsSync(one) && readdirSync(one).length > 0);
    if (left !== undefined) throw new Error(`${left} has no ${REPORT_FILE}; import ${upstream} again`);
    return null;
  }
  const report = ImportReportFile.parse(JSON.parse(readFileSync(join(place, REPORT_FILE), 'utf8')));
  const found = readdirSync(place)
    .filter((name) => name.endsWith('.json') && name !== REPORT_FILE)
    .map((name) => name.slice(0, -'.json'.length));
  const extra = found.filter((name) => !Object.hasOwn(report.files, name));
  if (extra.length > 0) throw new Error(`${place} holds ${extra.join(', ')}, which its ${REPORT_FILE} does not name`);
  const files = new Map<string, ClaimsFile>();
  const texts = new Map<string, string>();
  for (const [name, { sha256 }] of Object.entries(report.files)) {
    const path = join(place, `${name}.json`);
    if (!existsSync(path)) throw new Error(`${path} is missing, but ${REPORT_FILE} names it; import ${upstream} again`);
    const text = readFileSync(path, 'utf8');
    if (createHash('sha256').update(text).digest('hex') !== sha256) {
      throw new Error(
        `${path} is not as it was imported; import ${upstream} again, or take it back from version control`,
      );
    }
    texts.set(name, text);
    files.set(name, ClaimsFile.parse(JSON.parse(text)));
  }
  return { report, files, texts };
}
