import type { MatchRule } from './schema/match-rule.ts';

/** What of a provider is needed to find it. */
export interface NamedProvider {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly model_match?: MatchRule;
}

/** What of an offer is needed to find it. */
export interface NamedOffer {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly model_id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly match?: MatchRule;
}

/** The names of a catalog, whatever else it knows of each offer. */
export interface Names<O extends NamedOffer = NamedOffer> {
  readonly providers: ReadonlyMap<string, NamedProvider>;
  readonly offers: ReadonlyMap<string, O>;
}
