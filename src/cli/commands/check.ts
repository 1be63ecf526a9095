import type { Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { isStale, type TrustState } from '../../catalog/claims/trust.ts';
import { checkCatalog } from '../../catalog/open.ts';
import { catalogProblemText, locatedText } from '../../catalog/problem.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { firstLines } from '../first-lines.ts';
import type { Io } from '../io.ts';
import { addFormat } from '../options.ts';
import { shownText } from '../shown-text.ts';

/** `ratecard check [DIR]`: every problem in the catalog, located. */
export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('every problem in the catalog, with its file, line and column')
    .argument('[directory]', "the catalog's data directory");
  addFormat(command, ['text', 'json']).action((directory: string | undefined, flags: { format: string }) => {
    const { catalog, problems } = checkCatalog(directory ?? io.dataDirectory);
    const rates = [...catalog.offers.values()].flatMap(({ periods }) => periods.flatMap((period) => period.rates));
    const counts = {
      providers: catalog.providers.size,
      models: catalog.models.size,
      offers: catalog.offers.size,
      rates: rates.length,
      trust: countTrust(catalog, io.today()),
    };
    if (flags.format === 'json') {
      const located = problems.map((problem) => ({ ...problem, text: catalogProblemText(problem) }));
      io.out(JSON.stringify({ problems: located, counts }, null, 2));
    } else {
      for (const line of firstLines(problems.map(locatedText), '; --format json lists them all'))
        io.out(shownText(line));
      const { offers, models, providers } = counts;
      const found = problems.length === 1 ? '1 problem' : `${problems.length === 0 ? 'no' : problems.length} problems`;
      const { trust } = counts;
      io.out(`${found} in ${offers} offers of ${models} models by ${providers} providers, ${rates.length} rates`);
      if (trust.checked < offers) io.out(trustLine(trust));
    }
    end(problems.length > 0 ? EXIT.failed : EXIT.complete);
  });
}

type TrustCounts = Readonly<Record<TrustState | 'stale', number>>;

/** How many offers are in each state of trust, and how many of them are stale at a date. */
function countTrust({ offers }: Catalog, at: string): TrustCounts {
  const counts = { checked: 0, corroborated: 0, imported: 0, disputed: 0, stale: 0 };
  for (const { trust } of offers.values()) {
    counts[trust.state] += 1;
    if (isStale(trust, at)) counts.stale += 1;
  }
  return counts;
}

function trustLine({ checked, corroborated, imported, disputed, stale }: TrustCounts): string {
  return `${checked} checked by hand, ${corroborated} agreed by two datasets, ${imported} from one, ${disputed} on which they differ; ${stale} stale`;
}
