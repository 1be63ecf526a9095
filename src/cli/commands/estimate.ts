import type { Command } from 'commander';
import { priceUsage } from '../../engine/price-usage.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions, readGroups } from '../options.ts';
import { billText } from '../print/bill-text.ts';

/** `ratecard estimate OFFER`: a bill. */
export function addEstimate(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('estimate')
    .description('what usage costs on an offer, as an itemised bill')
    .argument('<offer>', 'an offer id, or provider:model_id');
  addFormat(addPricingOptions(command), ['text', 'json', 'csv', 'md', 'focus']).action(
    (name: string, flags: PricingFlags & { format: string }) => {
      const catalog = loadCatalog(io);
      const bill = priceUsage(requireOffer(catalog, name), readGroups(flags, io), {
        ...readBillOptions(flags, io),
        meters: catalog.meters,
      });
      if (flags.format === 'json') io.out(JSON.stringify(bill, null, 2));
      else io.out(billText(bill, catalog));
      end(bill.complete ? EXIT.complete : EXIT.incomplete);
    },
  );
}
