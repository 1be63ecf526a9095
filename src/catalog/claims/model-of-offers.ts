import type { CatalogModel, CatalogOffer, CatalogProvider } from '../catalog.ts';
import { capital } from '../words/capital.ts';

/** A model that only claims speak of, named as most of its sellers name it. */
export function modelOfOffers(
  id: string,
  offers: readonly CatalogOffer[],
  providers: ReadonlyMap<string, CatalogProvider>,
): CatalogModel {
  const lab = id.slice(0, id.indexOf('/'));
  const name = mostCommonName(offers.map((offer) => offer.name)) ?? id.slice(lab.length + 1);
  return { id, lab, name, lab_name: providers.get(lab)?.name ?? capital(lab), sources: {} };
}

/** The name that occurs most often once a lab before a colon is left out; written words go before ids. */
function mostCommonName(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names.map((one) => one.replace(/^[^:]{2,20}: /, ''))) {
    counts.set(name, (counts.get(name) ?? 0) + (/[A-Z]/.test(name) && !/[/_]/.test(name) ? 3 : 1));
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))[0]?.[0];
}
