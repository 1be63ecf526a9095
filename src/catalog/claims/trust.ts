/** How sure the price of an offer is. */
export type TrustState = 'checked' | 'corroborated' | 'imported' | 'disputed';

/** One source's price of a meter, a million or one of it. */
export interface PriceOpinion {
  /** The key of the offer's sources. */
  readonly source: string;
  readonly price: string;
}

/** A meter that sources price differently, without any condition. */
export interface PriceDispute {
  readonly meter: string;
  readonly opinions: readonly PriceOpinion[];
}

/** Where an offer's price comes from, how sure it is, and who says otherwise. */
export interface Trust {
  readonly state: TrustState;
  /** Keys of the sources whose price agrees with the one that is used, that one first. */
  readonly agreeing: readonly string[];
  readonly disputes: readonly PriceDispute[];
  /** The date of the newest source of the price. */
  readonly as_of: string;
}

export const TRUST_WORDS: Record<TrustState, string> = {
  checked: 'checked by hand against a page',
  corroborated: 'imported, and two public datasets agree',
  imported: 'imported from one public dataset',
  disputed: 'imported, and public datasets differ',
};

/** Days after which a source's word is called stale. */
export const STALE_AFTER_DAYS = 90;

/** Whether a source's word is older than {@link STALE_AFTER_DAYS} at a date. */
export function isStale({ as_of }: Pick<Trust, 'as_of'>, at: string): boolean {
  return Date.parse(at) - Date.parse(as_of) > STALE_AFTER_DAYS * 86_400_000;
}
