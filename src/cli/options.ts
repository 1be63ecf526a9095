import { type Command, InvalidArgumentError, Option } from 'commander';
import { CONDITION_KEYS, type Conditions, isConditionKey } from '../engine/condition.ts';
import { isDecimalString } from '../engine/decimal.ts';
import type { ExchangeRate } from '../engine/exchange.ts';
import { parseInstant } from '../engine/instant.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { Usage, UsageGroup } from '../engine/usage.ts';
import { wrongCommandLine } from './exit-code.ts';
import type { Io } from './io.ts';
import { jsonErrorText, parseJsonText } from './json-text.ts';

/** The options of commands that price usage, as commander reads them. */
export interface PricingFlags {
  readonly usage?: string;
  readonly requests?: string;
  readonly when?: Conditions;
  readonly at?: string;
  readonly fees: boolean;
  readonly topUp?: string;
  readonly payBy?: string;
  readonly days?: number;
  readonly currency?: string;
  readonly fx?: readonly ExchangeRate[];
}

/** Adds the options by which a command is told what to price, and how. */
export function addPricingOptions(command: Command): Command {
  return command
    .option('--usage <json>', "one request's usage as JSON, or @file, or @- for standard input")
    .option('--requests <n>', 'how many such requests')
    .addOption(whenOption())
    .addOption(atOption())
    .option('--no-fees', 'leave out every charge beside the usage')
    .option('--top-up <amount>', 'the size of each credit top-up')
    .option('--pay-by <method>', 'the payment method, where terms differ by it')
    .option('--days <n>', 'the number of days over which the usage is spread (daily rules)', readDays)
    .option('--currency <code>', 'also show totals in this currency')
    .option('--fx <from/to=rate@date>', 'an exchange rate, such as EUR/USD=1.10@2026-11-19', readExchangeRate);
}

/** Adds `--when`. */
export function addWhen(command: Command): Command {
  return command.addOption(whenOption());
}

function whenOption(): Option {
  const words = `what requests are asked for (${Object.keys(CONDITION_KEYS).join(', ')})`;
  return new Option('--when <key=value>', words).argParser(readWhen);
}

export function atOption(): Option {
  return new Option('--at <date>', 'the date, or date and time, whose rates hold (default: today)').argParser(readDate);
}

/** Adds `--format`, with the formats that a command has. */
export function addFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(new Option('--format <format>', 'how to print the answer').choices(formats).default('text'));
}

/** The groups of requests that the options describe. */
export function readGroups(flags: PricingFlags, io: Io): UsageGroup[] {
  const usage = flags.usage === undefined ? {} : readUsageText(flags.usage, io);
  return [{ usage, ...(flags.requests === undefined ? {} : { requests: flags.requests }) }];
}

export function readBillOptions(flags: PricingFlags, io: Io): BillOptions {
  return {
    at: flags.at ?? io.today(),
    fees: flags.fees,
    ...(flags.when ? { when: flags.when } : {}),
    ...(flags.topUp === undefined ? {} : { top_up: flags.topUp }),
    ...(flags.payBy === undefined ? {} : { payment_method: flags.payBy }),
    ...(flags.days === undefined ? {} : { days: flags.days }),
    ...(flags.currency === undefined ? {} : { currency: flags.currency }),
    ...(flags.fx ? { exchange_rates: flags.fx } : {}),
  };
}

function readUsageText(argument: string, io: Io): Usage {
  const from = argument === '@-' ? 'standard input' : argument.startsWith('@') ? argument.slice(1) : '--usage';
  const text =
    argument === '@-' ? io.readStdin() : argument.startsWith('@') ? readFileOf(argument.slice(1), io) : argument;
  let value: unknown;
  try {
    value = parseJsonText(text);
  } catch (error) {
    const shape = '{"input_tokens": 1200, "output_tokens": 300}';
    throw wrongCommandLine(`${from} is not valid JSON: ${jsonErrorText(error)}; expected an object such as ${shape}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw wrongCommandLine(
      `${from} holds ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}; expected an object of quantities per meter`,
    );
  }
  return value as Usage;
}

function readFileOf(path: string, io: Io): string {
  try {
    return io.readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw wrongCommandLine(`cannot read ${path} (${reason})`);
  }
}

function readWhen(text: string, before: Conditions | undefined): Conditions {
  const [key = '', value = ''] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];
  if (!text.includes('=') || value === '')
    throw new InvalidArgumentError('expected key=value, such as service_tier=batch');
  if (!isConditionKey(key)) {
    throw new InvalidArgumentError(
      `"${key}" is not a condition; expected one of ${Object.keys(CONDITION_KEYS).join(', ')}`,
    );
  }
  return { ...before, [key]: value };
}

export function readDate(text: string): string {
  if (!parseInstant(text)) {
    throw new InvalidArgumentError(
      'expected a date such as 2026-11-20, or with a time and its offset 2026-11-20T09:30:00Z',
    );
  }
  return text;
}

function readDays(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('expected a whole number of days from 1 up');
  return Number(text);
}

function readExchangeRate(text: string, before: readonly ExchangeRate[] | undefined): ExchangeRate[] {
  const [, from = '', to = '', rate = '', date = ''] = /^([^/\s]+)\/([^=\s]+)=([^@\s]+)@(\S+)$/.exec(text) ?? [];
  if (!isDecimalString(rate) || !parseInstant(date)) {
    throw new InvalidArgumentError('expected from/to=rate@date, such as EUR/USD=1.10@2026-11-19 (1 EUR is 1.10 USD)');
  }
  return [...(before ?? []), { from, to, rate, date, source: 'given on the command line' }];
}
