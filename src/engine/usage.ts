import type { Conditions } from './condition.ts';
import { CONDITION_KEYS, isConditionKey } from './condition.ts';
import { Decimal, type DecimalString, isDecimalString, MAX_DECIMAL_LENGTH, ONE } from './decimal.ts';
import type { Meters } from './meter.ts';
import { once } from './once.ts';
import type { EngineProblem } from './problem.ts';

/**
 * Quantities per meter, of one request or of one aggregate. Counts overlap as providers report them:
 * `input_tokens` includes cached tokens, `output_tokens` includes reasoning. Whole numbers may be numbers;
 * anything with a fraction is text.
 */
export type Usage = Readonly<Record<string, DecimalString | number>>;

/** Requests that are all alike. */
export interface UsageGroup {
  /** The usage of one of them. */
  readonly usage: Usage;
  /** How many; 1 when absent. */
  readonly requests?: string | number;
  readonly when?: Conditions;
}

/** Reads one quantity; a problem where it is not one. */
export function readQuantity(value: unknown, meter: string, path: string): Decimal | EngineProblem {
  if (isCount(value) || isDecimalString(value)) return new Decimal(value);
  if (typeof value === 'string' && value.length > MAX_DECIMAL_LENGTH) {
    return { code: 'too_many_digits', args: { name: meter, digits: MAX_DECIMAL_LENGTH }, path };
  }
  if (Number.isFinite(value) && Number(value) > 0) {
    return { code: 'float_quantity', args: { meter, value: String(value) }, path };
  }
  return { code: 'malformed_quantity', args: { meter, value: JSON.stringify(value) ?? String(value) }, path };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Reads a usage against the meters; what cannot be read goes to `problems`. */
export function readUsage(usage: Usage, meters: Meters, path: string, problems: EngineProblem[]): Map<string, Decimal> {
  const counts = new Map<string, Decimal>();
  for (const meter of Object.keys(usage)) {
    const where = `${path}.${meter}`;
    if (!meters.has(meter)) {
      problems.push({ code: 'unknown_meter', args: { meter }, path: where });
      continue;
    }
    const quantity = readQuantity(usage[meter], meter, where);
    if ('code' in quantity) problems.push(quantity);
    else counts.set(meter, quantity);
  }
  return counts;
}

/** Adds what each request counts for without saying so: one message, one request. */
export function addImplied(counts: Map<string, Decimal>, meters: Meters): void {
  for (const { id, implied } of impliedMeters(meters)) if (!counts.has(id)) counts.set(id, implied);
}

const impliedMeters = once((meters: Meters) =>
  [...meters.values()].flatMap(({ id, implied }) =>
    implied === undefined ? [] : [{ id, implied: new Decimal(implied) }],
  ),
);

const WHOLE = /^\d+$/;

/** Reads a number of requests: a whole number from 0 up. */
export function readRequests(value: string | number | undefined, path: string): Decimal | EngineProblem {
  if (value === undefined || value === 1) return ONE;
  if (isCount(value)) return new Decimal(value);
  if (typeof value === 'string' && value.length <= MAX_DECIMAL_LENGTH && WHOLE.test(value)) return new Decimal(value);
  return { code: 'malformed_requests', args: { value: JSON.stringify(value) ?? String(value) }, path };
}

/** Checks that every condition of a request is one that a card can speak of. */
export function checkConditions(when: Conditions, path: string, problems: EngineProblem[]): void {
  for (const key of Object.keys(when)) {
    if (!isConditionKey(key)) {
      const known = Object.keys(CONDITION_KEYS);
      problems.push({ code: 'unknown_condition', args: { key, known }, path: `${path}.${key}` });
    }
  }
}
