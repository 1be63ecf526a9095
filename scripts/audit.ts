import { auditLighthouse } from './audit/lighthouse.ts';
import type { Measured } from './audit/measured.ts';
import { auditOfferTable } from './audit/offer-table.ts';

/** Measures the built site (npm run build) against its limits; each figure depends on the machine's clock. */
const audits: readonly (() => Promise<readonly Measured[]>)[] = [auditOfferTable, auditLighthouse];
let broken = 0;
for (const audit of audits) {
  for (const { what, figure, limit, unit, detail } of await audit()) {
    const holds = figure <= limit;
    if (!holds) broken += 1;
    process.stdout.write(
      `${holds ? 'holds ' : 'BROKEN'}  ${what}: ${figure.toFixed(1)} ${unit}, limit ${limit} (${detail})\n`,
    );
  }
}
process.exitCode = broken > 0 ? 1 : 0;
