import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';

/** What a bill does not hold and FOCUS asks for. */
export interface FocusContext {
  /** The offer that the bill was made on; its conditions and tiers name the prices. */
  readonly offer: Offer & { readonly name?: string; readonly model_id?: string };
  /** The version of the catalog that the prices are from. */
  readonly catalogVersion: string;
  /** Names of who sells; its `kind` tells whether it runs the model itself. */
  readonly provider?: { readonly name: string; readonly kind: string };
  /** The model's maker and family. */
  readonly model?: { readonly lab_name: string; readonly family?: string };
  readonly meters?: Meters;
}
