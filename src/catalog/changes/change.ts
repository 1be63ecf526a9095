import type { PriceState } from './price-points.ts';

/** What each kind of change says about itself. Prices are per million of tokens and characters, else per one. */
interface ChangeArgs {
  /** The first rates of an offer that began on a known day. */
  new: { readonly rates: number };
  /** No rates hold from then on, or the seller has stopped serving it. */
  gone: { readonly because: 'ended' | 'retired' };
  up: PriceMove;
  down: PriceMove;
  /** A price that was not there before, or is no longer. */
  added: PriceOf & { readonly to: string | null; readonly state: PriceState };
  removed: PriceOf & { readonly from: string | null; readonly state: PriceState };
  /** From published to included, and the like. */
  state: PriceOf & { readonly before: PriceState; readonly after: PriceState; readonly to: string | null };
  /** Rules beside the prices: multipliers, fees, blocks and so on, by name. */
  terms: { readonly terms: readonly string[] };
  /** The same period says another price than it did in an earlier catalog. */
  corrected: PriceOf & { readonly from: string | null; readonly to: string | null };
}

interface PriceOf {
  readonly meter: string;
  /** Under what conditions and from what step on; empty where nothing is asked. */
  readonly rule: string;
}

interface PriceMove extends PriceOf {
  readonly from: string;
  readonly to: string;
  /** By how many percent of the price before, to two places; null where that was zero. */
  readonly percent: string | null;
}

export type ChangeKind = keyof ChangeArgs;

/** Something that changed in an offer on a day. */
export type Change = {
  [K in ChangeKind]: {
    readonly kind: K;
    /** From when it holds: `2026-11-01`. Of a correction, when the offer was last checked. */
    readonly date: string;
    readonly offer: string;
    readonly provider: string;
    readonly model: string;
    readonly currency: string;
    readonly args: ChangeArgs[K];
    /** A key of the offer's sources, where one source says it. */
    readonly source?: string;
  };
}[ChangeKind];

/** The part of a change that its kind decides. */
export type ChangeBody = { [K in ChangeKind]: { kind: K; args: ChangeArgs[K]; source?: string } }[ChangeKind];

export type ArgsOf<K extends ChangeKind> = ChangeArgs[K];
