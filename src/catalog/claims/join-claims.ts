import type { Catalog, CatalogOffer, CatalogProvider } from '../catalog.ts';
import type { ModelAliases } from '../identity/aliases.ts';
import { groupOffers } from '../identity/group-offers.ts';
import type { ClaimsFile } from '../schema/claims-file.ts';
import { checkedOffer } from './checked-offer.ts';
import { type ClaimedOffer, claimedOffers } from './claimed-offer.ts';
import { modelOfOffers } from './model-of-offers.ts';
import { offerOfClaims } from './offer-of-claims.ts';
import { offerSlugs } from './offer-slug.ts';
import type { ProviderIds } from './provider-ids.ts';

/**
 * Joins what upstreams claim to what was checked by hand. A checked offer keeps its card and learns who differs;
 * every other claim becomes an offer of its own, under the model that its id names.
 */
export function joinClaims(
  checked: Catalog,
  files: readonly ClaimsFile[],
  ids: ProviderIds,
  aliases: ModelAliases,
): Catalog {
  const providers = new Map(checked.providers);
  const offers = new Map(checked.offers);
  const byApiId = new Map([...checked.offers.values()].map((offer) => [`${offer.provider} ${offer.model_id}`, offer]));
  for (const file of files) addProvider(providers, ids(file.provider.id), file);

  const claimed = claimedOffers(files, ids);
  const added: ClaimedOffer[] = [];
  for (const one of claimed) {
    const own = byApiId.get(`${one.provider} ${one.model_id}`);
    if (own) offers.set(own.id, checkedOffer(own, one.claims));
    else added.push(one);
  }

  const idOf = offerIds(added, offers);
  const groups = groupOffers(
    added.map(({ provider, model_id }) => ({ id: idOf(provider, model_id), provider, model_id })),
    aliases,
  );
  const modelOf = new Map(
    groups.flatMap(({ model, offers: members }) => members.map(({ id }) => [id, model] as const)),
  );
  const models = new Map(checked.models);
  const sold = new Map<string, CatalogOffer[]>();
  for (const one of added) {
    const id = idOf(one.provider, one.model_id);
    const model = modelOf.get(id) ?? '';
    const offer = offerOfClaims(one, id, model, checked.providers.get(one.provider));
    if (!offer) continue;
    offers.set(id, offer);
    const known = sold.get(model);
    if (known) known.push(offer);
    else sold.set(model, [offer]);
  }
  for (const [model, own] of sold) if (!models.has(model)) models.set(model, modelOfOffers(model, own, providers));
  const sorted = <T>(map: Map<string, T>): Map<string, T> => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...checked, providers: sorted(providers), models: sorted(models), offers: sorted(offers) };
}

function addProvider(
  providers: Map<string, CatalogProvider>,
  id: string,
  { provider, currency, sources }: ClaimsFile,
): void {
  const known = providers.get(id);
  const home = provider.docs ?? provider.pricing_pages?.[0];
  const rule = provider.model_match && !known?.model_match ? { model_match: provider.model_match } : {};
  if (known) {
    const lacksHome = known.kind === 'seller' && known.home === undefined && home !== undefined;
    providers.set(id, { ...known, ...(lacksHome ? { home } : {}), ...rule });
    return;
  }
  providers.set(id, {
    id,
    name: provider.name ?? id,
    kind: 'seller',
    currency,
    ...(home === undefined ? {} : { home }),
    ...(provider.pricing_pages ? { pricing_pages: provider.pricing_pages } : {}),
    ...(provider.docs ? { docs: provider.docs } : {}),
    ...rule,
    sources,
  });
}

function offerIds(
  added: readonly ClaimedOffer[],
  offers: ReadonlyMap<string, CatalogOffer>,
): (provider: string, modelId: string) => string {
  const byProvider = new Map<string, string[]>();
  for (const { provider, model_id } of added) {
    const known = byProvider.get(provider);
    if (known) known.push(model_id);
    else byProvider.set(provider, [model_id]);
  }
  const slugs = new Map(
    [...byProvider].map(([provider, modelIds]) => {
      const own = [...offers.values()].filter((offer) => offer.provider === provider);
      return [provider, offerSlugs(modelIds, new Set(own.map(({ id }) => id.slice(provider.length + 1))))] as const;
    }),
  );
  return (provider, modelId) => `${provider}/${slugs.get(provider)?.get(modelId) ?? ''}`;
}
