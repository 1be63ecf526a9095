import { trustCard } from '../engine/card-mark.ts';
import { Decimal, plain, sum } from '../engine/decimal.ts';
import { divideBy } from '../engine/divide.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { tryPriceUsage } from '../engine/price-usage.ts';
import type { PrintedClaim } from './schema/printed-claim.ts';
import { listWords } from './words/list.ts';

/** What the engine makes of a printed claim. */
export interface ClaimVerdict {
  /** Whether the explanation comes to the printed amount; null where there is no explanation. */
  readonly holds: boolean | null;
  /** What the explanation comes to; null where it cannot be priced. */
  readonly computed: string | null;
  readonly text: string;
}

const MILLION = new Decimal(1_000_000);

const UNIT_WORDS: Record<PrintedClaim['claimed_unit'], string> = {
  call: 'a call',
  request: 'a request',
  message: 'a message',
  million_tokens: 'a million tokens of any kind',
};

/**
 * Prices what a claim is explained by. "$0.455000 / call" explained as a 50/50 blend on an offer of 0.35 in and
 * 0.56 out is priced as 500,000 tokens of each: 0.175 + 0.28 = 0.455, so it holds, and it is not a price per call.
 */
export function claimVerdict(claim: PrintedClaim, offer: Offer, meters: Meters): ClaimVerdict {
  const { explanation, amount } = claim;
  if (explanation.kind === 'unexplained') {
    return { holds: null, computed: null, text: `No rate of this offer comes to ${plain(new Decimal(amount))}.` };
  }
  const usage =
    explanation.kind === 'rate' ? { [explanation.meter]: MILLION.toFixed() } : blendUsage(explanation.shares, meters);
  const first = offer.periods.at(-1);
  const at = first?.from ?? '1970-01-01';
  const result = tryPriceUsage(trustCard({ ...offer, periods: first ? [first] : [] }), [{ usage }], {
    at,
    meters,
    fees: false,
  });
  if (!('bill' in result) || result.bill.gaps.length > 0) {
    return { holds: false, computed: null, text: 'Its explanation cannot be priced on this offer.' };
  }
  const lines = result.bill.lines.filter(({ meter, parts = {} }) =>
    [meter, ...Object.keys(parts)].some((one) => Object.hasOwn(usage, one)),
  );
  const computed = plain(lines.reduce((total, line) => total.plus(new Decimal(line.amount)), new Decimal(0)));
  const holds = new Decimal(computed).eq(new Decimal(amount));
  const what =
    explanation.kind === 'rate'
      ? `the price of a million ${meters.get(explanation.meter)?.many ?? explanation.meter}`
      : `the cost of a million tokens, ${shareWords(explanation.shares, meters)}`;
  const not =
    claim.claimed_unit === 'million_tokens' && explanation.kind === 'rate'
      ? ''
      : `, not the price of ${UNIT_WORDS[claim.claimed_unit]}`;
  return { holds, computed, text: holds ? `It is ${what}${not}.` : `As ${what} it would be ${computed}.` };
}

/**
 * A million tokens divided by shares: 50 and 50 are 500,000 each. Shares are apart from each other, and usage of a whole
 * counts its parts: 3 of input, 3 of cached input and 2 of output are 750,000 in, 375,000 of them cached.
 */
function blendUsage(shares: Readonly<Record<string, string>>, meters: Meters): Record<string, string> {
  const parts = Object.entries(shares).map(([meter, share]) => ({ meter, share: new Decimal(share) }));
  const divide = divideBy(sum(parts.map(({ share }) => share)));
  return Object.fromEntries(
    parts.map(({ meter }) => {
      const within = parts.filter((part) => part.meter === meter || meters.get(part.meter)?.ancestors.includes(meter));
      return [meter, plain(divide(MILLION.times(sum(within.map(({ share }) => share)))).value)];
    }),
  );
}

function shareWords(shares: Readonly<Record<string, string>>, meters: Meters): string {
  return listWords(
    Object.entries(shares).map(
      ([meter, share]) => `${share} ${share === '1' ? 'part' : 'parts'} ${meters.get(meter)?.many ?? meter}`,
    ),
  );
}
