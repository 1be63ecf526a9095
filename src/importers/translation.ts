import type { ClaimsFile, OfferClaim } from '../catalog/schema/claims-file.ts';
import type { Note } from './note.ts';

/** What an upstream's provider is known by. */
export type ProviderClaim = ClaimsFile['provider'];

/** The claims of one provider, in the order of their ids. */
export interface ProviderClaims {
  readonly provider: ProviderClaim;
  readonly offers: readonly OfferClaim[];
}

/** An upstream in our terms: what it claims, and what became of the rows that it does not. */
export interface Translation {
  readonly providers: readonly ProviderClaims[];
  readonly notes: readonly Note[];
  readonly rows: { readonly read: number; readonly priced: number };
}

/** An upstream's data as fetched, before anything is read into it. */
export interface Fetched {
  readonly data: unknown;
  readonly version: string;
  /** The date that the data give for themselves. */
  readonly as_of: string | null;
  /** Where it can be seen. */
  readonly url: string;
}

/** Something wrong with an upstream as a whole, so that nothing of it is read. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
}

/** Text in the order of its code units, which is the same everywhere. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
