import type { CatalogOffer } from '../../catalog/catalog.ts';
import { noRatesWords } from '../../catalog/words/problem-words.ts';
import { holds } from '../../engine/condition.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { divideBy } from '../../engine/divide.ts';
import type { Period } from '../../engine/index.ts';
import { parseInstant } from '../../engine/instant.ts';
import type { Meters } from '../../engine/meter.ts';
import { periodAt } from '../../engine/period-at.ts';
import { type PreparedPeriod, preparePeriod } from '../../engine/prepare.ts';
import type { PublishedRate, Rule } from '../../engine/rate-card.ts';
import { selectRate } from '../../engine/select-rate.ts';
import { type IndexMeter, type IndexPrice, MOST_PRICE_PLACES } from './offer-index.ts';

/** What a meter costs on an offer when nothing is asked for. */
export type IndexCell =
  | { readonly kind: 'price'; readonly price: IndexPrice }
  | { readonly kind: 'none' | 'included' | 'folded' }
  | { readonly kind: 'gap'; readonly reason: string };

/** A row's prices; `complex` where its terms are more than prices times counts. */
export type IndexRow =
  | { readonly cells: readonly IndexCell[]; readonly complex: boolean }
  | { readonly barred: string };

/** The prices of an offer at a date. */
export function indexRow(
  offer: CatalogOffer,
  indexMeters: readonly IndexMeter[],
  at: string,
  currency: string,
  meters: Meters,
): IndexRow {
  const ms = parseInstant(at)?.ms ?? Number.NaN;
  const index = periodAt(offer.periods, ms);
  const period = offer.periods[index];
  if (!period) {
    const [first = null, last = null] = [offer.periods[0]?.from, offer.periods.at(-1)?.until];
    return { barred: noRatesWords(at.slice(0, 'YYYY-MM-DD'.length), offer, { first, last }) };
  }
  const card = preparePeriod(period, index);
  if (offer.currency !== currency) {
    return { barred: `its prices are in ${offer.currency}, and no exchange rate to ${currency} is held` };
  }
  let complex = hasRules(period, ms);
  const cells = indexMeters.map((meter): IndexCell => {
    const cell = cellOf(meter, indexMeters, card, meters, ms);
    if (cell.complex) complex = true;
    return cell.cell;
  });
  return { cells, complex };
}

function cellOf(
  { id, per, implied, within }: IndexMeter,
  indexMeters: readonly IndexMeter[],
  card: PreparedPeriod,
  meters: Meters,
  ms: number,
): { readonly cell: IndexCell; readonly complex: boolean } {
  const selection = selectRate(id, card, meters, {}, ms);
  if (!('rate' in selection)) {
    if (implied !== undefined && !selection.certain) return { cell: { kind: 'none' }, complex: false };
    const reason = `${meters.get(id)?.many ?? id}: ${selection.gap('1').reason}`;
    return { cell: { kind: 'gap', reason }, complex: false };
  }
  const { rate } = selection.rate;
  if (rate.meter !== id) {
    return { cell: { kind: 'folded' }, complex: !isPricedWithin(within, rate.meter, indexMeters, card, meters, ms) };
  }
  if (rate.state === 'included') return { cell: { kind: 'included' }, complex: false };
  const published = rate as PublishedRate;
  const price = indexPrice(published, per, indexMeters);
  if (price !== null) return { cell: { kind: 'price', price }, complex: published.block !== undefined };
  const shown = plain(divideBy(new Decimal(published.per))(new Decimal(published.price).times(per)).value);
  return { cell: { kind: 'price', price: shown }, complex: true };
}

/** Whether the count that holds a meter, or one that holds that, is priced by a meter's own rate. */
function isPricedWithin(
  within: number | undefined,
  meter: string,
  all: readonly IndexMeter[],
  card: PreparedPeriod,
  meters: Meters,
  ms: number,
): boolean {
  const whole = within === undefined ? undefined : all[within];
  if (!whole) return false;
  const selection = selectRate(whole.id, card, meters, {}, ms);
  if (!('rate' in selection) || selection.rate.rate.meter !== meter) return false;
  return whole.id === meter || isPricedWithin(whole.within, meter, all, card, meters, ms);
}

/** A rate as a price of the index; null where it is more than one. */
function indexPrice(
  { price, per, tiers }: PublishedRate,
  shown: number,
  all: readonly IndexMeter[],
): IndexPrice | null {
  const divide = divideBy(new Decimal(per));
  const exact = (text: string): string | null => {
    const { value, rounded } = divide(new Decimal(text).times(shown));
    return rounded || value.decimalPlaces() > MOST_PRICE_PLACES ? null : plain(value);
  };
  const base = exact(price);
  if (base === null) return null;
  if (!tiers) return base;
  if (tiers.kind !== 'cliff') return null;
  const subject = all.findIndex(({ id }) => id === tiers.subject);
  const steps = tiers.steps.map((step) => [step.over, exact(step.price)] as const);
  if (subject < 0 || steps.some(([, text]) => text === null)) return null;
  return {
    price: base,
    subject,
    inclusive: tiers.boundary === 'inclusive',
    steps: steps.map(([over, text]) => [over, text ?? ''] as const),
  };
}

/** Whether any rule beside the rates acts when nothing is asked for. */
function hasRules(period: Period, ms: number): boolean {
  const { multipliers, allowances, request_rounding, request_minimum, fees } = period;
  const { invoice_rounding, minimums, commitments, credits } = period;
  const lists: readonly (readonly Rule[] | undefined)[] = [
    multipliers,
    allowances,
    fees,
    minimums,
    commitments,
    credits,
  ];
  const single = [request_rounding, request_minimum, invoice_rounding].filter((rule) => rule !== undefined);
  return [...lists.flatMap((rules) => rules ?? []), ...single].some(({ when }) => holds(when, {}, ms));
}
