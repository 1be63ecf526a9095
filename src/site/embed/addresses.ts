/** Where the parts of the site are that an embedded calculator needs: below the folder above its script's. */
export interface SiteAddresses {
  readonly offer: (id: string) => string;
  readonly cards: (provider: string) => string;
  readonly calculator: (query: string) => string;
}

/** {@link SiteAddresses} from the address of `embed/ratecard.js`. */
export function siteAddresses(script: string): SiteAddresses {
  const at = (path: string): string => new URL(`../${path}`, script).href;
  const segments = (id: string): string => id.split('/').map(encodeURIComponent).join('/');
  return {
    offer: (id) => at(`offers/${segments(id)}/`),
    cards: (provider) => at(`api/v1/offers/${encodeURIComponent(provider)}.json`),
    calculator: (query) => at(`calculator/?${query}`),
  };
}
