import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What the last runs of the commands left in `.cache`; null where a command was not run. */
export interface Runs {
  readonly tests: TestRun | null;
  readonly fuzz: {
    readonly date: string;
    readonly seed: number;
    readonly cases: number;
    readonly found: number;
  } | null;
  readonly audit: { readonly date: string; readonly rows: readonly { figure: number; limit: number }[] } | null;
}

export interface TestRun {
  readonly date: string;
  /** Each test by its file, `tests/cases.test.ts`. */
  readonly files: ReadonlyMap<string, readonly { readonly name: string; readonly passed: boolean }[]>;
}

export function readRuns(): Runs {
  return {
    tests: testRun(read('.cache/vitest.json')),
    fuzz: read('.cache/fuzz.json') as Runs['fuzz'],
    audit: read('.cache/audit.json') as Runs['audit'],
  };
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

interface VitestReport {
  readonly startTime: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function testRun(report: unknown): TestRun | null {
  if (report === null) return null;
  const { startTime, testResults } = report as VitestReport;
  const files = testResults.map(({ name, assertionResults }) => {
    const tests = assertionResults.map(({ fullName, status }) => ({ name: fullName, passed: status === 'passed' }));
    return [relative('.', name), tests] as const;
  });
  return { date: new Date(startTime).toISOString().slice(0, 10), files: new Map(files) };
}
