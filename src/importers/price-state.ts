import type { PriceClaim } from '../catalog/schema/claims-file.ts';

/** An id whose last word is `free`: `x/y:free`, `grok-code-free`. */
const FREE_ID = /(^|[:/_.-])free$/i;
/** A name that ends in `(free)`. */
const FREE_NAME = /\(free\)\s*$/i;
/** A provider named as a plan that is paid by the month: `zai_coding_plan`, `Kimi For Coding Plan`. */
const PLAN = /(^|[\s_.(-])(plan|subscription)($|[\s_.)-])/i;

/** What can be known of a price of which no number above zero is given. */
export interface Unpriced {
  readonly provider: { readonly id: string; readonly name?: string | undefined };
  readonly model_id: string;
  readonly name?: string | undefined;
  /** Whether zeros were given, or nothing at all. */
  readonly given: 'zeros' | 'nothing';
}

/**
 * The state of a price without a number: free or a subscription only where words of the data say so. A plan covers
 * what is listed at zero; what is not priced at all is unknown even there.
 */
export function unpricedState({
  provider,
  model_id,
  name,
  given,
}: Unpriced): Exclude<PriceClaim, { periods: unknown }> {
  if (FREE_ID.test(model_id)) return { state: 'free', evidence: 'id_says_free', printed: model_id };
  if (name !== undefined && FREE_NAME.test(name)) return { state: 'free', evidence: 'name_says_free', printed: name };
  if (given === 'nothing') return { state: 'unknown', reason: 'no_price' };
  if (PLAN.test(provider.id)) {
    return { state: 'subscription', evidence: 'provider_id_says_plan', printed: provider.id };
  }
  if (provider.name !== undefined && PLAN.test(provider.name)) {
    return { state: 'subscription', evidence: 'provider_name_says_plan', printed: provider.name };
  }
  return { state: 'unknown', reason: 'zero_without_evidence' };
}
