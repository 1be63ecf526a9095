import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { offersBy, offersOf } from '../../catalog/offers-of.ts';
import { modelHref, offerHref, pageHref, providerHref } from '../links.ts';
import { xmlText } from './xml.ts';

/** Pages that are there whatever the catalog holds. */
export const STANDING_PAGES = [
  '/',
  '/models/',
  '/providers/',
  '/compare/',
  '/calculator/',
  '/records/',
  '/changes/',
  '/methodology/',
  '/about-the-data/',
  '/disagreements/',
  '/api/',
  '/embed/',
] as const;

/** What search engines take in one file. */
const MOST = 50_000;

/** Every page that a search should lead to, with the day of its newest fact. */
export function sitemap(catalog: Catalog, site: URL): string {
  const newest = (offers: readonly CatalogOffer[]): string | null =>
    offers.reduce<string | null>((latest, { trust }) => {
      const day = trust.as_of.slice(0, 10);
      return latest === null || day > latest ? day : latest;
    }, null);
  const pages = [
    ...STANDING_PAGES.map((path) => ({ href: pageHref(path), day: null })),
    ...[...catalog.models.keys()].map((id) => ({ href: modelHref(id), day: newest(offersOf(catalog, id)) })),
    ...[...catalog.providers.keys()].map((id) => ({ href: providerHref(id), day: newest(offersBy(catalog, id)) })),
    ...[...catalog.offers.values()].map(({ id, trust }) => ({ href: offerHref(id), day: trust.as_of.slice(0, 10) })),
  ];
  if (pages.length > MOST) {
    throw new Error(`the sitemap would have ${pages.length} pages; a sitemap holds ${MOST}, so it must be split`);
  }
  const urls = pages.map(({ href, day }) => {
    const last = day === null ? '' : `<lastmod>${day}</lastmod>`;
    return `<url><loc>${xmlText(new URL(href, site).href)}</loc>${last}</url>`;
  });
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  return [head, '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...urls, '</urlset>\n'].join('\n');
}
