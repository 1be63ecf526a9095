import type { Meters } from '../engine/meter.ts';
import type { CatalogOffer } from './catalog.ts';
import { claimVerdict } from './claim-verdict.ts';
import type { DataFile } from './data-file.ts';
import type { CatalogProblem } from './problem.ts';

/** Verifies the explanations of printed claims; one that does not come to the printed amount is a problem. */
export function checkClaims(offer: CatalogOffer, data: DataFile, meters: Meters, problems: CatalogProblem[]): void {
  for (const [index, claim] of (offer.printed_claims ?? []).entries()) {
    const { holds, computed } = claimVerdict(claim, offer, meters);
    if (holds !== false) continue;
    const path = ['printed_claims', index];
    const args = { printed: claim.printed, computed: computed ?? 'no price' };
    problems.push({ code: 'claim_does_not_hold', args, file: data.file, path: path.join('/'), ...data.locate(path) });
  }
}
