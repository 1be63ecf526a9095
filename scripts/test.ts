import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runStep } from './lib/run-step.ts';

const REPORT = '.cache/vitest.json';

/** Everything that a change must pass; ends with one line that counts it. */
mkdirSync('.cache', { recursive: true });
rmSync(REPORT, { force: true });
const steps = [
  runStep('check', 'node', ['scripts/check.ts']),
  runStep('build the library', 'node', ['scripts/build-lib.ts']),
  runStep('build the site', 'astro', ['build', '--silent']),
  runStep('build the site of what was checked by hand', 'node', ['scripts/build-checked-site.ts']),
];
const tests = runStep('tests', 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORT}`]);

const report = existsSync(REPORT)
  ? (JSON.parse(readFileSync(REPORT, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numTotalTests: number;
    })
  : { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
const passed = report.numPassedTests + steps.filter(Boolean).length;
const left = report.numTotalTests - report.numPassedTests;
const failed = Math.max(left, tests ? 0 : 1) + steps.filter((ok) => !ok).length;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
