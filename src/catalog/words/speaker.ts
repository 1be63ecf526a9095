import type { CatalogOffer, CatalogProvider } from '../catalog.ts';

/** Who says what a source of an offer says: the seller on its own pages, else the source by its title or host. */
export function speakerOf(offer: CatalogOffer, provider: CatalogProvider | undefined, key: string): string {
  const source = offer.sources[key];
  const seller = provider?.name ?? offer.provider;
  if (!source) return seller;
  const host = hostOf(source.url);
  const own = [provider?.home, provider?.docs, ...(provider?.pricing_pages ?? [])].flatMap((url) =>
    url ? [hostOf(url)] : [],
  );
  return own.some((one) => isSameSite(one, host)) ? seller : (source.title ?? host);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}

/** Whether two hosts belong to one site, and neither hosts the pages of all. */
function isSameSite(a: string, b: string): boolean {
  return !SHARED.has(a) && !SHARED.has(b) && siteOf(a) === siteOf(b);
}

const SHARED: ReadonlySet<string> = new Set(['github.com', 'huggingface.co', 'raw.githubusercontent.com']);

/** The last two parts of a host: `docs.mistral.ai` is `mistral.ai`. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
