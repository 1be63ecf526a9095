import type { Funding } from '../engine/funding.ts';
import type { CatalogProvider } from './catalog.ts';
import type { CatalogSource } from './schema/source.ts';

/** What a provider adds to each of its offers. */
export interface ProviderTerms {
  readonly funding?: readonly (Funding & { readonly source: string })[];
  readonly sources: Readonly<Record<string, CatalogSource>>;
}

/** How credit is bought at a provider, with the sources of that under keys that begin with `provider/`. */
export function providerTerms({ funding, sources }: Pick<CatalogProvider, 'funding' | 'sources'>): ProviderTerms {
  if (!funding) return { sources: {} };
  const terms = funding.map((one) => ({ ...one, source: `provider/${one.source}` }));
  const used = new Set(funding.map(({ source }) => source));
  const kept = Object.entries(sources).filter(([key]) => used.has(key));
  return { funding: terms, sources: Object.fromEntries(kept.map(([key, source]) => [`provider/${key}`, source])) };
}
