import { type Command, Option } from 'commander';
import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { findModel } from '../../catalog/find.ts';
import { isNotFound } from '../../catalog/find-offer.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import type { RecordedBill } from '../../export/index.ts';
import { catalogPrices } from '../../record-pricing/catalog-prices.ts';
import { MOST_OFFERS, offersComparison } from '../../record-pricing/compare-offers.ts';
import { GROUP_NAMES } from '../../record-pricing/group-names.ts';
import { holdsNothing } from '../../record-pricing/nothing-priced.ts';
import { problemList } from '../../record-pricing/problem-list.ts';
import { tallyOf } from '../../record-pricing/tally.ts';
import type { Where } from '../../record-pricing/where.ts';
import { ADAPTERS, type Located } from '../../usage-records/index.ts';
import { loadCatalog, notFoundLines } from '../catalog-access.ts';
import { EXIT, type ExitCode, failed, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, addWhen, atOption } from '../options.ts';
import { PRICE_FORMATS, printPrice } from '../print/print-price.ts';
import { planStretches } from '../records/jobs/plan-stretches.ts';
import { readByJobs } from '../records/jobs/read-by-jobs.ts';
import { workerPool } from '../records/jobs/worker-pool.ts';
import { keepMemoryFlat } from '../records/keep-memory-flat.ts';
import { readMapFile } from '../records/map-file.ts';
import {
  checkPriceFlags,
  matchOptions,
  type PriceFlags,
  priceTerms,
  readJobs,
  recordOptions,
} from '../records/price-flags.ts';
import { progressOn } from '../records/progress.ts';
import { readFiles } from '../records/read-files.ts';

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
    .option(
      '--model <model>',
      `with --compare, only the offers of this model; needed where the catalog has more than ${MOST_OFFERS} offers`,
    )
    .option('--jobs <n>', 'read by so many threads; the answer is the same', readJobs, 1)
    .option('--map <file>', 'a YAML file that names the offers of models, and the columns of own records');
  addWhen(command).addOption(atOption());
  addFormat(command, PRICE_FORMATS).action(async (files: string[], flags: PriceFlags) => {
    keepMemoryFlat();
    const catalog = loadCatalog(io);
    const map = flags.map === undefined ? { names: new Map(), adapter: null } : readMapFile(flags.map, catalog, io);
    checkPriceFlags(files, flags, map);
    const terms = priceTerms(flags, io);
    const prices = catalogPrices(catalog, matchOptions(flags, map, catalog, io));
    const options = recordOptions(flags, map);
    const problems = problemList();
    const tally = tallyOf(prices, terms, problems);
    const others = flags.compare ? offersComparison(catalog.meters, comparedOffers(catalog, flags), terms) : null;
    const take = (outcome: Located<Where>): void => {
      tally.take(outcome);
      others?.take(outcome);
    };
    const progress = progressOn(process.stderr, files);
    const byThreads = (jobs: number) => ({
      pool: workerPool(jobs, { meters: catalog.meters, terms, options }, prices, progress.read),
      plan: (file: string) => planStretches(file, jobs, options),
    });
    const repeated =
      flags.jobs > 1
        ? await readByJobs(files, options, byThreads(flags.jobs), tally, problems)
        : await readFiles(files, options, take, problems, progress.read);
    progress.end();
    const bills: RecordedBill[] = [];
    const priced = tally.answer(repeated, flags.format === 'focus' ? (bill) => bills.push(bill) : undefined);
    const answer = { ...priced, ...(others ? { comparison: others.ranking() } : {}) };
    printPrice(answer, bills, flags.format, catalog, io);
    end(holdsNothing(answer) ? EXIT.failed : answer.complete ? EXIT.complete : EXIT.incomplete);
  });
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
