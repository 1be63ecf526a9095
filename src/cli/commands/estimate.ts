import type { Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { priceUsage } from '../../engine/price-usage.ts';
import { estimateCsv, estimateMarkdown } from '../../export/index.ts';
import { type Estimate, estimate } from '../../workload/estimate.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { checkPricingFlags, notePayment } from '../check-flags.ts';
import { EXIT, type ExitCode, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { noteSpans } from '../note-spans.ts';
import { hasNothingToPrice, nothingToPrice } from '../nothing-to-price.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions } from '../options.ts';
import { estimateText } from '../print/estimate-text.ts';
import { BILL_FORMATS, printBill } from '../print/print-bill.ts';
import { readGroups } from '../usage-input.ts';
import { addWorkloadOptions, readWork, type WorkloadFlags } from '../workload-options.ts';

/** `ratecard estimate OFFER`: a bill. */
export function addEstimate(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('estimate')
    .description('what usage costs on an offer, as an itemised bill')
    .argument('<offer>', 'an offer id, or provider:model_id');
  addFormat(addWorkloadOptions(addPricingOptions(command)), ['text', ...BILL_FORMATS]).action(
    (name: string, flags: PricingFlags & WorkloadFlags & { format: string }) => {
      checkPricingFlags(flags, { currency: true });
      const catalog = loadCatalog(io);
      const offer = requireOffer(catalog, name, io);
      notePayment([offer], flags, io);
      const work = readWork(flags, catalog, io);
      if (work) {
        const options = {
          ...readBillOptions(flags, io),
          meters: catalog.meters,
          offers: (id: string) => catalog.offers.get(id),
          ...(work.preset ? { preset: work.preset } : {}),
        };
        const answer = estimate(offer, work.workload, options);
        printEstimate(answer, flags.format, catalog, io);
        end(answer.complete ? EXIT.complete : EXIT.incomplete);
        return;
      }
      const groups = readGroups(flags, io);
      const options = { ...readBillOptions(flags, io), meters: catalog.meters };
      noteSpans([offer], options, io);
      const bill = priceUsage(offer, groups, options);
      if (hasNothingToPrice(offer, groups, options.at, catalog.meters)) throw nothingToPrice(`${offer.id} has`);
      printBill(bill, flags.format, catalog, io);
      end(bill.complete && bill.converted !== null ? EXIT.complete : EXIT.incomplete);
    },
  );
}

function printEstimate(answer: Estimate, format: string, catalog: Catalog, io: Io): void {
  if (format === 'json') io.out(JSON.stringify(answer, null, 2));
  else if (format === 'csv') io.out(estimateCsv(answer).trimEnd());
  else if (format === 'md') io.out(estimateMarkdown(answer, catalog.meters).trimEnd());
  else if (format === 'text') io.out(estimateText(answer, catalog));
  else throw wrongCommandLine(`an estimate of a workload has no --format ${format}; expected text, json, csv or md`);
}
