import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { currentPeriod, perMillion, plainRates } from '../../catalog/unit-prices.ts';
import { amountDigits, shortAmount } from '../../catalog/words/money.ts';
import { problemWords } from '../../catalog/words/problem-words.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { compare, type UsageGroup } from '../../engine/index.ts';
import { CURRENCY, workloadOptions } from '../workload.ts';

/** A price in a table: digits, or a word where there are none. */
export interface PriceCell {
  readonly digits: string | null;
  readonly word: string | null;
  /** Whether another price holds above some threshold. */
  readonly tiered: boolean;
}

/** An offer as a row of a table that ranks offers by what they cost. */
export interface OfferRow {
  readonly offer: CatalogOffer;
  readonly provider: string;
  readonly model: string;
  readonly rank: number;
  readonly total: string;
  /** How many times the cheapest, to two places. */
  readonly ratio: string | null;
  readonly input: PriceCell;
  readonly output: PriceCell;
  /** The price of a message or a request, where the offer has one. */
  readonly call: PriceCell;
}

export interface UnpricedRow extends Pick<OfferRow, 'offer' | 'provider' | 'model'> {
  readonly reason: string;
}

export interface OfferRows {
  readonly ranked: readonly OfferRow[];
  readonly unpriced: readonly UnpricedRow[];
}

/** Ranks offers by the cost of a workload; those that cannot be priced follow with the reason. */
export function offerRows(
  catalog: Catalog,
  offers: readonly CatalogOffer[],
  workload: UsageGroup,
  at: string,
): OfferRows {
  const options = { ...workloadOptions(at, catalog.meters), currency: CURRENCY };
  const { rows, unpriced } = compare(offers, [workload], options);
  const named = (id: string) => {
    const offer = catalog.offers.get(id);
    if (!offer) return [];
    const provider = catalog.providers.get(offer.provider)?.name ?? offer.provider;
    return [{ offer, provider, model: catalog.models.get(offer.model)?.name ?? offer.name }];
  };
  return {
    ranked: rows.flatMap(({ offer: id, rank, total, ratio }) =>
      named(id).map(
        (names): OfferRow => ({
          ...names,
          rank,
          total: amountDigits(shortAmount(total)),
          ratio: ratio === null ? null : amountDigits(plain(new Decimal(ratio).toDecimalPlaces(2))),
          input: priceCell(names.offer, 'input_tokens', at),
          output: priceCell(names.offer, 'output_tokens', at),
          call: callCell(names.offer, at),
        }),
      ),
    ),
    unpriced: unpriced.flatMap(({ offer: id, gaps, problems }) =>
      named(id).map((names) => ({
        ...names,
        reason: [
          ...gaps.map(({ meter, reason }) => `${catalog.meters.get(meter)?.many ?? meter}: ${reason}`),
          ...problems.map((problem) => problemWords(problem, names.offer)),
        ].join('; '),
      })),
    ),
  };
}

/** The plain price of a meter as a table shows it: per million of what is sold by the million, else per one. */
export function priceCell(offer: CatalogOffer, meter: string, at: string): PriceCell {
  const period = currentPeriod(offer, at);
  const rate = plainRates(period).get(meter);
  if (rate) {
    const price = meter.endsWith('_tokens') ? perMillion(rate) : plain(new Decimal(rate.price).div(rate.per));
    return { digits: amountDigits(price), word: null, tiered: rate.tiers !== undefined };
  }
  const state = period?.rates.find((other) => other.meter === meter && !other.when)?.state;
  const word = state === 'included' ? 'included' : state === 'unpublished' ? 'not public' : null;
  return { digits: null, word, tiered: false };
}

function callCell(offer: CatalogOffer, at: string): PriceCell {
  const message = priceCell(offer, 'messages', at);
  return message.digits === null && message.word === null ? priceCell(offer, 'requests', at) : message;
}
