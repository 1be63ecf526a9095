import { createHash } from 'node:crypto';
import type { UpstreamImport } from '../catalog/read-upstream.ts';
import { ClaimsFile } from '../catalog/schema/claims-file.ts';
import { ImportReportFile } from '../catalog/schema/import-report-file.ts';
import { claimsText } from './claims-text.ts';
import { keepHistory } from './keep-history.ts';
import { isLeftOut } from './note.ts';
import { type Fetched, inOrder, type ProviderClaims, type Translation } from './translation.ts';

/**
 * The files of an import. A file whose claims are those of the import before is kept as it was, with the date on
 * which it was first read. Throws where the result is not of the strict schema: that is a fault of the importer.
 */
export function buildImport(
  upstream: string,
  fetched: Fetched,
  translation: Translation,
  before: UpstreamImport | null,
  today: string,
): UpstreamImport {
  const files = new Map<string, ClaimsFile>();
  const texts = new Map<string, string>();
  for (const claims of [...translation.providers].sort((a, b) => inOrder(a.provider.id, b.provider.id))) {
    if (claims.offers.length === 0) continue;
    const { id } = claims.provider;
    const old = before?.files.get(id);
    const known = new Map(old?.offers.map((offer) => [offer.model_id, offer]));
    const read = ClaimsFile.parse(claimsFile(upstream, fetched, claims, today));
    const fresh = { ...read, offers: read.offers.map((offer) => keepHistory(known.get(offer.model_id), offer, today)) };
    const file = old && isSame(old, fresh) ? old : fresh;
    files.set(id, file);
    texts.set(id, claimsText(file));
  }
  return { report: reportOf(upstream, fetched, translation, files, texts), files, texts };
}

function claimsFile(upstream: string, fetched: Fetched, { provider, offers }: ProviderClaims, today: string): object {
  return {
    schema: 'ratecard.claims/1',
    upstream,
    version: fetched.version,
    provider,
    currency: 'USD',
    sources: {
      upstream: { url: fetched.url, retrieved: today, ...(fetched.as_of === null ? {} : { as_of: fetched.as_of }) },
    },
    offers,
  };
}

function isSame(a: ClaimsFile, b: ClaimsFile): boolean {
  return JSON.stringify([a.provider, a.currency, a.offers]) === JSON.stringify([b.provider, b.currency, b.offers]);
}

function reportOf(
  upstream: string,
  fetched: Fetched,
  { notes, rows }: Translation,
  files: ReadonlyMap<string, ClaimsFile>,
  texts: ReadonlyMap<string, string>,
): ImportReportFile {
  const offers = [...files.values()].flatMap((file) => file.offers);
  return ImportReportFile.parse({
    schema: 'ratecard.import-report/1',
    upstream,
    version: fetched.version,
    ...(fetched.as_of === null ? {} : { as_of: fetched.as_of }),
    rows: {
      ...rows,
      claims: offers.length,
      left_out: notes.filter(({ code }) => isLeftOut(code)).length,
      rates: offers.reduce((sum, { price }) => sum + rateCount(price), 0),
    },
    states: countBy(offers.map(({ price }) => price.state)),
    reasons: countBy(notes.map(({ code }) => code)),
    notes: notes.map((note) => ({ ...note, left_out: isLeftOut(note.code) })),
    files: Object.fromEntries(
      [...texts].map(([id, text]) => {
        const sha256 = createHash('sha256').update(text).digest('hex');
        return [id, { offers: files.get(id)?.offers.length ?? 0, sha256 }];
      }),
    ),
  });
}

export function rateCount(price: ClaimsFile['offers'][number]['price']): number {
  return price.state === 'published' ? price.periods.reduce((sum, { rates }) => sum + rates.length, 0) : 0;
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort(inOrder)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
