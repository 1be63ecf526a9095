import { Decimal, HUNDRED, isDecimalString } from '../engine/decimal.ts';
import type { NumberField } from './field.ts';
import type { WorkloadProblem } from './problem.ts';

/** An input with its three values, equal where one number was given. */
export interface ReadInput {
  readonly low: Decimal;
  readonly expected: Decimal;
  readonly high: Decimal;
  readonly ranged: boolean;
}

export type End = 'low' | 'expected' | 'high';
export const ENDS: readonly End[] = ['low', 'expected', 'high'];

/** No count of anything may exceed this. */
export const MOST = new Decimal(10).pow(15);

/** A value as it was written, as far as that is known. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
}

/** Reads one number or range; null with a problem noted where it is neither. */
export function readInput(
  value: unknown,
  key: string,
  field: NumberField,
  path: string,
  problems: WorkloadProblem[],
): ReadInput | null {
  if (value === null || typeof value !== 'object') {
    const one = readAmount(value, key, field, path, problems);
    return one && { low: one, expected: one, high: one, ranged: false };
  }
  const range = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(range);
  if (keys.length !== 3 || !ENDS.every((end) => Object.hasOwn(range, end))) {
    problems.push({ code: 'malformed_range', args: { key, value: shown(value) }, path });
    return null;
  }
  if (field.fixed) {
    problems.push({ code: 'range_not_here', args: { key, value: shown(value) }, path });
    return null;
  }
  const [low, expected, high] = ENDS.map((end) => readAmount(range[end], key, field, `${path}/${end}`, problems));
  if (!low || !expected || !high) return null;
  if (low.gt(expected) || expected.gt(high)) {
    const args = { key, low: low.toFixed(), expected: expected.toFixed(), high: high.toFixed() };
    problems.push({ code: 'range_inverted', args, path });
    return null;
  }
  return { low, expected, high, ranged: !low.eq(high) };
}

const EXPECTED: Record<NumberField['type'], string> = {
  count: 'a whole number such as 1200',
  quantity: 'a number such as 1200, or a decimal as text such as "2.5"',
  percent: 'a percentage from 0 to 100, decimals as text such as "2.5"',
  change: 'a percentage above -100, decimals as text such as "-2.5"',
};

function readAmount(
  value: unknown,
  key: string,
  field: NumberField,
  path: string,
  problems: WorkloadProblem[],
): Decimal | null {
  const amount = numberOf(value, field.type === 'change');
  const fits =
    amount !== null &&
    (field.type !== 'count' || amount.isInteger()) &&
    (field.type !== 'percent' || amount.lte(HUNDRED)) &&
    amount.gt(-100);
  if (!fits) {
    problems.push({
      code: 'malformed_input',
      args: { key, value: shown(value), expected: EXPECTED[field.type] },
      path,
    });
    return null;
  }
  const most = field.most === undefined ? MOST : new Decimal(field.most);
  if (amount.gt(most)) {
    problems.push({ code: 'too_large', args: { key, value: amount.toFixed(), most: most.toFixed() }, path });
    return null;
  }
  if (field.aboveZero && amount.isZero()) {
    problems.push({ code: 'not_above_zero', args: { key, label: field.label }, path });
    return null;
  }
  return amount;
}

function numberOf(value: unknown, signed: boolean): Decimal | null {
  if (typeof value === 'number' && Number.isSafeInteger(value) && (signed || value >= 0)) return new Decimal(value);
  if (typeof value !== 'string') return null;
  const bare = signed && value.startsWith('-') ? value.slice(1) : value;
  return isDecimalString(bare) ? new Decimal(value) : null;
}
