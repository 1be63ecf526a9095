import { Argument, type Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { catalogJson } from '../../catalog/document.ts';
import { packageVersion } from '../../catalog/package-version.ts';
import { priceUsage } from '../../engine/price-usage.ts';
import {
  billSql,
  catalogCsv,
  catalogFocusCsv,
  catalogFocusDropped,
  catalogMarkdown,
  catalogSql,
} from '../../export/index.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { checkPricingFlags, notePayment, refuseGiven } from '../check-flags.ts';
import { EXIT, type ExitCode, failed } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { noteSpans } from '../note-spans.ts';
import { hasNothingToPrice, nothingToPrice } from '../nothing-to-price.ts';
import { addPricingOptions, type PricingFlags, readBillOptions } from '../options.ts';
import { printBill } from '../print/print-bill.ts';
import { readGroups } from '../usage-input.ts';

type ExportFormat = 'json' | 'csv' | 'md' | 'focus' | 'sql';

const OF_USAGE = ['usage', 'requests', 'usedBefore'];
const OF_AN_OFFER = [...OF_USAGE, 'when', 'at', 'fees', 'topUp', 'payBy', 'days', 'currency', 'fx', 'table'];

/** The whole catalog in each format; messages say what a format cannot hold. */
const CATALOG: Record<ExportFormat, (catalog: Catalog, io: Io) => string> = {
  json: (catalog) => catalogJson(catalog, packageVersion()),
  csv: (catalog) => catalogCsv(catalog),
  md: (catalog) => catalogMarkdown(catalog),
  focus: (catalog, io) => {
    for (const line of catalogFocusDropped(catalog)) io.err(`not in FOCUS: ${line}`);
    return catalogFocusCsv(catalog);
  },
  sql: (catalog, io) => {
    const { sql, problems } = catalogSql(catalog, packageVersion());
    for (const problem of problems) io.err(problem);
    return sql;
  },
};

/** `ratecard export FORMAT`: the catalog, or with `--offer` a bill, elsewhere. */
export function addExport(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('export')
    .description('the catalog in another format; with --offer a bill, or for sql a query that prices a table of usage')
    .addArgument(new Argument('<format>', 'where to').choices(Object.keys(CATALOG)))
    .option('--offer <offer>', 'an offer id, or provider:model_id')
    .option('--table <name>', 'with --offer and sql, the table of usage', 'usage');
  addPricingOptions(command).action(
    (format: ExportFormat, flags: PricingFlags & { readonly offer?: string; readonly table: string }) => {
      if (flags.offer === undefined)
        refuseGiven(command, OF_AN_OFFER, 'belongs to the bill of an offer; name one by --offer');
      else if (format === 'sql') refuseGiven(command, OF_USAGE, 'is not used: a query prices its table of usage');
      else refuseGiven(command, ['table'], 'belongs to the query that export sql writes');
      checkPricingFlags(flags, { currency: true });
      const catalog = loadCatalog(io);
      if (flags.offer === undefined) {
        io.out(CATALOG[format](catalog, io).trimEnd());
        return end(EXIT.complete);
      }
      const offer = requireOffer(catalog, flags.offer, io);
      notePayment([offer], flags, io);
      const options = { ...readBillOptions(flags, io), meters: catalog.meters };
      noteSpans([offer], options, io);
      if (format === 'sql') {
        const query = billSql(offer, { ...options, table: flags.table });
        if ('refused' in query) throw failed(...query.refused.map((reason) => `no query for ${offer.id}: ${reason}`));
        io.out(query.sql.trimEnd());
        for (const note of query.notes) io.err(note);
        return end(EXIT.complete);
      }
      const groups = readGroups(flags, io);
      const bill = priceUsage(offer, groups, options);
      if (hasNothingToPrice(offer, groups, options.at, catalog.meters)) throw nothingToPrice(`${offer.id} has`);
      printBill(bill, format, catalog, io);
      end(bill.complete ? EXIT.complete : EXIT.incomplete);
    },
  );
}
