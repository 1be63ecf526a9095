import type { When } from '../engine/condition.ts';
import type { PublishedRate } from '../engine/rate-card.ts';
import { type AmountForm, readAmount } from './amount.ts';
import { perMany } from './number-text.ts';
import type { Row } from './row.ts';

/** A price that stands alone under a key. */
export interface RateField {
  /** The upstream's own key, which the rate keeps as its `spec`. */
  readonly key: string;
  readonly meter: string;
  readonly value: unknown;
  readonly form: AmountForm;
  /** How many units the value is for; `per` says how many the rate is written for. */
  readonly given_per: number;
  readonly per: number;
  readonly path: string;
  readonly when?: When | undefined;
}

/** Reads one price as a rate: 1.5e-7 per token is 0.15 per million. Null, with a note, where it is none. */
export function readRate(field: RateField, row: Row): PublishedRate | null {
  const { key, meter, value, form, given_per, per, path, when } = field;
  const amount = readAmount(value, form, path, row);
  if (!amount) return null;
  const price = row.price(perMany(amount, per / given_per), path, value);
  return { meter, price, per, ...(when ? { when } : {}), spec: key, source: 'upstream' };
}

export const MILLION = 1_000_000;
