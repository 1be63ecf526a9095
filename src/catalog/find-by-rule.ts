import type { CatalogOffer } from './catalog.ts';
import { type NotFound, splitName, unknownName } from './find-offer.ts';
import { lookUp } from './identity/look-up.ts';
import { fitsRule } from './identity/match-rule.ts';
import type { NamedOffer, Names } from './named.ts';

/**
 * Finds an offer by what upstreams say its other names are like: `anthropic:claude-3-haiku-20240307-v1`. A name without
 * its provider is looked for at those whose models are called so, else at all. Exact names of rules come before
 * patterns; a name that fits the rules of several offers is ambiguous.
 */
export function findOfferByRule<O extends NamedOffer = CatalogOffer>(catalog: Names<O>, name: string): O | NotFound {
  const { provider, rest } = splitName(catalog, name);
  const called = [...catalog.providers.values()].filter(({ model_match: rule }) => rule && fitsRule(rule, rest));
  const sellers = new Set((provider ? [provider] : called).map(({ id }) => id));
  const entries = [...catalog.offers.values()].flatMap(({ id, provider: seller, match }) =>
    match && (sellers.size === 0 || sellers.has(seller)) ? [{ id, names: [], match }] : [],
  );
  const found = lookUp(entries, rest);
  if (found.kind === 'ambiguous') return { kind: 'ambiguous', name, candidates: found.candidates, by: 'rule' };
  const offer = found.kind === 'found' ? catalog.offers.get(found.id) : undefined;
  return offer ?? unknownName(name, catalog.offers);
}
