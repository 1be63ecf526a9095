import { CHECKS, SITE_TYPES } from './lib/check-steps.ts';
import { runStep } from './lib/run-step.ts';

/** Types, lint, format and generated files: every step runs, whatever the others say. */
const failed = [SITE_TYPES, ...CHECKS].filter((step) => !runStep(...step)).map(([name]) => name);
for (const name of failed) process.stdout.write(`failed: ${name}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
