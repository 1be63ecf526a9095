import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { TEST_ZONE } from './lib/test-zone.ts';
import { type MutationReport, mergeReport, readResults, scoreOf, writeResults } from './mutation/results.ts';
import { filesOf, ROOMS } from './mutation/rooms.ts';

const REPORT = '.cache/mutation.json';

/**
 * Puts faults into the code, one at a time, and writes which ones the tests noticed to `docs/mutation.json`. It takes names of
 * rooms or single files of them; all rooms where it is given nothing.
 */
const asked = process.argv.slice(2);
for (const name of asked) {
  if (filesOf(name).length === 0) {
    throw new Error(`there is no room or file "${name}"; expected one of ${Object.keys(ROOMS).join(', ')}`);
  }
}
process.env['TZ'] = TEST_ZONE;
const files = (asked.length > 0 ? asked : Object.keys(ROOMS)).flatMap(filesOf);
for (const room of Object.keys(ROOMS)) {
  const own = files.filter((file) => file.startsWith(`src/${room}/`));
  if (own.length === 0) continue;
  process.env['RATECARD_ROOM'] = room;
  await putFaults(own);
  const results = mergeReport(readResults(), room, own, JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport);
  writeResults(results);
  process.stdout.write(`${scoreOf(room, results)}\n`);
}

async function putFaults(mutate: string[]): Promise<void> {
  await new Stryker({
    mutate,
    plugins: ['./scripts/mutation/in-place.ts'],
    testRunner: 'in-place',
    coverageAnalysis: 'perTest',
    ignorePatterns: ['dist', '.astro'],
    tempDirName: '.cache/mutation',
    concurrency: 2,
    /** A busy machine is no fault noticed; loops without end are found by counting. */
    timeoutMS: 30_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: REPORT },
    allowConsoleColors: false,
    disableTypeChecks: false,
  }).runMutationTest();
}
