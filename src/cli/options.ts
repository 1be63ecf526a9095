import { type Command, InvalidArgumentError, Option } from 'commander';
import { CONDITION_KEYS, type Conditions, isConditionKey } from '../engine/condition.ts';
import { isDecimalString } from '../engine/decimal.ts';
import type { ExchangeRate } from '../engine/exchange.ts';
import { parseInstant } from '../engine/instant.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { Io } from './io.ts';
import { readUsedBefore } from './usage-input.ts';

/** The options of commands that price usage, as commander reads them. */
export interface PricingFlags {
  readonly usage?: string;
  readonly requests?: string;
  readonly when?: Conditions;
  readonly usedBefore?: string;
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
    .option(
      '--usage <json>',
      "one request's usage as JSON, or a list of {requests, usage, when}; or @file, or @- for standard input",
    )
    .option('--requests <n>', 'how many such requests')
    .addOption(whenOption())
    .option('--used-before <json>', 'the usage and the cost of the billing period so far, as JSON: {usage, cost}')
    .addOption(atOption())
    .option('--no-fees', 'leave out every charge beside the usage')
    .option('--top-up <amount>', 'the size of each credit top-up')
    .option('--pay-by <method>', 'the payment method, where terms differ by it')
    .option('--days <n>', 'the number of days over which the usage is spread (daily rules)', readDays)
    .option('--currency <code>', 'also show totals in this currency', readCurrency)
    .option(
      '--fx <from/to=rate@date>',
      'an exchange rate: with --currency EUR, USD/EUR=0.91@2026-11-19',
      readExchangeRate,
    );
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

export function readBillOptions(flags: PricingFlags, io: Io): BillOptions {
  return {
    at: flags.at ?? io.today(),
    fees: flags.fees,
    ...(flags.when ? { when: flags.when } : {}),
    ...(flags.usedBefore === undefined ? {} : { used_before: readUsedBefore(flags.usedBefore, io) }),
    ...(flags.topUp === undefined ? {} : { top_up: flags.topUp }),
    ...(flags.payBy === undefined ? {} : { payment_method: flags.payBy }),
    ...(flags.days === undefined ? {} : { days: flags.days }),
    ...(flags.currency === undefined ? {} : { currency: flags.currency }),
    ...(flags.fx ? { exchange_rates: flags.fx } : {}),
  };
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
  if (before?.[key] !== undefined) throw new InvalidArgumentError(`${key} is given twice; a request has one`);
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

const RATE = 'from/to=rate@date, such as EUR/USD=1.10@2026-11-19 (1 EUR is 1.10 USD)';

function readExchangeRate(text: string, before: readonly ExchangeRate[] = []): ExchangeRate[] {
  const [, one = '', other = '', rate = '', date = ''] = /^([^/\s=]+)\/([^=\s/]+)=([^@\s]+)@(\S+)$/.exec(text) ?? [];
  if (!isDecimalString(rate) || !parseInstant(date)) throw new InvalidArgumentError(`expected ${RATE}`);
  if (!/[1-9]/.test(rate)) throw new InvalidArgumentError(`the rate is ${rate}; expected one above zero: ${RATE}`);
  const [from, to] = [readCurrency(one), readCurrency(other)];
  if (from === to) throw new InvalidArgumentError(`both currencies are ${from}; expected ${RATE}`);
  if (before.some((given) => given.from === from && given.to === to)) {
    throw new InvalidArgumentError(`a rate from ${from} to ${to} is given twice; keep one`);
  }
  return [...before, { from, to, rate, date, source: 'given on the command line' }];
}

/** A code of ISO 4217 in either case, or a longer name of credit as it stands. */
function readCurrency(text: string): string {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  if (/^[\w-]{4,20}$/.test(text)) return text;
  throw new InvalidArgumentError(`"${text}" is not a currency; expected a code of three letters such as USD`);
}
