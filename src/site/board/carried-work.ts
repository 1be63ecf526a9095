import { LINK_VERSION } from '../link-version.ts';
import { offerHref, pageHref } from '../links.ts';
import type { WorkTexts } from './work-fields.ts';
import { writeWorkLink } from './work-link.ts';

/** The query that carries work to the page of an offer; empty for the usual. */
export function carriedWork({
  work,
  described,
}: {
  readonly work: WorkTexts;
  readonly described: string | null;
}): string {
  if (described === null) return writeWorkLink(work);
  return new URLSearchParams([
    ['v', LINK_VERSION],
    ['work', described],
  ]).toString();
}

/** The address of an offer's page that carries such a query. */
export function carryingHref(id: string, query: string): string {
  return query === '' ? offerHref(id) : `${offerHref(id)}?${query}`;
}

/** Lets the links to offers in a place carry the work, in the place of any that they carried before. */
export function carryToOffers(place: ParentNode, query: string): void {
  const offers = pageHref('/offers/');
  for (const link of place.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const { pathname, hash, origin } = link;
    if (origin !== location.origin || !pathname.startsWith(offers)) continue;
    link.href = `${pathname}${query === '' ? '' : `?${query}`}${hash}`;
  }
}
