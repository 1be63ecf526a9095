import type { NamedOffer, NamedProvider, Names } from '../../catalog/named.ts';
import { providerIn } from '../facts/provider-in.ts';
import { fetchJson } from './fetch-json.ts';

/** The file of the API with the names of everything, as far as pricing records reads it. */
interface IndexFile {
  readonly providers: readonly NamedProvider[];
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly offers: readonly Omit<NamedOffer, 'provider'>[];
}

/** The names of a catalog that is elsewhere. */
export interface RemoteNames extends Names {
  /** The names of models by their ids. */
  readonly models: ReadonlyMap<string, string>;
}

export async function remoteNames(index: string): Promise<RemoteNames> {
  const { providers, models, offers } = await fetchJson<IndexFile>(index);
  return {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    models: new Map(models.map(({ id, name }) => [id, name])),
    offers: new Map(offers.map((offer) => [offer.id, { ...offer, provider: providerIn(offer.id) }])),
  };
}
