import { Decimal } from '../../engine/decimal.ts';
import type { Meters } from '../../engine/meter.ts';
import type { Catalog, CatalogOffer } from '../catalog.ts';
import type { PrintedClaim } from '../schema/printed-claim.ts';
import { currentPeriod, isPricedByMillion } from '../unit-prices.ts';
import { money } from '../words/money.ts';
import { blendShares } from './blend.ts';
import type { Difference, Explanation, StatedValue } from './difference.ts';
import { explanationText } from './difference-words.ts';
import { speakerOf } from './model-statements.ts';
import { priceStatements } from './price-statements.ts';
import { statedBlend } from './stated-blend.ts';
import type { Speaker, Statement } from './statement.ts';

const UNITS: Record<PrintedClaim['claimed_unit'], string> = {
  call: 'a call',
  request: 'a request',
  message: 'a message',
  million_tokens: 'a million tokens of any kind',
};

/**
 * Why amounts that an offer prints beside its rates are not rates: `$0.455000 / call` beside 0.35 in and 0.56 out is
 * a 1:1 blend. An amount that is a rate in its own unit is no difference.
 */
export function claimDifferences(catalog: Catalog, offer: CatalogOffer, at?: string): Difference[] {
  const speaker = speakerOf(offer, catalog);
  const rates = priceStatements(offer, catalog, speaker, at);
  const here = currentPeriod(offer, at);
  return (offer.printed_claims ?? []).flatMap((claim, index): Difference[] => {
    const found = here ? explainClaim(claim, rates, offer.currency, catalog.meters) : null;
    if (!found) return [];
    const { explanation, others } = found;
    return [
      {
        kind: explanation.kind,
        field: { id: `printed_claims/${index}`, kind: 'price', label: `Printed as "${claim.printed}"` },
        values: [claimed(claim, offer, speaker), ...others.map(statedRate)],
        text: explanationText(explanation),
      },
    ];
  });
}

function explainClaim(
  claim: PrintedClaim,
  rates: readonly Statement[],
  currency: string,
  meters: Meters,
): { explanation: Explanation; others: readonly Statement[] } | null {
  const { amount, claimed_unit } = claim;
  const shown = money(amount, currency);
  const same = rates.find(({ value }) => new Decimal(value).eq(amount));
  if (same) {
    const inMillions = isPricedByMillion(same.meter ?? '');
    if (inMillions === (claimed_unit === 'million_tokens')) return null;
    const args = { how: 'digits', value: shown, claimed: UNITS[claimed_unit], really: same.field.label } as const;
    return { explanation: { kind: 'unit_error', values: [amount], args }, others: [same] };
  }
  const stated =
    claim.explanation.kind === 'blend' ? statedBlend(amount, claim.explanation.shares, rates, meters) : null;
  if (stated) {
    const args = { blend: shown, shares: stated.words, of: stated.rates.map((rate) => rate.shown) };
    return { explanation: { kind: 'blend', values: [amount], args }, others: stated.rates };
  }
  const [input, output] = ['input_tokens', 'output_tokens'].map((meter) => rates.find((rate) => rate.meter === meter));
  const shares = input && output ? blendShares(amount, input.value, output.value) : null;
  if (!input || !output || shares === null) {
    const args = { values: [`${shown} for ${UNITS[claimed_unit]}`], within: true };
    return { explanation: { kind: 'unexplained', values: [amount], args }, others: [] };
  }
  const args = { blend: shown, shares: `${shares} of input and output`, of: [input.shown, output.shown] };
  return { explanation: { kind: 'blend', values: [amount], args }, others: [input, output] };
}

function claimed(
  { amount, source, printed }: PrintedClaim,
  { id, currency }: CatalogOffer,
  { name }: Speaker,
): StatedValue {
  return { value: amount, shown: money(amount, currency), by: [{ name, offer: id, source, printed }] };
}

function statedRate({ value, shown, speaker, source }: Statement): StatedValue {
  return { value, shown, by: [{ name: speaker.name, offer: speaker.offer, source }] };
}
