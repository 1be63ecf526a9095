import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkedData } from '../scripts/lib/checked-data.ts';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { claimVerdict } from '../src/catalog/claim-verdict.ts';
import { claimDifferences } from '../src/catalog/differences/claim-differences.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import type { PrintedClaim } from '../src/catalog/schema/printed-claim.ts';

interface Case {
  readonly name: string;
  readonly amount: string;
  readonly shares?: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly says: string;
  readonly verdict?: string;
}

const file = new URL('./differences/claims.yaml', import.meta.url);
const { rates, cases } = parse(readFileSync(file, 'utf8')) as {
  rates: Readonly<Record<string, string>>;
  cases: readonly Case[];
};
const { catalog } = readCatalog(checkedData());
const any = catalog.offers.get('modelslab/mistral-small-3.1-24b-instruct');
if (!any) throw new Error('the catalog has no such offer');
const { funding: _, ...own } = any;

function offerWith(claim: PrintedClaim): CatalogOffer {
  const period = {
    from: null,
    until: null,
    rates: Object.entries(rates).map(([meter, price]) => ({ meter, price, per: 1_000_000, source: 'page' })),
  };
  return { ...own, periods: [period], printed_claims: [claim] };
}

test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { amount, shares, kind, says, verdict }) => {
  const claim: PrintedClaim = {
    printed: `$${amount} / call`,
    amount,
    claimed_unit: 'call',
    explanation: shares ? { kind: 'blend', shares } : { kind: 'unexplained' },
    source: 'page',
  };
  const offer = offerWith(claim);
  const [found] = claimDifferences(catalog, offer);
  expect([found?.kind, found?.text]).toEqual([kind, says]);
  if (verdict !== undefined) expect(claimVerdict(claim, offer, catalog.meters).text).toBe(verdict);
});
