import type { CatalogOffer } from '../../catalog/catalog.ts';

/** Since when an offer's rates are followed: the first day of its first set, else the date of the oldest source of them. */
export function followedSince({
  periods,
  sources,
  trust,
}: Pick<CatalogOffer, 'periods' | 'sources' | 'trust'>): string {
  const [first] = periods;
  if (first?.from) return first.from;
  const keys = new Set((first?.rates ?? []).map(({ source }) => source));
  const dates = Object.entries(sources).flatMap(([key, { retrieved, as_of }]) =>
    keys.has(key) ? [as_of ?? retrieved] : [],
  );
  return dates.sort()[0] ?? trust.as_of;
}
