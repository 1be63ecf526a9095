import type { Conditions } from '../engine/condition.ts';
import type { BillOptions } from '../engine/read-options.ts';
import type { Usage, UsageGroup } from '../engine/usage.ts';
import { jsonErrorText } from '../record-pricing/json-error.ts';
import { wrongCommandLine } from './exit-code.ts';
import type { Io } from './io.ts';
import { parseJsonText } from './json-text.ts';

const SHAPE = '{"input_tokens": 1200, "output_tokens": 300}';
const GROUP_KEYS = ['requests', 'usage', 'when'];

/**
 * The groups of requests that `--usage` and `--requests` describe: an object is the usage of each request, a list is
 * of groups, `[{"requests": 10, "usage": {...}, "when": {...}}]`.
 */
export function readGroups(flags: { readonly usage?: string; readonly requests?: string }, io: Io): UsageGroup[] {
  const { usage, requests } = flags;
  if (usage === undefined) return [{ usage: {}, ...(requests === undefined ? {} : { requests }) }];
  const { from, value } = readJson('--usage', usage, SHAPE, io);
  if (!Array.isArray(value)) {
    return [{ usage: usageOf(value, from), ...(requests === undefined ? {} : { requests }) }];
  }
  if (requests !== undefined) {
    throw wrongCommandLine(`${from} is a list, each of whose groups has its own "requests"; leave --requests out`);
  }
  if (value.length === 0)
    throw wrongCommandLine(`${from} is an empty list; expected a list of {requests, usage, when}`);
  return value.map((group, index) => groupOf(group, `${from}[${index}]`));
}

/** The usage of requests that are all alike, for a question that finds how many. */
export function readOneUsage({ usage }: { readonly usage?: string }, io: Io): Usage {
  if (usage === undefined) return {};
  const { from, value } = readJson('--usage', usage, SHAPE, io);
  return usageOf(value, from);
}

/** What was used before, and what it cost: `{"usage": {"input_tokens": 5000000}, "cost": "12.50"}`. */
export function readUsedBefore(argument: string, io: Io): NonNullable<BillOptions['used_before']> {
  const { from, value } = readJson('--used-before', argument, `{"usage": ${SHAPE}, "cost": "12.50"}`, io);
  const { usage, cost } = keysOf(value, ['usage', 'cost'], from);
  return {
    ...(usage === undefined ? {} : { usage: usageOf(usage, `${from}.usage`) }),
    ...(cost === undefined ? {} : { cost: cost as string }),
  };
}

function groupOf(value: unknown, from: string): UsageGroup {
  const { requests, usage = {}, when } = keysOf(value, GROUP_KEYS, from);
  return {
    usage: usageOf(usage, `${from}.usage`),
    ...(requests === undefined ? {} : { requests: requests as string }),
    ...(when === undefined ? {} : { when: conditionsOf(when, `${from}.when`) }),
  };
}

function usageOf(value: unknown, from: string): Usage {
  if (isObject(value)) return value as Usage;
  throw wrongCommandLine(`${from} holds ${kindOf(value)}; expected an object of quantities per meter, ${SHAPE}`);
}

function conditionsOf(value: unknown, from: string): Conditions {
  if (isObject(value) && Object.values(value).every((one) => typeof one === 'string')) return value as Conditions;
  throw wrongCommandLine(`${from} holds ${kindOf(value)}; expected conditions such as {"service_tier": "batch"}`);
}

/** The entries of an object that may have those keys and no others. */
function keysOf(value: unknown, keys: readonly string[], from: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw wrongCommandLine(`${from} holds ${kindOf(value)}; expected {${keys.join(', ')}}`);
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown === undefined) return value;
  throw wrongCommandLine(`${from} has the key "${unknown}"; expected ${keys.join(', ')}`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : `"${value}"`;
}

/** The JSON of an argument: itself, `@file`, or `@-` for standard input; `from` names it in messages. */
function readJson(flag: string, argument: string, shape: string, io: Io): { from: string; value: unknown } {
  if (argument === '@')
    throw wrongCommandLine(`${flag} @ names no file; expected ${flag} @file, or @- for standard input`);
  const isFile = argument.startsWith('@');
  const from = argument === '@-' ? 'standard input' : isFile ? argument.slice(1) : flag;
  const text = isFile ? readFileOf(from, argument === '@-' ? io.readStdin : () => io.readFile(from)) : argument;
  try {
    return { from, value: parseJsonText(text) };
  } catch (error) {
    throw wrongCommandLine(`${from} is not valid JSON: ${jsonErrorText(error)}; expected an object such as ${shape}`);
  }
}

function readFileOf(name: string, read: () => string): string {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw wrongCommandLine(`cannot read ${name} (${reason})`);
  }
}
