import type { Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { listWords } from '../../catalog/words/list.ts';
import { groupDigits, money } from '../../catalog/words/money.ts';
import { breakEvenCsv, breakEvenMarkdown } from '../../export/index.ts';
import { type BreakEven, breakEven, type Crossing } from '../../workload/break-even.ts';
import { FIELDS } from '../../workload/fields.ts';
import { withInput } from '../../workload/from-preset.ts';
import type { Workload } from '../../workload/workload.ts';
import { loadCatalog, requireOffer } from '../catalog-access.ts';
import { checkPricingFlags, notePayment } from '../check-flags.ts';
import { EXIT, type ExitCode, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { noteSpans } from '../note-spans.ts';
import { addFormat, addPricingOptions, type PricingFlags, readBillOptions } from '../options.ts';
import { readOneUsage } from '../usage-input.ts';
import { addWorkloadOptions, type Changes, readChange, readWork, type WorkloadFlags } from '../workload-options.ts';

interface BreakEvenFlags extends PricingFlags, WorkloadFlags {
  readonly vary: string;
  readonly mix?: string;
  readonly from?: string;
  readonly to?: string;
  readonly setB?: Changes;
  readonly format: string;
}

/** `ratecard breakeven A B --vary KEY`: where the cheaper of two changes. */
export function addBreakEven(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('breakeven')
    .description('where the cheaper of two offers changes as one input grows')
    .argument('<a>', 'an offer id, or provider:model_id')
    .argument('<b>', 'another, or the same with --set-b')
    .requiredOption('--vary <input>', 'the input that grows: tokens, or one of the usage or the workload')
    .option('--mix <in:out>', 'with --vary tokens, how they fall on input and output (default: 1:1)')
    .option('--from <n>', 'where to begin')
    .option('--to <n>', 'where to end')
    .option('--set-b <input=value>', 'change an input of the workload for the second offer only', readChange);
  addFormat(addWorkloadOptions(addPricingOptions(command)), ['text', 'json', 'csv', 'md']).action(
    (nameA: string, nameB: string, flags: BreakEvenFlags) => {
      checkPricingFlags(flags, { currency: false });
      const catalog = loadCatalog(io);
      const [offerA, offerB] = [requireOffer(catalog, nameA, io), requireOffer(catalog, nameB, io)];
      notePayment([offerA, offerB], flags, io);
      const workload = readWork(flags, catalog, io)?.workload ?? workOfUsage(flags, io);
      const changed = Object.entries(flags.setB ?? {}).reduce<Workload>(
        (work, [key, value]) => withInput(work, key, value),
        workload,
      );
      checkVaried(flags);
      const { vary, mix, from, to } = flags;
      const axis = {
        vary,
        ...(mix === undefined ? {} : { mix }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
      const options = readBillOptions(flags, io);
      noteSpans(offerA === offerB ? [offerA] : [offerA, offerB], options, io);
      const answer = breakEven({ offer: offerA, workload }, { offer: offerB, workload: changed }, axis, {
        ...options,
        meters: catalog.meters,
        offers: (id) => catalog.offers.get(id),
      });
      io.out(PRINT[flags.format as keyof typeof PRINT](answer, catalog).trimEnd());
      const isOne = answer.compared_from === answer.compared_to && answer.ends_for.length > 0;
      end(isOne ? EXIT.incomplete : EXIT.complete);
    },
  );
}

const PRINT = {
  text: breakEvenText,
  json: (answer: BreakEven): string => JSON.stringify(answer, null, 2),
  csv: breakEvenCsv,
  md: breakEvenMarkdown,
} as const;

/** The usage of the options as work of plain requests, with the varied input stated, at least what of it is cached; on one day, as `estimate` has it. */
function workOfUsage(flags: BreakEvenFlags, io: Io): Workload {
  const usage = readOneUsage(flags, io);
  const replaced = Object.keys(usage).filter((meter) => meter === 'input_tokens' || meter === 'output_tokens');
  if (flags.vary === 'tokens' && replaced.length > 0) {
    throw wrongCommandLine(
      `--usage ${replaced.join(' and ')} is what --vary tokens changes; leave it out, or divide by --mix`,
    );
  }
  const known = Object.keys(FIELDS.requests);
  for (const meter of Object.keys(usage)) {
    if (!known.includes(meter)) {
      throw wrongCommandLine(
        `breakeven knows ${known.slice(1, 5).join(', ')} of --usage, not ${meter}; use --workload`,
      );
    }
  }
  const least = (flags.vary === 'input_tokens' && usage['cache_read_tokens']) || '1';
  const varied = known.includes(flags.vary) && usage[flags.vary] === undefined ? { [flags.vary]: least } : {};
  const [requests, working_days] = [flags.requests ?? '1', String(flags.days ?? 1)];
  return { kind: 'requests', requests, working_days, ...usage, ...varied } as Workload;
}

/** Refuses what the varied input replaces, and a mix of nothing. */
function checkVaried({ vary, mix, set, setB }: BreakEvenFlags): void {
  if (mix !== undefined && vary !== 'tokens') {
    throw wrongCommandLine('--mix divides --vary tokens between input and output; leave it out, or vary tokens');
  }
  for (const [option, changes] of [
    ['--set', set],
    ['--set-b', setB],
  ] as const) {
    if (changes && vary in changes) {
      throw wrongCommandLine(`${option} ${vary} states what --vary ${vary} changes; leave one out`);
    }
  }
}

function breakEvenText(answer: BreakEven, catalog: Catalog): string {
  const { vary, currency, crossings, compared_from: from, compared_to: end } = answer;
  const sameOffer = answer.a === answer.b;
  const name = (side: 'a' | 'b'): string => {
    const id = answer[side];
    return sameOffer ? `${id} (${side === 'a' ? 'first' : 'second'})` : (catalog.offers.get(id)?.id ?? id);
  };
  const { ends_for: sides } = answer;
  const lacking = `${listWords(sides.map(name))} ${sides.length > 1 ? 'have' : 'has'} no price for this, or cannot do it (see estimate)`;
  if (from === null || end === null) return `There is no answer: ${lacking}.`;
  const stop = sides.length > 0 ? [`above ${groupDigits(end)} ${lacking}`] : [];
  const range = `${vary} from ${groupDigits(from)} to ${groupDigits(end)}`;
  if (crossings.length === 0) {
    const cheaper = answer.cheaper_at_end;
    const throughout =
      cheaper === null || cheaper === 'equal'
        ? `Both cost the same for ${range}.`
        : `${name(cheaper)} is the cheaper throughout, for ${range}.`;
    return [throughout, ...stop].join('\n');
  }
  return crossings
    .flatMap((crossing) => [...crossingWords(crossing, vary, name), costsWords(crossing, currency, name)])
    .concat(`looked at ${answer.looked_at} values of ${range}${stepWords(answer.step)}`, ...stop)
    .join('\n');
}

/** From which whole value on the other is the cheaper, with the exact crossing beside it. */
function crossingWords(
  { at, last, first, cheaper_from: from, cheaper_before, cheaper_after }: Crossing,
  vary: string,
  name: (side: 'a' | 'b') => string,
): string[] {
  const before = `${name(cheaper_after)} is the cheaper from ${vary} ${groupDigits(from)} on; up to ${groupDigits(last)} it is ${name(cheaper_before)}`;
  if (at === null) return [before];
  const exact =
    at === first ? `both cost the same at ${groupDigits(at)}` : `the exact crossing is at ${groupDigits(at)}`;
  return [before, `  ${exact}`];
}

function costsWords({ first, a, b }: Crossing, currency: string, name: (side: 'a' | 'b') => string): string {
  return `  at ${groupDigits(first)}: ${money(a, currency)} on ${name('a')}, ${money(b, currency)} on ${name('b')}`;
}

/** That not every whole number is a value, where a mix only falls on some. */
function stepWords(step: string): string {
  return Number(step) > 1 ? `, in steps of ${groupDigits(step)}` : '';
}
