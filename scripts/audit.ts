import { mkdirSync, writeFileSync } from 'node:fs';
import { auditBuildPace } from './audit/build-pace.ts';
import { auditDescribedWork } from './audit/described-work.ts';
import { auditLighthouse } from './audit/lighthouse.ts';
import type { Measured } from './audit/measured.ts';
import { auditOfferTable } from './audit/offer-table.ts';
import { auditPageBytes } from './audit/page-bytes.ts';

/** Where the figures of the last run are, for the page of proofs. */
const RESULTS = '.cache/audit.json';

/** Measures the built site (npm run build) against its budgets; times depend on how busy the machine is. */
const audits: readonly (() => Promise<readonly Measured[]>)[] = [
  auditPageBytes,
  auditOfferTable,
  auditDescribedWork,
  auditBuildPace,
  auditLighthouse,
];
const rows: Measured[] = [];
for (const audit of audits) rows.push(...(await audit()));

const width = Math.max(...rows.map(({ what }) => what.length));
process.stdout.write(`${''.padEnd(6)}  ${'what'.padEnd(width)}  ${'figure'.padStart(10)}  ${'budget'.padStart(10)}\n`);
for (const { what, figure, limit, unit, detail } of rows) {
  const [found, most] = [figure.toFixed(1), String(limit)].map((text) => `${text} ${unit}`.padStart(10));
  process.stdout.write(
    `${figure <= limit ? 'holds ' : 'BROKEN'}  ${what.padEnd(width)}  ${found}  ${most}  ${detail}\n`,
  );
}
const broken = rows.filter(({ figure, limit }) => figure > limit);
mkdirSync('.cache', { recursive: true });
writeFileSync(RESULTS, JSON.stringify({ date: new Date().toISOString().slice(0, 10), rows }));
process.stdout.write(`${rows.length - broken.length} of ${rows.length} budgets hold\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
