import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import { dateWords } from '../catalog/words/date.ts';
import { trustSentence } from '../catalog/words/description.ts';
import { rateRows } from '../catalog/words/rate-rows.ts';
import type { Meters } from '../engine/meter.ts';
import type { Period } from '../engine/rate-card.ts';
import { document, heading, inline, link, table } from './markdown.ts';

/** The catalog as Markdown: for each offer its rate card, a table for each period. */
export function catalogMarkdown(catalog: Catalog): string {
  return document([
    heading(1, 'Rate cards'),
    ...[...catalog.offers.values()].map((offer) => offerMarkdown(offer, catalog.meters).trimEnd()),
  ]);
}

/** One offer's rate card: every rate and rule with its unit, price and source. */
export function offerMarkdown(offer: CatalogOffer, meters: Meters): string {
  const terms = `${inline(offer.model)} from ${inline(offer.provider)} as \`${offer.model_id.replace(/[`\p{Cc}]/gu, ' ')}\`, in ${inline(offer.currency)}. ${trustSentence(offer)}`;
  return document([
    heading(2, `${offer.name} (${offer.id})`),
    terms,
    ...offer.periods.flatMap((period) => [
      offer.periods.length > 1 || period.from !== null || period.until !== null ? heading(3, periodWords(period)) : '',
      periodTable(offer, period, meters),
    ]),
  ]);
}

function periodTable(offer: CatalogOffer, period: Period, meters: Meters): string {
  const rows = rateRows(offer, period, meters).map(({ kind, type, spec, rate, source, reading }) => [
    kind === 'tier' ? `... ${inline(type)}` : inline(type),
    inline([spec, reading].filter(Boolean).join('; ')),
    inline(rate),
    link(source, offer.sources[source]?.url),
  ]);
  return rows.length > 0 ? table(['Charge', 'Unit and terms', 'Rate', 'Source'], rows, [2]) : 'No rates are known.';
}

/** `from 1 Jan 2027`, `until 1 Jan 2027`, or both. */
function periodWords({ from, until }: Period): string {
  const words = [
    ...(from === null ? [] : [`from ${dateWords(from)}`]),
    ...(until === null ? [] : [`until ${dateWords(until)}`]),
  ];
  return words.length > 0 ? `Prices ${words.join(' ')}` : 'Prices at any time';
}
