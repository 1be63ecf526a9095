import { hostOf, sourceId } from '../links.ts';
import type { SourceRef } from '../receipt/receipt-markup.ts';

/** Looks up the mark of a source by its key; `page` is the address of the page that quotes it, empty for this one. */
export function sourceRefs(
  sources: Readonly<Record<string, { readonly url: string }>>,
  page = '',
): (key: string) => SourceRef | undefined {
  const keys = Object.keys(sources);
  return (key) => {
    const source = sources[key];
    if (!source) return undefined;
    return { number: keys.indexOf(key) + 1, href: `${page}#${sourceId(key)}`, title: hostOf(source.url) };
  };
}
