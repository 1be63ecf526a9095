import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import type { Workload } from '../workload/workload.ts';
import type { Trust } from './claims/trust.ts';
import type { MatchRule } from './schema/match-rule.ts';
import type { ModelFile } from './schema/model-file.ts';
import type { OfferFile } from './schema/offer-file.ts';
import type { ProviderFile } from './schema/provider-file.ts';
import type { CatalogSource } from './schema/source.ts';

/** A provider with its id. */
export interface CatalogProvider extends ProviderFile {
  readonly id: string;
  /** What an upstream says bare names of the provider's models are like. */
  readonly model_match?: MatchRule;
}

/** A model with its id, `lab/model`. */
export interface CatalogModel extends ModelFile {
  readonly id: string;
  readonly lab: string;
}

/**
 * An offer as its file has it, with its id and what its provider adds: currency, funding and their sources, whose
 * keys begin with `provider/`. It is also the {@link Offer} that the engine prices.
 */
export interface CatalogOffer
  extends Omit<OfferFile, 'currency' | 'sources' | 'periods' | 'checked'>,
    Omit<Offer, 'sources' | 'model'> {
  readonly sources: Readonly<Record<string, CatalogSource>>;
  /** When it was held against its page; absent for an offer that only upstreams speak of. */
  readonly checked?: string;
  /** What an upstream says other names of the offer are like. */
  readonly match?: MatchRule;
  readonly trust: Trust;
}

/** A preset: work as a user might have it, with the reasons for its numbers. */
export interface CatalogWorkload {
  readonly id: string;
  readonly workload: Workload;
}

/** Everything the catalog knows, by id. */
export interface Catalog {
  readonly meters: Meters;
  readonly providers: ReadonlyMap<string, CatalogProvider>;
  readonly models: ReadonlyMap<string, CatalogModel>;
  readonly offers: ReadonlyMap<string, CatalogOffer>;
  readonly workloads: ReadonlyMap<string, CatalogWorkload>;
}
