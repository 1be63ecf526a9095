import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import type { Period } from '../engine/rate-card.ts';

/** The rules of a period that are no price of a unit, and what they are called. */
const RULES: readonly (readonly [name: string, count: (period: Period) => number])[] = [
  ['multiplier', ({ multipliers = [] }) => multipliers.length],
  ['allowance', ({ allowances = [] }) => allowances.length],
  ['rounding of requests', ({ request_rounding }) => (request_rounding ? 1 : 0)],
  ['minimum of requests', ({ request_minimum }) => (request_minimum ? 1 : 0)],
  ['fee', ({ fees = [] }) => fees.length],
  ['rounding of invoices', ({ invoice_rounding }) => (invoice_rounding ? 1 : 0)],
  ['minimum of a period', ({ minimums = [] }) => minimums.length],
  ['commitment', ({ commitments = [] }) => commitments.length],
  ['credit', ({ credits = [] }) => credits.length],
];

/** What the catalog says and its SKU price rows do not, a sentence for each; for standard error, beside the rows. */
export function catalogFocusDropped(catalog: Catalog): string[] {
  const offers = [...catalog.offers.values()];
  const periods = offers.flatMap((offer) => offer.periods.map((period) => ({ offer, period })));
  const rules = RULES.flatMap(([name, count]) => {
    const having = periods.filter(({ period }) => count(period) > 0);
    const total = having.reduce((sum, { period }) => sum + count(period), 0);
    return total > 0 ? [`${total} x ${name} left out (${offerNames(having.map(({ offer }) => offer))}).`] : [];
  });
  const rates = periods.flatMap(({ offer, period }) => period.rates.map((rate) => ({ offer, rate })));
  const say = (text: string, found: readonly { readonly offer: CatalogOffer }[]): string[] =>
    found.length > 0 ? [`${found.length} x ${text} (${offerNames(found.map(({ offer }) => offer))}).`] : [];
  return [
    'The SKU Price dataset is a draft of FOCUS 1.5 and may change; it is a snapshot, and sources stay behind.',
    'A period without a known beginning has no SkuPriceEffectiveStart, though FOCUS asks for one.',
    ...say(
      'price that is not published left out: FOCUS knows no unknown price',
      rates.filter(({ rate }) => rate.state === 'unpublished'),
    ),
    ...say(
      'rate with tiers: FOCUS does not say whether a step prices the part above it or everything; x_Tier of SkuPriceEligibility does',
      rates.filter(({ rate }) => 'price' in rate && rate.tiers),
    ),
    ...say(
      'rate in blocks or with a minimum quantity: only x_Block says so',
      rates.filter(({ rate }) => 'price' in rate && rate.block),
    ),
    ...say(
      'rate by the hour of the day: only x_Conditions says so',
      rates.filter(({ rate }) => rate.when?.time),
    ),
    ...rules,
    ...say(
      'terms of payment left out',
      offers.filter(({ funding }) => funding?.length).map((offer) => ({ offer })),
    ),
  ];
}

function offerNames(offers: readonly CatalogOffer[]): string {
  const ids = [...new Set(offers.map(({ id }) => id))];
  return ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ');
}
