import type { APIRoute } from 'astro';
import { asOf, catalog } from '../../catalog.ts';
import { cardChanges } from '../../changes/card-changes.ts';
import { atomFeed } from '../../changes/feed.ts';
import { offerHref, pageHref } from '../../links.ts';
import { leftOut, textResponse } from '../../machines/left-out.ts';

export const GET: APIRoute = ({ site }) => {
  if (!site) return leftOut('/changes/feed.xml');
  const absolute = (href: string): string => new URL(href, site).href;
  const addresses = {
    feed: absolute(pageHref('/changes/feed.xml')),
    page: absolute(pageHref('/changes/')),
    offer: (id: string) => absolute(offerHref(id)),
  };
  return textResponse(atomFeed(catalog, cardChanges(catalog, asOf), asOf, addresses), 'application/atom+xml');
};
