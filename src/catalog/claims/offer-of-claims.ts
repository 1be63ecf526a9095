import type { CatalogOffer, CatalogProvider } from '../catalog.ts';
import { providerTerms } from '../provider-terms.ts';
import type { CAPABILITIES } from '../schema/fact.ts';
import type { CatalogSource } from '../schema/source.ts';
import type { ClaimedOffer, ClaimFrom } from './claimed-offer.ts';
import { claimedPeriods, flatPrices } from './claimed-price.ts';
import { judge, type Witness } from './judge.ts';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The source of a claim: the upstream's own, named with its version. */
export function sourceOfClaim({ file }: ClaimFrom): CatalogSource {
  const { url, retrieved, as_of } = file.sources.upstream;
  return { url, retrieved, ...(as_of ? { as_of } : {}), title: `${file.upstream} ${file.version}` };
}

/** What a claim says about prices. */
export function witnessOf(from: ClaimFrom): Witness {
  const { retrieved, as_of } = sourceOfClaim(from);
  return { source: from.source, as_of: as_of ?? retrieved, prices: flatPrices(claimedPeriods(from)) };
}

/**
 * The offer that claims alone make: the rates of the first source with a published price, each fact of the first
 * that states it, and how its seller is paid, as far as that was checked in the same currency.
 */
export function offerOfClaims(
  { provider, model_id, claims }: ClaimedOffer,
  id: string,
  model: string,
  seller: CatalogProvider | undefined,
): CatalogOffer | null {
  const published = claims.filter(({ claim }) => claim.price.state === 'published');
  const used = published[0] ?? claims.find(({ claim }) => claim.price.state !== 'unknown') ?? claims[0];
  if (!used) return null;
  const first = <T>(read: (claim: ClaimFrom['claim']) => T | undefined): { value: T; source: string } | null => {
    for (const { claim, source } of claims) {
      const value = read(claim);
      if (value !== undefined) return { value, source };
    }
    return null;
  };
  const tokens = (read: (claim: ClaimFrom['claim']) => number | undefined) => {
    const found = first(read);
    return found && { tokens: found.value, source: found.source };
  };
  const context = tokens((claim) => claim.context_window);
  const output = tokens((claim) => claim.max_output);
  const modalities = first(({ modalities: m }) =>
    m?.input && m.output ? { input: m.input, output: m.output } : undefined,
  );
  const released = first((claim) => (claim.released && FULL_DATE.test(claim.released) ? claim.released : undefined));
  const weights = first((claim) => claim.weights);
  const { sources, ...terms } = seller?.currency === used.file.currency ? providerTerms(seller) : { sources: {} };
  const aliases = [...new Set(claims.flatMap(({ claim }) => claim.aliases ?? []))];
  return {
    id,
    provider,
    model,
    model_id,
    name: first((claim) => claim.name)?.value ?? model_id,
    currency: used.file.currency,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(context ? { context_window: context } : {}),
    ...(output ? { max_output: output } : {}),
    ...(modalities ? { modalities: { ...modalities.value, source: modalities.source } } : {}),
    ...(weights ? { weights: { open: weights.value === 'open', source: weights.source } } : {}),
    ...(released ? { released: { date: released.value, source: released.source } } : {}),
    capabilities: capabilitiesOf(claims),
    periods: claimedPeriods(used),
    ...terms,
    ...matchOf(claims),
    sources: { ...Object.fromEntries(claims.map((from) => [from.source, sourceOfClaim(from)])), ...sources },
    trust: judge(witnessOf(used), published.filter((other) => other !== used).map(witnessOf), false),
  };
}

/** The rule of the first upstream that has one. */
export function matchOf(claims: readonly ClaimFrom[]): Pick<CatalogOffer, 'match'> {
  const match = claims.find(({ claim }) => claim.match)?.claim.match;
  return match ? { match } : {};
}

type Capabilities = NonNullable<CatalogOffer['capabilities']>;

function capabilitiesOf(claims: readonly ClaimFrom[]): Capabilities {
  const stated: Capabilities = {};
  for (const { claim, source } of claims) {
    for (const [name, value] of Object.entries(claim.capabilities ?? {})) {
      stated[name as (typeof CAPABILITIES)[number]] ??= { stated: value, source };
    }
  }
  return stated;
}
