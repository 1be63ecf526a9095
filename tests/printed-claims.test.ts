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
  /** Prices of a million, where they are not those of the others. */
  readonly rates?: Readonly<Record<string, string>>;
  /** A meter whose rate the offer's file says that it is. */
  readonly rate?: string;
  readonly unit?: PrintedClaim['claimed_unit'];
  /** Absent: it is no difference. */
  readonly kind?: string;
  readonly says?: string;
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

function offerWith(claim: PrintedClaim, prices = rates): CatalogOffer {
  const period = {
    from: null,
    until: null,
    rates: Object.entries(prices).map(([meter, price]) => ({ meter, price, per: 1_000_000, source: 'page' })),
  };
  return { ...own, periods: [period], printed_claims: [claim] };
}

function explained({ shares, rate }: Case): PrintedClaim['explanation'] {
  if (shares) return { kind: 'blend', shares };
  return rate === undefined ? { kind: 'unexplained' } : { kind: 'rate', meter: rate };
}

test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const { amount, unit = 'call', kind, says, verdict } = one;
  const claim: PrintedClaim = {
    printed: `$${amount} / ${unit}`,
    amount,
    claimed_unit: unit,
    explanation: explained(one),
    source: 'page',
  };
  const offer = offerWith(claim, one.rates);
  const [found] = claimDifferences(catalog, offer);
  expect([found?.kind, found?.text]).toEqual([kind, says]);
  if (verdict !== undefined) expect(claimVerdict(claim, offer, catalog.meters).text).toBe(verdict);
});

test('what is printed stands before the rates that it is held against', () => {
  const shares = { input_tokens: '40', output_tokens: '60' };
  const offer = offerWith({
    printed: '$0.476',
    amount: '0.476',
    claimed_unit: 'call',
    explanation: { kind: 'blend', shares },
    source: 'page',
  });
  const said = { name: catalog.providers.get(offer.provider)?.name, offer: offer.id, source: 'page' };
  const [found] = claimDifferences(catalog, offer);
  expect(found?.field).toEqual({ id: 'printed_claims/0', kind: 'price', label: 'Printed as "$0.476"' });
  expect(found?.values).toEqual([
    { value: '0.476', shown: '$0.476', by: [{ ...said, printed: '$0.476' }] },
    { value: '0.35', shown: '$0.35', by: [said] },
    { value: '0.56', shown: '$0.56', by: [said] },
  ]);
  const [alone] = claimDifferences(catalog, { ...offer, periods: [{ from: null, until: null, rates: [] }] });
  expect(alone?.values).toEqual([{ value: '0.476', shown: '$0.476', by: [{ ...said, printed: '$0.476' }] }]);
  expect(claimDifferences(catalog, { ...offer, periods: [] })).toEqual([]);
  const { printed_claims: _, ...silent } = offer;
  expect(claimDifferences(catalog, silent)).toEqual([]);
});

test.each<[string, PrintedClaim['explanation']]>([
  ['a blend', { kind: 'blend', shares: { input_smells: '1', input_tokens: '1' } }],
  ['a rate', { kind: 'rate', meter: 'input_smells' }],
])('%s of what nobody counts explains nothing, nor does one of an offer without prices', (_name, explanation) => {
  const claim: PrintedClaim = { printed: '$1', amount: '1', claimed_unit: 'call', explanation, source: 'page' };
  const known: PrintedClaim = { ...claim, explanation: { kind: 'rate', meter: 'input_tokens' } };
  const verdict = { holds: false, computed: null, text: 'Its explanation cannot be priced on this offer.' };
  expect(claimVerdict(claim, offerWith(claim), catalog.meters)).toEqual(verdict);
  expect(claimVerdict(known, { ...offerWith(known), periods: [] }, catalog.meters)).toEqual(verdict);
});
