import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import type { TrustState } from '../../catalog/claims/trust.ts';
import type { ProviderFile } from '../../catalog/schema/provider-file.ts';
import { currentPeriod } from '../../catalog/unit-prices.ts';

/** What the catalog holds and how far it can be trusted, counted in one walk over it. */
export interface DataFacts {
  readonly providers: Readonly<Partial<Record<ProviderFile['kind'], number>>>;
  readonly rates: { readonly published: number; readonly included: number; readonly unpublished: number };
  /** Rates with a reading: something was read into the page. */
  readonly readings: number;
  readonly sources: number;
  readonly quotes: number;
  /** Offers whose rates in force all rest on a source that is quoted. */
  readonly quoted: number;
  /** Offers without any rate in force on the day. */
  readonly lapsed: number;
  /** Offers of which more than one set of rates is known. */
  readonly changed: number;
  /** Offers by how sure their price is. */
  readonly trust: Readonly<Partial<Record<TrustState, number>>>;
  /** Offers by days since their newest source was read; each in the first bound that it keeps. */
  readonly ages: readonly { readonly words: string; readonly offers: number }[];
  /** Amounts printed beside rates that are none, and how many of them the rates explain. */
  readonly claims: { readonly printed: number; readonly explained: number };
}

const AGES = [
  { days: 7, words: 'within a week' },
  { days: 30, words: 'within a month' },
  { days: 90, words: 'within three months' },
  { days: Number.POSITIVE_INFINITY, words: 'longer ago' },
];
const DAY = 86_400_000;

export function dataFacts(catalog: Catalog, at: string): DataFacts {
  const offers = [...catalog.offers.values()];
  const rates = offers.flatMap(({ periods }) => periods.flatMap((period) => period.rates));
  const stated = (state: 'included' | 'unpublished'): number => rates.filter((rate) => rate.state === state).length;
  const [included, unpublished] = [stated('included'), stated('unpublished')];
  const sources = [...offers, ...catalog.models.values(), ...catalog.providers.values()].flatMap((owner) =>
    Object.entries(owner.sources).flatMap(([key, source]) => (key.includes('/') ? [] : [source])),
  );
  const claims = offers.flatMap(({ printed_claims = [] }) => printed_claims);
  return {
    providers: tally([...catalog.providers.values()].map(({ kind }) => kind)),
    rates: { published: rates.length - included - unpublished, included, unpublished },
    readings: rates.filter(({ reading }) => reading !== undefined).length,
    sources: sources.length,
    quotes: sources.reduce((sum, { quotes = [] }) => sum + quotes.length, 0),
    quoted: offers.filter((offer) => isQuoted(offer, at)).length,
    lapsed: offers.filter((offer) => !currentPeriod(offer, at)).length,
    changed: offers.filter(({ periods }) => periods.length > 1).length,
    trust: tally(offers.map(({ trust }) => trust.state)),
    ages: agesOf(offers, at),
    claims: {
      printed: claims.length,
      explained: claims.filter(({ explanation }) => explanation.kind !== 'unexplained').length,
    },
  };
}

function isQuoted(offer: CatalogOffer, at: string): boolean {
  const rates = currentPeriod(offer, at)?.rates ?? [];
  return rates.length > 0 && rates.every(({ source }) => (offer.sources[source]?.quotes ?? []).length > 0);
}

function agesOf(offers: readonly CatalogOffer[], at: string): DataFacts['ages'] {
  const days = offers.map(({ trust }) => (Date.parse(at) - Date.parse(trust.as_of.slice(0, 10))) / DAY);
  return AGES.map(({ words, days: most }, index) => {
    const least = AGES[index - 1]?.days ?? Number.NEGATIVE_INFINITY;
    return { words, offers: days.filter((age) => age > least && age <= most).length };
  });
}

function tally<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
