import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { findModel, isNotFound } from '../../catalog/find.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import { parseInstant } from '../../engine/instant.ts';
import { priceCsv } from '../../export/price-csv.ts';
import { catalogPrices } from '../../record-pricing/catalog-prices.ts';
import { MOST_OFFERS, offersComparison } from '../../record-pricing/compare-offers.ts';
import { GROUP_NAMES } from '../../record-pricing/group-names.ts';
import type { MatchOptions } from '../../record-pricing/match-model.ts';
import type { PriceTerms } from '../../record-pricing/price-record.ts';
import { problemList } from '../../record-pricing/problem-list.ts';
import { tallyOf } from '../../record-pricing/tally.ts';
import type { Where } from '../../record-pricing/where.ts';
import { ADAPTERS, type Located } from '../../usage-records/index.ts';
import { loadCatalog, notFoundLines, requireOffer } from '../catalog-access.ts';
import { EXIT, type ExitCode, failed, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, addWhen, atOption, type PricingFlags } from '../options.ts';
import { priceText } from '../print/price-text.ts';
import { planStretches } from '../records/jobs/plan-stretches.ts';
import { readByJobs } from '../records/jobs/read-by-jobs.ts';
import { workerPool } from '../records/jobs/worker-pool.ts';
import { readMapFile } from '../records/map-file.ts';
import { progressOn } from '../records/progress.ts';
import { readFiles } from '../records/read-files.ts';

interface PriceFlags extends Pick<PricingFlags, 'when' | 'at'> {
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

/** `ratecard price FILE...`: usage records that were written elsewhere, priced. */
export function addPrice(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('price')
    .description('what recorded usage cost: logs, exports and API pages, as JSON, JSON lines or CSV, gzip and zstd')
    .argument('<files...>', 'files, patterns such as "logs/*.jsonl", or - for standard input')
    .addOption(
      new Option('--record-format <format>', 'the format of the records, where it cannot be told').choices(
        ADAPTERS.map(({ format }) => format),
      ),
    )
    .option('--provider <provider>', 'who served the requests, where the records do not say')
    .option('--as <offer>', 'price the same usage on this offer instead')
    .option('--group-by <names>', `${GROUP_NAMES.join(', ')}, or any field of the records`, 'provider,model')
    .option('--compare', 'also rank what the same records would cost on every offer that could have done the work')
    .option('--model <model>', 'with --compare, only the offers of this model')
    .option('--jobs <n>', 'read by so many threads; the answer is the same', readJobs, 1)
    .option('--map <file>', 'a YAML file that names the offers of models, and the columns of own records');
  addWhen(command).addOption(atOption());
  addFormat(command, ['text', 'json', 'csv']).action(async (files: string[], flags: PriceFlags) => {
    const catalog = loadCatalog(io);
    const map = flags.map === undefined ? { names: new Map(), adapter: null } : readMapFile(flags.map, catalog, io);
    if (map.adapter && flags.recordFormat !== undefined) {
      throw wrongCommandLine('--record-format and the records of the --map file both say what the format is; keep one');
    }
    const groupBy = flags.groupBy.split(',').flatMap((name) => name.trim() || []);
    const problems = problemList();
    const terms: PriceTerms = {
      at: flags.at === undefined ? null : (parseInstant(flags.at)?.ms ?? null),
      today: parseInstant(io.today())?.ms ?? 0,
      when: flags.when ?? {},
      groupBy,
    };
    const matching: MatchOptions = {
      names: map.names,
      ...(flags.as === undefined ? {} : { as: requireOffer(catalog, flags.as).id }),
      ...(flags.provider === undefined ? {} : { provider: flags.provider }),
    };
    if (flags.jobs > 1) checkJobs(files, flags);
    const prices = catalogPrices(catalog, matching);
    const tally = tallyOf(prices, terms, problems);
    const others = flags.compare ? offersComparison(catalog, comparedOffers(catalog, flags), terms) : null;
    const take = (outcome: Located<Where>): void => {
      tally.take(outcome);
      others?.take(outcome);
    };
    const format = map.adapter ?? flags.recordFormat;
    const progress = progressOn(process.stderr, files);
    const options = {
      fields: groupBy.filter((name) => !GROUP_NAMES.includes(name)),
      ...(format === undefined ? {} : { format }),
      ...(flags.provider === undefined ? {} : { provider: flags.provider }),
    };
    const byThreads = (jobs: number) => ({
      pool: workerPool(jobs, { meters: catalog.meters, terms, options }, prices, progress.read),
      plan: (file: string) => planStretches(file, jobs, options),
    });
    const repeated =
      flags.jobs > 1
        ? await readByJobs(files, options, byThreads(flags.jobs), tally, problems)
        : await readFiles(files, options, take, problems, progress.read);
    progress.end();
    const answer = { ...tally.answer(repeated), ...(others ? { comparison: others.ranking() } : {}) };
    if (flags.format === 'json') io.out(JSON.stringify(answer, null, 2));
    else if (flags.format === 'csv') io.out(priceCsv(answer.groups).trimEnd());
    else io.out(priceText(answer));
    if (flags.format === 'csv') {
      for (const { file, line, text } of answer.problems) io.err(`${file}:${line}: ${text}`);
    }
    const isNothing = answer.records === 0 && answer.problems.length > 0;
    end(isNothing ? EXIT.failed : answer.complete ? EXIT.complete : EXIT.incomplete);
  });
}

const MOST_JOBS = 64;

function readJobs(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_JOBS}`);
}

/** Refuses what several threads cannot do. */
function checkJobs(files: readonly string[], { compare }: PriceFlags): void {
  if (files.includes('-'))
    throw wrongCommandLine('--jobs divides files, and standard input cannot be divided; leave one out');
  if (compare) throw wrongCommandLine('--compare prices each record on every offer in one thread; leave out --jobs');
}

function comparedOffers(catalog: Catalog, { model }: PriceFlags): CatalogOffer[] {
  const found = model === undefined ? null : findModel(catalog, model);
  if (found && isNotFound(found)) throw failed(...notFoundLines(found, 'model'));
  const offers = found ? offersOf(catalog, found.id) : [...catalog.offers.values()];
  if (offers.length > MOST_OFFERS) {
    throw wrongCommandLine(`${offers.length} offers are too many to price at once; choose those of a --model`);
  }
  return [...offers];
}
