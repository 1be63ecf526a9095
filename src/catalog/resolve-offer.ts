import type { CatalogOffer } from './catalog.ts';
import { findOfferByRule } from './find-by-rule.ts';
import { findOffer, isNotFound, type NotFound } from './find-offer.ts';
import type { NamedOffer, Names } from './named.ts';

/** The offer that a name means, and whether it is its own or fits a rule. */
export interface ResolvedOffer<O extends NamedOffer = CatalogOffer> {
  readonly offer: O;
  readonly by: 'name' | 'rule';
}

/** Finds an offer by its names, else by the rules of upstreams; what is ambiguous in one step no later one decides. */
export function resolveOffer<O extends NamedOffer = CatalogOffer>(
  catalog: Names<O>,
  name: string,
): ResolvedOffer<O> | NotFound {
  const named = findOffer(catalog, name);
  if (!isNotFound(named)) return { offer: named, by: 'name' };
  if (named.kind === 'ambiguous') return named;
  const fitting = findOfferByRule(catalog, name);
  return isNotFound(fitting) ? fitting : { offer: fitting, by: 'rule' };
}
