import type { Catalog } from '../../catalog/catalog.ts';
import { utcInstant } from '../../export/utc-instant.ts';
import { xmlText } from '../machines/xml.ts';
import type { CardChange } from './card-changes.ts';
import { changeTitle, linesWords } from './change-title.ts';

/** Where a feed and what it speaks of are, as absolute addresses. */
export interface FeedAddresses {
  readonly feed: string;
  readonly page: string;
  readonly offer: (id: string) => string;
}

const MOST = 100;

/** Price changes, the latest first, as an Atom feed of at most 100; those announced for after `asOf` wait for their day. */
export function atomFeed(
  catalog: Catalog,
  changes: readonly CardChange[],
  asOf: string,
  addresses: FeedAddresses,
): string {
  const past = changes.filter(({ at }) => Date.parse(at) <= Date.parse(asOf)).slice(0, MOST);
  const updated = utcInstant(past[0]?.at ?? asOf);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    '<title>Ratecard: price changes</title>',
    '<subtitle>Days on which a known rate card of an AI model changed</subtitle>',
    `<id>${xmlText(addresses.feed)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(addresses.feed)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(addresses.page)}"/>`,
    `<updated>${updated}</updated>`,
    '<author><name>Ratecard</name></author>',
    ...past.map((change) => entry(catalog, change, addresses)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry(catalog: Catalog, change: CardChange, addresses: FeedAddresses): string {
  const page = addresses.offer(change.offer.id);
  const at = utcInstant(change.at);
  const text = [`${linesWords(change)}:`, ...change.lines].join('\n');
  return [
    '<entry>',
    `<title>${xmlText(changeTitle(catalog, change))}</title>`,
    `<id>${xmlText(`${page}#${change.kind}-${at}`)}</id>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${page}#history`)}"/>`,
    `<updated>${at}</updated>`,
    `<content type="text">${xmlText(text)}</content>`,
    '</entry>',
  ].join('\n');
}
