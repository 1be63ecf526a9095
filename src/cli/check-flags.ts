import type { Command } from 'commander';
import type { CatalogOffer } from '../catalog/catalog.ts';
import { noteNoChange } from './changes-nothing.ts';
import { wrongCommandLine } from './exit-code.ts';
import type { Io } from './io.ts';
import type { PricingFlags } from './options.ts';

/** The options that may stand more than once. */
const REPEATABLE: ReadonlySet<string> = new Set(['--when', '--fx', '--where', '--set', '--set-b', '--accept']);

/** Makes a command refuse an option with a value that stands twice, of which it would take the last. */
export function refuseRepeats(command: Command): void {
  for (const option of command.options) {
    if (!option.required || REPEATABLE.has(option.long ?? '')) continue;
    let seen = false;
    command.on(`option:${option.name()}`, () => {
      if (seen) command.error(`error: ${option.long} is given twice; keep one`);
      seen = true;
    });
  }
}

/** Refuses options of payment and currency that would change nothing, whatever the offer. */
export function checkPricingFlags(flags: PricingFlags, sets: { readonly currency: boolean }): void {
  const paying = payingFlags(flags);
  if (!flags.fees && paying.length > 0) {
    throw wrongCommandLine(`--no-fees leaves out the fee that ${paying.join(' and ')} would decide; leave one out`);
  }
  if (flags.fx && flags.currency === undefined && sets.currency) {
    throw wrongCommandLine('--fx converts to the currency of --currency; name one');
  }
  const astray = flags.currency === undefined ? undefined : flags.fx?.find(({ to }) => to !== flags.currency);
  if (astray) {
    const from = astray.from === flags.currency ? astray.to : astray.from;
    throw wrongCommandLine(
      `--fx ${astray.from}/${astray.to} does not lead to --currency ${flags.currency}; expected ${from}/${flags.currency}: how much of ${flags.currency} one ${from} is`,
    );
  }
}

/** Says of which offers options of payment change nothing, as they state no terms of it. */
export function notePayment(offers: readonly CatalogOffer[], flags: PricingFlags, io: Io): void {
  const paying = payingFlags(flags);
  const without = offers.filter(({ funding }) => (funding ?? []).length === 0);
  noteNoChange(without, ['states', 'state'], 'no terms of payment', paying, io);
}

/** Refuses every option of a list that was given: `why` says what it would belong to. */
export function refuseGiven(command: Command, names: readonly string[], why: string): void {
  for (const option of command.options) {
    const given = command.getOptionValueSource(option.attributeName()) === 'cli';
    if (given && names.includes(option.attributeName())) throw wrongCommandLine(`${option.long} ${why}`);
  }
}

function payingFlags({ topUp, payBy }: PricingFlags): string[] {
  return [...(topUp === undefined ? [] : ['--top-up']), ...(payBy === undefined ? [] : ['--pay-by'])];
}
