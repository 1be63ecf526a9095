import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CHECKS, SITE_TYPES } from './lib/check-steps.ts';
import { runBeside, runStep, type Step } from './lib/run-step.ts';

const REPORT = '.cache/vitest.json';

/** Everything that a change must pass; ends with one line that counts it. */
mkdirSync('.cache', { recursive: true });
rmSync(REPORT, { force: true });
const beside: readonly (readonly Step[])[] = [
  [
    SITE_TYPES,
    ['build the site', 'astro', ['build', '--silent']],
    ['build the site of what was checked by hand', 'node', ['scripts/build-checked-site.ts']],
  ],
  [...CHECKS, ['build the library', 'node', ['scripts/build-lib.ts']]],
];
const broken = (await Promise.all(beside.map(runBeside))).flat();
const tests = runStep('tests', 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORT}`]);

const report = existsSync(REPORT)
  ? (JSON.parse(readFileSync(REPORT, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numTotalTests: number;
    })
  : { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
const passed = report.numPassedTests + beside.flat().length - broken.length;
const left = report.numTotalTests - report.numPassedTests;
const failed = Math.max(left, tests ? 0 : 1) + broken.length;
for (const name of broken) process.stdout.write(`\nfailed: ${name}`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
