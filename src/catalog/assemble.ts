import { type Meters, meterTable } from '../engine/meter.ts';
import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider, CatalogWorkload } from './catalog.ts';
import { checkClaims } from './check-claims.ts';
import { checkNames } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkTerms } from './check-terms.ts';
import { type DataFile, type DataText, parseDataFile } from './data-file.ts';
import type { CatalogProblem } from './problem.ts';
import { readWorkloadData } from './read-workload-file.ts';
import { FILE_SCHEMAS } from './schema/index.ts';
import type { OfferFile } from './schema/offer-file.ts';
import type { ProviderFile } from './schema/provider-file.ts';
import { validate } from './validate.ts';

/** A catalog and everything found wrong on the way to it. Files with problems are left out of the catalog. */
export interface Assembled {
  readonly catalog: Catalog;
  readonly problems: readonly CatalogProblem[];
}

const PROVIDER = /^providers\/([^/]+)\.yaml$/;
const MODEL = /^models\/([^/]+)\/([^/]+)\.yaml$/;
const WORKLOAD = /^workloads\/([^/]+)\.yaml$/;
const OFFER = /^offers\/([^/]+)\/([^/]+)\.yaml$/;

/** Puts the catalog together from the texts of its data directory. */
export function assemble(texts: readonly DataText[]): Assembled {
  const problems: CatalogProblem[] = [];
  const providers = new Map<string, CatalogProvider>();
  const models = new Map<string, CatalogModel>();
  const workloads = new Map<string, CatalogWorkload>();
  const offerFiles: { id: string; provider: string; file: OfferFile; data: DataFile }[] = [];
  let meters: Meters = new Map();

  for (const text of [...texts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const kind = kindOf(text.path);
    if (kind === null) {
      const args = { expected: 'meters.yaml, providers/, models/<lab>/, offers/<provider>/ or workloads/' };
      problems.push({ code: 'misplaced_file', args, file: `data/${text.path}`, path: '', line: 0, column: 0 });
      continue;
    }
    const data = parseDataFile(text, problems);
    if (!data) continue;
    if (kind === 'meters') meters = readMeters(data, problems) ?? meters;
    else if (kind === 'provider') {
      const file = validate(FILE_SCHEMAS.provider, data, problems);
      const [, id = ''] = PROVIDER.exec(text.path) ?? [];
      if (file) providers.set(id, { ...file, id });
      if (file) checkReferences(file, file.sources, data, null, problems);
    } else if (kind === 'model') {
      const file = validate(FILE_SCHEMAS.model, data, problems);
      const [, lab = '', name = ''] = MODEL.exec(text.path) ?? [];
      if (file) models.set(`${lab}/${name}`, { ...file, id: `${lab}/${name}`, lab });
      if (file) checkReferences(file, file.sources, data, null, problems);
    } else if (kind === 'workload') {
      const workload = readWorkloadData(data, problems);
      const [, id = ''] = WORKLOAD.exec(text.path) ?? [];
      if (workload) workloads.set(id, { id, workload });
    } else {
      const file = validate(FILE_SCHEMAS.offer, data, problems);
      const [, provider = '', name = ''] = OFFER.exec(text.path) ?? [];
      if (file) offerFiles.push({ id: `${provider}/${name}`, provider, file, data });
    }
  }

  const offers = new Map<string, CatalogOffer>();
  for (const { id, provider, file, data } of offerFiles) {
    const before = problems.length;
    checkReferences(file, file.sources, data, { meters, models, providers, provider }, problems);
    checkTerms(file, data, problems);
    const seller = providers.get(provider);
    if (!seller || problems.length > before) continue;
    const offer = joinOffer(id, provider, file, seller);
    checkClaims(offer, data, meters, problems);
    offers.set(id, offer);
  }
  const catalog = { meters, providers, models, offers, workloads };
  checkNames(catalog, problems);
  return { catalog, problems };
}

function kindOf(path: string): keyof typeof FILE_SCHEMAS | null {
  if (path === 'meters.yaml') return 'meters';
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
    problems.push({ code: 'meters_broken', args: { message }, file: data.file, path: 'meters', ...data.locate([]) });
    return null;
  }
}

/** An offer with what its provider adds; the provider's sources go in under keys that begin with `provider/`. */
export function joinOffer(id: string, provider: string, file: OfferFile, seller: ProviderFile): CatalogOffer {
  const funding = seller.funding?.map((terms) => ({ ...terms, source: `provider/${terms.source}` }));
  const used = new Set(funding?.map(({ source }) => source));
  const added = Object.entries(seller.sources).flatMap(([key, source]) =>
    used.has(`provider/${key}`) ? [[`provider/${key}`, source] as const] : [],
  );
  return {
    ...file,
    id,
    provider,
    currency: file.currency ?? seller.currency,
    ...(funding ? { funding } : {}),
    sources: { ...file.sources, ...Object.fromEntries(added) },
  };
}
