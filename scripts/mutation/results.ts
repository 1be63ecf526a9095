import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { filesOf } from './rooms.ts';

const RESULTS = 'docs/mutation.json';

/** What became of the faults in one file. */
export interface FileResult {
  /** A digest of the file as it was then: once it is another, the result is of old. */
  readonly digest: string;
  readonly date: string;
  readonly killed: number;
  readonly timeouts: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly survivors: readonly Survivor[];
}

/** A fault that no test noticed. */
export interface Survivor {
  readonly line: number;
  readonly mutator: string;
  readonly code: string;
  readonly became: string;
  /** Why it does no harm, written by hand and kept by later runs; null where nobody has looked. */
  readonly harmless: string | null;
}

export type Results = Readonly<Record<string, Readonly<Record<string, FileResult>>>>;

export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly mutatorName: string;
          readonly replacement: string;
          readonly location: Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;
        }[];
      }
    >
  >;
}

type Reported = MutationReport['files'][string];

export function readResults(): Results {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};
}

/** One line for each file and each survivor, so that a change is read line by line. */
export function writeResults(results: Results): void {
  const rooms = Object.entries(results).map(([room, files]) => {
    const lines = Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { survivors, ...counts }]) => {
        const list = survivors.map((one) => `\n      ${JSON.stringify(one)}`).join(',');
        return `    ${JSON.stringify(path)}: ${JSON.stringify(counts).slice(0, -1)},"survivors":[${list}]}`;
      });
    return `  ${JSON.stringify(room)}: {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(RESULTS, `{\n${rooms.join(',\n')}\n}\n`);
}

/** The results with those of a run in place of older ones of the same files. */
export function mergeReport(
  results: Results,
  room: string,
  asked: readonly string[],
  { files }: MutationReport,
): Results {
  const date = new Date().toISOString().slice(0, 10);
  const old = results[room] ?? {};
  const ran = asked.map((path): [string, FileResult] => {
    const file = files[path] ?? { source: readFileSync(path, 'utf8'), mutants: [] };
    const count = (status: string): number => file.mutants.filter((one) => one.status === status).length;
    const survivors = survivorsOf(file, old[path]?.survivors ?? []);
    const counts = { killed: count('Killed'), timeouts: count('Timeout'), survived: count('Survived') };
    return [path, { digest: digestOf(file.source), date, ...counts, uncovered: count('NoCoverage'), survivors }];
  });
  return { ...results, [room]: { ...old, ...Object.fromEntries(ran) } };
}

function survivorsOf({ source, mutants }: Reported, old: readonly Survivor[]): Survivor[] {
  const lines = source.split('\n');
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ mutatorName, replacement, location: { start, end } }) => {
      const last = start.line === end.line ? end.column - 1 : undefined;
      const code = short(lines[start.line - 1]?.slice(start.column - 1, last) ?? '');
      const one = { line: start.line, mutator: mutatorName, code, became: short(replacement) };
      const known = old.find((other) => sameFault(other, one));
      return { ...one, harmless: known?.harmless ?? null };
    })
    .sort((a, b) => a.line - b.line);
}

function sameFault(a: Omit<Survivor, 'harmless'>, b: Omit<Survivor, 'harmless'>): boolean {
  return a.mutator === b.mutator && a.code === b.code && a.became === b.became && Math.abs(a.line - b.line) < 20;
}

const short = (code: string): string => code.replaceAll(/\s+/g, ' ').slice(0, 80);

function digestOf(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 12);
}

/** In words, how many faults of a room were noticed, in how many of its files, and what is older than its file. */
export function scoreOf(room: string, results: Results): string {
  const all = filesOf(room);
  const ran = Object.entries(results[room] ?? {}).filter(([path]) => all.includes(path));
  if (ran.length === 0) return `${room}: not run`;
  const sum = (count: (file: FileResult) => number): number => ran.reduce((so, [, file]) => so + count(file), 0);
  const noticed = sum(({ killed, timeouts }) => killed + timeouts);
  const faults = noticed + sum(({ survived, uncovered }) => survived + uncovered);
  const explained = sum(({ survivors }) => survivors.filter(({ harmless }) => harmless !== null).length);
  const stale = ran.filter(([path, { digest }]) => digestOf(readFileSync(path, 'utf8')) !== digest).length;
  const percent = ((100 * noticed) / faults).toFixed(1);
  const more = [
    `${ran.length} of ${all.length} files`,
    `${explained} of ${faults - noticed} others explained`,
    ...(stale > 0 ? [`${stale} files changed since`] : []),
  ];
  return `${room}: ${percent}% of ${faults.toLocaleString('en')} noticed (${more.join(', ')})`;
}
