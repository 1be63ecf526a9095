import { type Command, InvalidArgumentError } from 'commander';
import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { findModel } from '../../catalog/find.ts';
import { isNotFound } from '../../catalog/find-offer.ts';
import { offersOf } from '../../catalog/offers-of.ts';
import { fits, parseWhere, strangeWord, WHERE_FIELDS, type Where } from '../../catalog/where.ts';
import { type Comparison, compare } from '../../engine/compare.ts';
import { comparisonCsv, comparisonMarkdown, rankingCsv, rankingMarkdown } from '../../export/index.ts';
import { rankOffers } from '../../workload/rank.ts';
import { loadCatalog, notFoundLines, requireOffer } from '../catalog-access.ts';
import { checkPricingFlags, notePayment } from '../check-flags.ts';
import { EXIT, type ExitCode, failed, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { noteSpans } from '../note-spans.ts';
import { hasNothingToPrice, nothingToPrice } from '../nothing-to-price.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions } from '../options.ts';
import { comparisonText } from '../print/comparison-text.ts';
import { rankingText } from '../print/ranking-text.ts';
import { readGroups } from '../usage-input.ts';
import { addWorkloadOptions, readWork, type WorkloadFlags } from '../workload-options.ts';

interface CompareFlags extends PricingFlags, WorkloadFlags {
  readonly model?: string;
  readonly where?: readonly Where[];
  readonly limit?: number;
  readonly bills?: boolean;
  readonly format: string;
}

/** For how many offers of a ranking the range is worked out, where no limit is given. */
const RANGES = 100;

/** `ratecard compare [OFFER...]`: the same usage on many offers, the cheapest first. */
export function addCompare(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('compare')
    .description('the same usage on many offers, the cheapest first; all offers when none is named')
    .argument('[offers...]', 'offer ids, or provider:model_id')
    .option('--model <model>', 'the offers of this model')
    .option(
      '--where <condition>',
      `only offers that fit, such as context>=128000 (${WHERE_FIELDS.join(', ')})`,
      readWhere,
    )
    .option('--limit <n>', 'show no more than this many', readLimit)
    .option('--bills', 'with --format json, the whole bill of each');
  addFormat(addWorkloadOptions(addPricingOptions(command)), ['text', 'json', 'csv', 'md']).action(
    (names: string[], flags: CompareFlags) => {
      checkPricingFlags(flags, { currency: false });
      if (flags.bills && flags.format !== 'json')
        throw wrongCommandLine('--bills prints bills with --format json only');
      const catalog = loadCatalog(io);
      const offers = chooseOffers(catalog, names, flags, io);
      notePayment(offers, flags, io);
      const options = { ...readBillOptions(flags, io), meters: catalog.meters };
      const work = readWork(flags, catalog, io);
      if (work) {
        const find = (id: string) => catalog.offers.get(id);
        const ranking = rankOffers(offers, work.workload, { ...options, offers: find }, flags.limit ?? RANGES);
        const rows = ranking.rows.slice(0, flags.limit ?? ranking.rows.length);
        const hidden = ranking.rows.length - rows.length;
        const shown = { ...ranking, rows };
        if (flags.format === 'json') io.out(JSON.stringify(shown, null, 2));
        else if (flags.format === 'csv') io.out(rankingCsv(shown).trimEnd());
        else if (flags.format === 'md') io.out(rankingMarkdown(shown).trimEnd());
        else io.out(rankingText(shown, catalog, hidden));
        const incomplete = rows.length === 0 || (names.length > 0 && ranking.unranked.length > 0);
        end(incomplete ? EXIT.incomplete : EXIT.complete);
        return;
      }
      noteSpans(offers, options, io);
      const groups = readGroups(flags, io);
      const isEmpty = (offer: CatalogOffer) => hasNothingToPrice(offer, groups, options.at, catalog.meters);
      const empty = offers.filter(isEmpty).map(({ id }) => id);
      const whole = compare(
        offers.filter((offer) => !isEmpty(offer)),
        groups,
        options,
      );
      if (empty.length === offers.length) throw nothingToPrice('none of these offers has');
      const shown = { ...whole, rows: whole.rows.slice(0, flags.limit ?? whole.rows.length) };
      if (flags.format === 'json')
        io.out(JSON.stringify({ ...jsonOf(shown, flags.bills === true), nothing_to_price: empty }, null, 2));
      else if (flags.format === 'csv') io.out(comparisonCsv(shown).trimEnd());
      else if (flags.format === 'md') io.out(comparisonMarkdown(shown).trimEnd());
      else io.out(comparisonText(shown, catalog, whole.rows.length - shown.rows.length, empty));
      if (flags.format === 'csv' || flags.format === 'md') {
        for (const id of empty) io.err(`nothing to price: ${id} has no price for a message or a request as such`);
      }
      const incomplete = whole.rows.length === 0 || (names.length > 0 && whole.rows.length < offers.length);
      end(incomplete ? EXIT.incomplete : EXIT.complete);
    },
  );
}

function chooseOffers(catalog: Catalog, names: readonly string[], flags: CompareFlags, io: Io): CatalogOffer[] {
  let offers = names.length > 0 ? names.map((name) => requireOffer(catalog, name, io)) : [...catalog.offers.values()];
  if (flags.model !== undefined) {
    const model = findModel(catalog, flags.model);
    if (isNotFound(model)) throw failed(...notFoundLines(model, 'model'));
    const ofModel = new Set(offersOf(catalog, model.id));
    offers = offers.filter((offer) => ofModel.has(offer));
  }
  for (const where of flags.where ?? []) {
    const strange = strangeWord(where, catalog);
    if (strange !== null) throw wrongCommandLine(strange);
    offers = offers.filter((offer) => fits(offer, where, catalog));
  }
  if (offers.length === 0) throw failed('no offer fits; leave out a condition, or see ratecard search');
  return [...new Set(offers)];
}

function jsonOf({ rows, unpriced }: Comparison, bills: boolean): object {
  return { rows: rows.map(({ bill, ...row }) => (bills ? { ...row, bill } : row)), unpriced };
}

function readWhere(text: string, before: readonly Where[] | undefined): Where[] {
  const where = parseWhere(text);
  if (typeof where === 'string') throw new InvalidArgumentError(where);
  return [...(before ?? []), where];
}

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1 up');
  return Number(text);
}
