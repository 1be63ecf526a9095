import type { NamedOffer, Names } from './named.ts';

/** Every name under which an offer may be looked for, its ids aside. */
export function namesOf(catalog: Names, offer: NamedOffer): string[] {
  const seller = catalog.providers.get(offer.provider);
  return [offer.name, ...(offer.aliases ?? []), ...(seller ? [`${seller.name} ${offer.name}`] : [])];
}
