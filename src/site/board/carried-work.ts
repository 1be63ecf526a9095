import { LINK_VERSION } from '../link-version.ts';
import { pageHref } from '../links.ts';
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

/** Lets the links to offers in a place carry the work. */
export function carryToOffers(place: ParentNode, query: string): void {
  for (const link of place.querySelectorAll<HTMLAnchorElement>(`a[href^="${pageHref('/offers/')}"]`))
    link.search = query;
}
