import { InvalidArgumentError } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { parseInstant } from '../../engine/instant.ts';
import { GROUP_NAMES } from '../../record-pricing/group-names.ts';
import type { MatchOptions } from '../../record-pricing/match-model.ts';
import type { PriceTerms } from '../../record-pricing/price-terms.ts';
import type { ReadOptions } from '../../usage-records/index.ts';
import { requireOffer } from '../catalog-access.ts';
import { wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { PricingFlags } from '../options.ts';
import type { ReadMap } from './map-file.ts';

/** The options of `ratecard price`, as commander reads them. */
export interface PriceFlags extends Pick<PricingFlags, 'when' | 'at'> {
  readonly recordFormat?: string;
  readonly provider?: string;
  readonly as?: string;
  readonly groupBy: string;
  readonly map?: string;
  readonly compare?: boolean;
  readonly model?: string;
  readonly jobs: number;
  readonly format: string;
}

const MOST_JOBS = 64;

export function readJobs(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_JOBS}`);
}

/** Refuses options that do not go together. */
export function checkPriceFlags(files: readonly string[], flags: PriceFlags, map: ReadMap): void {
  if (map.adapter && flags.recordFormat !== undefined) {
    throw wrongCommandLine('--record-format and the records of the --map file both say what the format is; keep one');
  }
  if (flags.model !== undefined && !flags.compare) {
    throw wrongCommandLine('--model chooses the offers of --compare; give both, or --as to price on one offer');
  }
  if (flags.jobs > 1 && files.includes('-')) {
    throw wrongCommandLine('--jobs divides files, and standard input cannot be divided; leave one out');
  }
  if (flags.jobs > 1 && flags.compare) {
    throw wrongCommandLine('--compare prices each record on every offer in one thread; leave out --jobs');
  }
  if (flags.format === 'focus' && flags.at !== undefined) {
    throw wrongCommandLine('the rows of --format focus stand in the month of the records; leave out --at');
  }
  if (flags.format === 'focus' && flags.compare) {
    throw wrongCommandLine('--format focus has no rows for a comparison; leave out --compare');
  }
}

/** The names to group by. */
export function groupNames({ groupBy }: PriceFlags): string[] {
  return groupBy.split(',').flatMap((name) => name.trim() || []);
}

/** When and as what the records are priced. */
export function priceTerms(flags: PriceFlags, io: Io): PriceTerms {
  return {
    at: flags.at === undefined ? null : (parseInstant(flags.at)?.ms ?? null),
    today: parseInstant(io.today())?.ms ?? 0,
    when: flags.when ?? {},
    groupBy: groupNames(flags),
    byMonth: flags.format === 'focus',
  };
}

/** How records are given offers. */
export function matchOptions(flags: PriceFlags, { names }: ReadMap, catalog: Catalog, io: Io): MatchOptions {
  return {
    names,
    ...(flags.as === undefined ? {} : { as: requireOffer(catalog, flags.as, io).id }),
    ...(flags.provider === undefined ? {} : { provider: flags.provider }),
  };
}

/** How records are told apart, and which of their fields are taken. */
export function recordOptions(flags: PriceFlags, { adapter }: ReadMap): ReadOptions {
  const format = adapter ?? flags.recordFormat;
  return {
    fields: groupNames(flags).filter((name) => !GROUP_NAMES.includes(name)),
    ...(format === undefined ? {} : { format }),
    ...(flags.provider === undefined ? {} : { provider: flags.provider }),
  };
}
