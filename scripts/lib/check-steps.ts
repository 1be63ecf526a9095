import type { Step } from './run-step.ts';

/** What holds the types of the site; it writes to the same folder as a build of the site does. */
export const SITE_TYPES: Step = [
  'types of the site',
  'astro',
  ['check', '--tsconfig', 'src/site/tsconfig.json', '--minimumSeverity', 'warning'],
];

/** The other checks: types, lint, format and generated files. */
export const CHECKS: readonly Step[] = [
  ['generated files are up to date', 'node', ['scripts/generate.ts', '--check']],
  ['types of the engine, without ambient ones', 'tsc', ['-p', 'src/engine']],
  ['types of workloads, without ambient ones', 'tsc', ['-p', 'src/workload']],
  ['types of everything', 'tsc', ['-p', '.']],
  ['nothing unused', 'knip', ['--include', 'files,dependencies,unlisted,binaries,unresolved']],
  ['lint and format', 'biome', ['check', '.']],
];
