import type { Thing } from './json-ld.ts';

interface Step {
  readonly label: string;
  readonly href: string;
}

/** The way to a page as a BreadcrumbList; addresses are absolute where the site's own is known. */
export function breadcrumbThing(trail: readonly Step[], here: string, site: URL | undefined): Thing {
  const item = (href: string): string => (site ? new URL(href, site).href : href);
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...trail.map(({ label, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: label,
        item: item(href),
      })),
      { '@type': 'ListItem', position: trail.length + 1, name: here },
    ],
  };
}
