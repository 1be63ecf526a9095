import type { CatalogOffer } from '../../catalog/catalog.ts';
import { type Standing, standingOf } from '../../catalog/standing.ts';
import { perMillion } from '../../catalog/unit-prices.ts';
import { type AskedPrice, askedPrices } from '../../catalog/words/asked-prices.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { amountDigits } from '../../catalog/words/money.ts';
import { afterPrice, rangeWords } from '../../catalog/words/price-words.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { priceCell } from '../tables/offer-rows.ts';

/** What an offer asks for a meter at a date: `0.35`, `0.22 to 0.44, by time of day`, `retired 30 Nov 2025, last 0.10`. */
export function cellWords(offer: CatalogOffer, meter: string, at: string): string {
  const standing = standingOf(offer, at);
  if (standing.kind === 'coming' || !standing.period) return '?';
  const price = priceIn({ ...offer, periods: [standing.period] }, meter, standing, at);
  const gone = goneIn(standing);
  if (gone === null) return price ?? '?';
  return price === null ? gone : `${gone}, last ${price}`;
}

function priceIn(offer: CatalogOffer, meter: string, { kind, since, period }: Standing, at: string): string | null {
  const whole = period ? { ...offer, periods: [{ ...period, from: null, until: null }] } : offer;
  const { digits, word, tiered } = priceCell(whole, meter, at);
  if (digits !== null) return tiered ? `${digits}, more above a threshold` : digits;
  if (word !== null) return kind === 'sold' ? word : null;
  const asked = period ? askedPrices(period, kind === 'sold' ? at : (since ?? at)) : [];
  const one = asked.find((price) => price.meter === meter);
  return one ? `${rangeWords(one, (price) => perUnit(one, price))}${afterPrice(one.condition)}` : null;
}

function perUnit({ meter, per }: AskedPrice, price: string): string {
  return amountDigits(meter.endsWith('_tokens') ? perMillion({ price, per }) : plain(new Decimal(price).div(per)));
}

function goneIn({ kind, since }: Standing): string | null {
  if (since === null || kind === 'sold') return null;
  return kind === 'retired' ? `retired ${dateWords(since)}` : `none since ${dateWords(since)}`;
}
