import { type Meters, meterTable } from '../engine/meter.ts';
import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider, CatalogWorkload } from './catalog.ts';
import { checkClaims } from './check-claims.ts';
import { checkNames } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkTerms } from './check-terms.ts';
import { checkedOffer } from './claims/checked-offer.ts';
import { joinClaims } from './claims/join-claims.ts';
import { placeOfClaim } from './claims/place-of-claim.ts';
import { providerIds } from './claims/provider-ids.ts';
import { isClaimsPath, readClaims } from './claims/read-claims.ts';
import { type DataFile, type DataText, parseDataFile } from './data-file.ts';
import { type ModelAliases, modelAliases } from './identity/aliases.ts';
import { readAliases } from './identity/read-aliases.ts';
import type { CatalogProblem } from './problem.ts';
import { providerTerms } from './provider-terms.ts';
import { type CardPlace, withReadCards } from './read-cards.ts';
import { readWorkloadData } from './read-workload-file.ts';
import { FILE_SCHEMAS } from './schema/index.ts';
import type { OfferFile } from './schema/offer-file.ts';
import type { ProviderFile } from './schema/provider-file.ts';
import type { ProviderNamesFile } from './schema/provider-names-file.ts';
import { Slug } from './schema/text.ts';
import { validate } from './validate.ts';

/** A catalog and everything found wrong on the way to it. Files with problems are left out of the catalog. */
export interface Assembled {
  readonly catalog: Catalog;
  /** How model ids are read; null where the alias file is missing or broken. */
  readonly aliases: ModelAliases | null;
  readonly problems: readonly CatalogProblem[];
}

const PROVIDER = /^providers\/[^/]+\.yaml$/;
const MODEL = /^models\/[^/]+\/[^/]+\.yaml$/;
const WORKLOAD = /^workloads\/[^/]+\.yaml$/;
const OFFER = /^offers\/[^/]+\/[^/]+\.yaml$/;

/** Puts the catalog together from the texts of its data directory. */
export function assemble(texts: readonly DataText[]): Assembled {
  const problems: CatalogProblem[] = [];
  const providers = new Map<string, CatalogProvider>();
  const models = new Map<string, CatalogModel>();
  const workloads = new Map<string, CatalogWorkload>();
  const offerFiles: { id: string; provider: string; file: OfferFile; data: DataFile }[] = [];
  let meters: Meters = new Map();
  let aliases: ModelAliases | null = null;
  let providerNames: ProviderNamesFile | null = null;

  for (const text of [...texts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (isClaimsPath(text.path)) continue;
    const kind = kindOf(text.path);
    if (kind === null) {
      const args = {
        expected:
          'meters.yaml, an alias file, providers/, models/<lab>/, offers/<provider>/, workloads/ or upstream/<name>/',
      };
      problems.push({ code: 'misplaced_file', args, file: `data/${text.path}`, path: '', line: 0, column: 0 });
      continue;
    }
    const stem = text.path.replace(/\.yaml$/, '');
    const odd = stem.split('/').find((name) => !Slug.safeParse(name).success);
    if (odd !== undefined) {
      const place = { file: `data/${text.path}`, path: '', line: 0, column: 0 };
      problems.push({ code: 'malformed_name', args: { name: odd }, ...place });
      continue;
    }
    const data = parseDataFile(text, problems);
    if (!data) continue;
    const id = stem.slice(stem.indexOf('/') + 1);
    const owner = id.slice(0, id.indexOf('/'));
    if (kind === 'meters') meters = readMeters(data, problems) ?? meters;
    else if (kind === 'model_names') aliases = readAliases(data, problems);
    else if (kind === 'provider_names') providerNames = validate(FILE_SCHEMAS.provider_names, data, problems);
    else if (kind === 'provider') {
      const file = validate(FILE_SCHEMAS.provider, data, problems);
      if (!file) continue;
      providers.set(id, { ...file, id });
      checkReferences(file, data, null, problems);
    } else if (kind === 'model') {
      const file = validate(FILE_SCHEMAS.model, data, problems);
      if (!file) continue;
      models.set(id, { ...file, id, lab: owner });
      checkReferences(file, data, null, problems);
    } else if (kind === 'workload') {
      const workload = readWorkloadData(data, problems);
      if (workload) workloads.set(id, { id, workload });
    } else {
      const file = validate(FILE_SCHEMAS.offer, data, problems);
      if (file) offerFiles.push({ id, provider: owner, file, data });
    }
  }

  const offers = new Map<string, CatalogOffer>();
  for (const { id, provider, file, data } of offerFiles) {
    const before = problems.length;
    checkReferences(file, data, { meters, models, providers, provider }, problems);
    checkTerms(file, data, meters, problems);
    const seller = providers.get(provider);
    if (!seller || problems.length > before) continue;
    const offer = joinOffer(id, provider, file, seller);
    checkClaims(offer, data, meters, problems);
    offers.set(id, offer);
  }
  const checked = { meters, providers, models, offers, workloads };
  checkNames(checked, problems);
  const files = texts.flatMap((text) => (isClaimsPath(text.path) ? (readClaims(text, problems) ?? []) : []));
  const names = aliases ?? modelAliases({ labs: [], sellers: [], models: [] }).aliases;
  const ids = providerIds(providerNames);
  const catalog = joinClaims(checked, files, ids, names);
  const placeOf = (offer: CatalogOffer): CardPlace =>
    checked.offers.has(offer.id)
      ? { file: `data/offers/${offer.id}.yaml`, within: '' }
      : placeOfClaim(offer, files, ids);
  return { catalog: withReadCards(catalog, placeOf, problems), aliases, problems };
}

function kindOf(path: string): keyof typeof FILE_SCHEMAS | null {
  if (path === 'meters.yaml') return 'meters';
  if (path === 'provider-aliases.yaml') return 'provider_names';
  if (path === 'model-aliases.yaml') return 'model_names';
  if (PROVIDER.test(path)) return 'provider';
  if (MODEL.test(path)) return 'model';
  if (WORKLOAD.test(path)) return 'workload';
  return OFFER.test(path) ? 'offer' : null;
}

function readMeters(data: DataFile, problems: CatalogProblem[]): Meters | null {
  const file = validate(FILE_SCHEMAS.meters, data, problems);
  if (!file) return null;
  try {
    return meterTable(file.meters);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({
      code: 'meters_broken',
      args: { message },
      file: data.file,
      path: 'meters',
      ...data.locate(['meters']),
    });
    return null;
  }
}

/** An offer with what its provider adds; the provider's sources go in under keys that begin with `provider/`. */
export function joinOffer(id: string, provider: string, file: OfferFile, seller: ProviderFile): CatalogOffer {
  const { sources, ...terms } = providerTerms(seller);
  const offer = {
    ...file,
    id,
    provider,
    currency: file.currency ?? seller.currency,
    ...terms,
    sources: { ...file.sources, ...sources },
  };
  return checkedOffer(offer, []);
}
