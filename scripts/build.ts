import { runStep } from './lib/run-step.ts';

/** Builds the library to dist/lib and the site to dist/site. */
const built = [
  runStep('build the library', 'node', ['scripts/build-lib.ts']),
  runStep('build the site', 'astro', ['build']),
  runStep('build the site of what was checked by hand', 'node', ['scripts/build-checked-site.ts']),
];
process.exitCode = built.every(Boolean) ? 0 : 1;
