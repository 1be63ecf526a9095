import type { Command } from 'commander';
import { priceUsage } from '../../engine/price-usage.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions, readGroups } from '../options.ts';
import { BILL_FORMATS, printBill } from '../print/print-bill.ts';

/** `ratecard estimate OFFER`: a bill. */
export function addEstimate(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('estimate')
    .description('what usage costs on an offer, as an itemised bill')
    .argument('<offer>', 'an offer id, or provider:model_id');
  addFormat(addPricingOptions(command), ['text', ...BILL_FORMATS]).action(
    (name: string, flags: PricingFlags & { format: string }) => {
      const catalog = loadCatalog(io);
      const bill = priceUsage(requireOffer(catalog, name), readGroups(flags, io), {
        ...readBillOptions(flags, io),
        meters: catalog.meters,
      });
      printBill(bill, flags.format, catalog, io);
      end(bill.complete ? EXIT.complete : EXIT.incomplete);
    },
  );
}
