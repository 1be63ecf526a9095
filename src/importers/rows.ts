import type { OfferClaim } from '../catalog/schema/claims-file.ts';
import { Slug } from '../catalog/schema/text.ts';
import type { Note, NoteCode } from './note.ts';
import { openRow, type Row } from './row.ts';
import { inOrder, type ProviderClaim, type ProviderClaims, type Translation } from './translation.ts';

/** The rows of one provider, and how an upstream reads them. */
export interface ProviderRows<M> {
  readonly provider: ProviderClaim;
  readonly rows: readonly unknown[];
  readonly parse: (row: unknown) => { readonly model: M } | { readonly fault: string };
  readonly isPriced: (model: M) => boolean;
  readonly translate: (model: M, row: Row) => OfferClaim;
}

/** Translates every row: each becomes a claim, or a note that leaves it out. Providers and offers are put in order. */
export function translateRows<M extends { readonly id: string }>(
  providers: readonly ProviderRows<M>[],
  notes: Note[] = [],
): Translation {
  const rows = { read: 0, priced: 0 };
  const claims: ProviderClaims[] = [];
  const known = new Set<string>();
  for (const source of [...providers].sort((a, b) => inOrder(a.provider.id, b.provider.id))) {
    const { id } = source.provider;
    const usable = Slug.safeParse(id).success && !known.has(id) && id !== 'report';
    known.add(id);
    const offers = new Map<string, OfferClaim>();
    for (const raw of source.rows) {
      rows.read += 1;
      const parsed = source.parse(raw);
      const name = 'model' in parsed ? parsed.model.id : idOf(raw);
      const row = openRow(id, name, notes);
      if ('fault' in parsed) {
        row.note('not_a_row', '', parsed.fault);
        continue;
      }
      if (source.isPriced(parsed.model)) rows.priced += 1;
      const fault: NoteCode | null = !usable ? 'bad_provider_id' : offers.has(name) ? 'duplicate_row' : null;
      if (fault) row.note(fault, '', name);
      else offers.set(name, source.translate(parsed.model, row));
    }
    if (!usable) continue;
    const sorted = [...offers.values()].sort((a, b) => inOrder(a.model_id, b.model_id));
    claims.push({ provider: source.provider, offers: sorted });
  }
  return { providers: claims, notes, rows };
}

function idOf(raw: unknown): string {
  return raw !== null && typeof raw === 'object' && 'id' in raw ? String(raw.id) : '?';
}
