import type { Command } from 'commander';
import { groupDigits, money } from '../../catalog/words/money.ts';
import { Decimal } from '../../engine/decimal.ts';
import { solvedCsv, solvedMarkdown } from '../../export/index.ts';
import { noMostWords } from '../../export/no-most-words.ts';
import type { MostWithin } from '../../workload/most-within.ts';
import { answerOf, type Solved, solve } from '../../workload/solve.ts';
import { mostRequests } from '../../workload/solve-requests.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { checkPricingFlags, notePayment } from '../check-flags.ts';
import { EXIT, type ExitCode, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { noteSpans } from '../note-spans.ts';
import { hasNothingToPrice, nothingToPrice } from '../nothing-to-price.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions } from '../options.ts';
import { readOneUsage } from '../usage-input.ts';
import { addWorkloadOptions, readWork, type WorkloadFlags } from '../workload-options.ts';

interface SolveFlags extends PricingFlags, WorkloadFlags {
  readonly budget: string;
  readonly horizon?: boolean;
  readonly format: string;
}

/** `ratecard solve OFFER --budget 100`: the most work that a budget buys. */
export function addSolve(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('solve')
    .description('the most requests, or the most of a workload, that a budget buys, and what is left')
    .argument('<offer>', 'an offer id, or provider:model_id')
    .requiredOption('--budget <amount>', 'the money there is')
    .option('--horizon', 'the budget pays for all months of the workload, not for the first alone');
  addFormat(addWorkloadOptions(addPricingOptions(command)), ['text', 'json', 'csv', 'md']);
  // It answers how many requests, so help does not offer to say it.
  command.options.find(({ long }) => long === '--requests')?.hideHelp();
  command.action((name: string, flags: SolveFlags) => {
    checkPricingFlags(flags, { currency: true });
    const catalog = loadCatalog(io);
    const offer = requireOffer(catalog, name, io);
    notePayment([offer], flags, io);
    const options = { ...readBillOptions(flags, io), meters: catalog.meters };
    const work = readWork(flags, catalog, io);
    let answer: Solved;
    if (work) {
      const offers = (id: string) => catalog.offers.get(id);
      const span = flags.horizon ? 'horizon' : 'month';
      answer = solve(offer, work.workload, flags.budget, { ...options, offers, budget_for: span });
    } else {
      if (flags.horizon) throw wrongCommandLine('--horizon speaks of the months of a --workload; name one');
      if (flags.requests !== undefined)
        throw wrongCommandLine('solve finds the number of requests; leave --requests out');
      noteSpans([offer], options, io);
      const usage = readOneUsage(flags, io);
      if (hasNothingToPrice(offer, [{ usage }], options.at, catalog.meters)) throw nothingToPrice(`${offer.id} has`);
      const currency = flags.currency ?? offer.currency;
      answer = asSolved(mostRequests(offer, usage, flags.budget, options), offer.id, flags.budget, currency);
    }
    io.out(PRINT[flags.format as keyof typeof PRINT](answer).trimEnd());
    end(answer.most === null ? EXIT.incomplete : EXIT.complete);
  });
}

const PRINT = {
  text: solvedText,
  json: (answer: Solved): string => JSON.stringify(answer, null, 2),
  csv: solvedCsv,
  md: solvedMarkdown,
} as const;

function asSolved(found: MostWithin, offer: string, budget: string, currency: string): Solved {
  const base = { schema: 'ratecard.solve/1', offer, budget, currency, of: 'requests', range: null } as const;
  return { ...base, ...answerOf(found, new Decimal(budget)) };
}

function solvedText(solved: Solved): string {
  const { most, of, budget, currency, cost, left, next, range, offer } = solved;
  const none = noMostWords(solved);
  if (none !== null || most === null) return none ?? '';
  const sides = [range?.low ?? null, range?.high ?? null].map((side) => (side === null ? 'no end' : groupDigits(side)));
  return [
    `${groupDigits(most)} ${of} for ${money(budget, currency)} on ${offer}`,
    `  they cost ${money(cost ?? '0', currency)}; ${money(left ?? '0', currency)} is left`,
    next === null ? '  one more cannot be done' : `  one more would bring it to ${money(next, currency)}`,
    ...(range ? [`  between ${sides[0]} and ${sides[1]} as the other inputs range`] : []),
  ].join('\n');
}
