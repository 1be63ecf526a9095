import { runStep } from './lib/run-step.ts';

/** Types, lint, format and generated files: every step runs, whatever the others say. */
const steps: [string, string, string[]][] = [
  ['generated files are up to date', 'node', ['scripts/generate.ts', '--check']],
  ['types of the site', 'astro', ['check', '--tsconfig', 'src/site/tsconfig.json', '--minimumSeverity', 'warning']],
  ['types of the engine, without ambient ones', 'tsc', ['-p', 'src/engine']],
  ['types of workloads, without ambient ones', 'tsc', ['-p', 'src/workload']],
  ['types of everything', 'tsc', ['-p', '.']],
  ['nothing unused', 'knip', ['--include', 'files,dependencies,unlisted,binaries,unresolved']],
  ['lint and format', 'biome', ['check', '.']],
];
const failed = steps.filter((step) => !runStep(...step)).map(([name]) => name);
for (const name of failed) process.stdout.write(`failed: ${name}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
