import type { Funding } from './funding.ts';
import type { Period } from './rate-card.ts';

/** Where a number comes from. */
export interface Source {
  readonly url: string;
  /** The day on which it was read. */
  readonly retrieved: string;
  /** The day that it gives itself for what it says. */
  readonly as_of?: string;
  readonly quotes?: readonly string[];
}

/** One provider selling one model: what the engine needs to know to price it. */
export interface Offer {
  /** `empiriolabs/mistral-small-3-1`. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  /** ISO 4217, or a provider's own unit of credit. */
  readonly currency: string;
  readonly periods: readonly Period[];
  readonly funding?: readonly Funding[];
  readonly sources?: Readonly<Record<string, Source>>;
}
