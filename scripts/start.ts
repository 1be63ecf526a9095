import { runStep } from './lib/run-step.ts';
import { serveSite } from './lib/serve-site.ts';

/** Builds the site, serves it and prints its address. */
if (!runStep('build the site', 'astro', ['build'])) process.exit(1);
const { origin } = await serveSite(Number(process.env['PORT'] ?? 4321));
process.stdout.write(`\nRatecard is at ${origin}/ (Ctrl-C ends it)\n`);
