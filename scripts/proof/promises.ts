import { readResults, scoreOf } from '../mutation/results.ts';
import { ROOMS } from '../mutation/rooms.ts';
import type { Runs } from './runs.ts';

/** Something that the project promises, how it is held to it, and how a reader repeats that. */
export interface Promised {
  readonly promise: string;
  readonly how: string;
  readonly command: string;
  /** What the last run found; null where there was none. */
  readonly figure: (runs: Runs) => string | null;
}

/** How many tests of some files passed, and the counts that a pattern finds in their names, with what they count. */
function tests(files: readonly string[], counted?: readonly [pattern: RegExp, what: string]): Promised['figure'] {
  return ({ tests: run }) => {
    const missing = files.filter((file) => !run?.files.has(`tests/${file}`));
    if (!run || missing.length > 0) return null;
    const all = files.flatMap((file) => run.files.get(`tests/${file}`) ?? []);
    const passed = all.filter((one) => one.passed);
    const sum = passed.reduce((count, { name }) => count + Number(counted?.[0].exec(name)?.[1] ?? 0), 0);
    const more = counted ? `${sum.toLocaleString('en')} ${counted[1]}; ` : '';
    return `${more}${passed.length.toLocaleString('en')} of ${all.length.toLocaleString('en')} tests passed on ${run.date}`;
  };
}

const vitest = (...files: readonly string[]): string =>
  `npx vitest run ${files.map((file) => `tests/${file}`).join(' ')}`;
const byTests = (
  promise: string,
  how: string,
  files: readonly string[],
  counted?: readonly [pattern: RegExp, what: string],
): Promised => ({ promise, how, command: vitest(...files), figure: tests(files, counted) });

export const PROMISES: readonly Promised[] = [
  byTests('A bill is what the rules say', 'cases worked out by hand, with the working beside each', ['cases.test.ts']),
  byTests(
    'It is right to the last digit',
    'random cards and usage against a second pricer, written from `docs/PRICING.md` alone, which counts in fractions',
    ['properties/oracle.test.ts'],
    [/agree on (\d+)/, 'random bills agree'],
  ),
  byTests('Lines, fees and total belong together; order and grouping change nothing', 'laws over random bills', [
    'properties/laws.test.ts',
  ]),
  byTests(
    'Millions of requests are priced as each alone would be',
    'compiled cards against the plain way',
    ['properties/compiled.test.ts', 'properties/micro-dollars.test.ts'],
    [/on (\d+) random cards/, 'random cards'],
  ),
  byTests('A card that makes no sense is refused, and nothing is made up for it', 'cards with one thing spoilt', [
    'properties/malformed.test.ts',
  ]),
  byTests('A bill says how it came about', 'the words of its steps', ['bill-traces.test.ts']),
  {
    promise: 'The tests would notice a fault',
    how: 'faults put into each room, one at a time; `docs/mutation.json` lists those that were not noticed',
    command: 'npm run mutation',
    figure: () => {
      const results = readResults();
      return Object.keys(results).length === 0
        ? null
        : Object.keys(ROOMS)
            .map((room) => scoreOf(room, results))
            .join('; ');
    },
  },
  byTests('Another calculator comes to the same', 'genai-prices on its own prices', ['differential.test.ts']),
  byTests(
    'Logged usage is read as it was meant, and never as nothing',
    'published samples of every format, and records that were broken',
    ['usage-records.test.ts', 'properties/usage-records.test.ts', 'price-command.test.ts'],
    [/(\d+) broken records/, 'broken records'],
  ),
  byTests('Work is estimated as if it were done turn by turn', 'closed forms against expansion, and cases by hand', [
    'properties/workload.test.ts',
    'workload-cases.test.ts',
    'workload-break-even.test.ts',
  ]),
  byTests(
    'Whatever it is given, it answers or says in words what is wrong, and where',
    'drawn data files, records, workloads, match rules, links and command lines, in a thread that is watched',
    ['fuzz.test.ts'],
    [/told in words, (\d+) times/, 'inputs'],
  ),
  {
    promise: 'It does so for longer, from other seeds',
    how: 'the same, until time is over',
    command: 'npm run fuzz -- --seconds 600',
    figure: ({ fuzz }) =>
      fuzz && `${fuzz.cases.toLocaleString('en')} inputs from seed ${fuzz.seed} on ${fuzz.date}, ${fuzz.found} found`,
  },
  byTests('Every problem of a data file is named with its line', 'a case for every code', [
    'catalog-problems.test.ts',
    'catalog.test.ts',
  ]),
  byTests('What the site says of an offer is in its data', 'every number of every text', ['words.test.ts']),
  byTests('An export holds what the bill does', 'goldens, and SQL that DuckDB runs', [
    'export-goldens.test.ts',
    'export-sql.test.ts',
    'export-hostile.test.ts',
    'export-focus.test.ts',
  ]),
  byTests('An import is whole or not at all', 'an import killed at any moment; large changes are held back', [
    'import-writing.test.ts',
    'import-guards.test.ts',
    'imports.test.ts',
    'nightly.test.ts',
  ]),
  byTests('Every option of the command changes its answer', 'each, beside the same question without it', [
    'help.test.ts',
  ]),
  byTests('What the documents show is so', 'their commands and examples are run', ['docs.test.ts']),
  byTests('The package installs and runs elsewhere', 'in an empty project, in Node and in a browser', [
    'release.test.ts',
    'package.test.ts',
  ]),
  byTests('The site shows what the engine computes', 'in Chromium, by hand and keyboard, scripts on and off', [
    'browser/calculator.test.ts',
    'browser/offers.test.ts',
    'browser/pages.test.ts',
  ]),
  byTests('It asks nothing of other places', 'its policy, and pages with hostile names', [
    'browser/policy.test.ts',
    'browser/machines.test.ts',
  ]),
  {
    promise: 'Pages are small, and quick to answer',
    how: 'bytes of each kind of page, and keystrokes at 10,000 offers',
    command: 'npm run build && npm run audit',
    figure: ({ audit }) =>
      audit &&
      `${audit.rows.filter(({ figure, limit }) => figure <= limit).length} of ${audit.rows.length} budgets hold on ${audit.date}`,
  },
  byTests('Whatever is installed may be', 'licences, and a lockfile for every platform', [
    'licences.test.ts',
    'lockfile.test.ts',
    'boundaries.test.ts',
  ]),
];
