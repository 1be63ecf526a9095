import type { ModelAliases } from './aliases.ts';
import { type IdentityRule, type ModelIdentity, UNKNOWN_LAB } from './identity.ts';
import { parseModelId } from './parse-model-id.ts';
import { slugOf } from './slug-of.ts';

/** An offer to be grouped: its own id, who sells it, and the id that its API takes. */
export interface OfferName {
  readonly id: string;
  readonly provider: string;
  readonly model_id: string;
}

/** Offers of one model, with what made them one. */
export interface ModelGroup {
  /** `lab/model`; of an unknown lab, `unknown/provider.model`. */
  readonly model: string;
  /** The keys that the offers have; several only where the alias file joins them. */
  readonly keys: readonly string[];
  /** In the order of their ids. */
  readonly offers: readonly (OfferName & { readonly identity: ModelIdentity })[];
  readonly rules: readonly IdentityRule[];
}

/**
 * Groups offers under models: those of equal key, and those that the alias file names as one. An offer whose lab
 * nobody knows is only grouped with others of its provider, since a name such as `auto` is another thing elsewhere.
 */
export function groupOffers(offers: readonly OfferName[], aliases: ModelAliases): ModelGroup[] {
  const groups = new Map<string, (OfferName & { identity: ModelIdentity })[]>();
  for (const offer of [...offers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const identity = parseModelId(offer.model_id, aliases.names);
    const alias = aliases.models.get(identity.key);
    const group = alias ?? (identity.lab === null ? `${offer.provider} ${identity.key}` : identity.key);
    const known = groups.get(group);
    const member = { ...offer, identity: alias === undefined ? identity : withAlias(identity, alias) };
    if (known) known.push(member);
    else groups.set(group, [member]);
  }
  return [...groups.values()].map((members) => groupOf(members, aliases)).sort((a, b) => (a.model < b.model ? -1 : 1));
}

function withAlias(identity: ModelIdentity, model: string): ModelIdentity {
  return { ...identity, rules: [...identity.rules, { rule: 'alias', on: model }] };
}

function groupOf(members: ModelGroup['offers'], aliases: ModelAliases): ModelGroup {
  const [first] = members;
  const identity = first?.identity;
  const alias = aliases.models.get(identity?.key ?? '');
  const lab = identity?.lab ?? null;
  const maker = lab === null ? `${UNKNOWN_LAB}/${slugOf(first?.provider ?? '') || 'unnamed'}.` : `${lab}/`;
  const own = commonSlug(members.map(({ identity: { slug } }) => slug)) || 'unnamed';
  return {
    model: alias ?? `${maker}${own}`,
    keys: [...new Set(members.map((member) => member.identity.key))].sort(),
    offers: members,
    rules: [...new Set(members.flatMap((member) => member.identity.rules.map(({ rule }) => rule)))].sort(),
  };
}

/** The slug that most offers use, of those that write versions with a point if any do; of several, the first in order. */
function commonSlug(slugs: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const pointed = (slug: string): number => Number(/\d\.\d/.test(slug));
  const order = [...counts].sort(([a, many], [b, more]) => pointed(b) - pointed(a) || more - many || (a < b ? -1 : 1));
  return order[0]?.[0] ?? '';
}
