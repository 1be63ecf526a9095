import { Decimal, HUNDRED, ONE, ZERO } from '../engine/decimal.ts';
import { isNumberField, type NumberField } from './field.ts';
import { FIELDS } from './fields.ts';
import { ownerOf } from './part-path.ts';
import { type Choice, type Point, pointOf } from './point.ts';
import { WorkloadError } from './problem.ts';
import type { ReadWork } from './read-workload.ts';

/** What to vary. */
export interface AxisOptions {
  /** An input of the work, by its path; or `tokens` of plain requests, in and out together. */
  readonly vary: string;
  /** For `tokens`: how they fall on input and output, `3:1`; with `3:1:2` two of each three in are read from a cache. */
  readonly mix?: string;
  readonly from?: string;
  readonly to?: string;
}

/** An input along which costs are compared. */
export interface Axis {
  /** Values at which to look, ascending. */
  readonly values: readonly Decimal[];
  /** The distance to which a change is narrowed down. */
  readonly unit: Decimal;
  /** Whether values between two units mean something. */
  readonly divisible: boolean;
  /** What a value stands for: with a mix of 3:1 each unit is 4 tokens. */
  readonly scale: Decimal;
  readonly pointAt: (work: ReadWork, value: Decimal) => Point;
}

const TOKENS = 'tokens';
const HUNDREDTH = new Decimal('0.01');
const FARTHEST = new Decimal(10).pow(9);
/** Sequences are walked step by step, so they are not looked at to their utmost length. */
const MOST_STEPS = new Decimal(500);

/** The axis of an input; throws where the work has no such input. */
export function axisOf(work: ReadWork, { vary, mix, from, to }: AxisOptions): Axis {
  if (vary === TOKENS && work.kind === 'requests') return tokenAxis(mix ?? '1:1', from, to);
  const field = fieldAt(work, vary);
  if (!field || field.type === 'change') {
    const known = [...(work.kind === 'requests' ? [TOKENS] : []), ...variable(work)];
    throw new WorkloadError([{ code: 'nothing_to_vary', args: { key: vary, known }, path: 'vary' }]);
  }
  const isPercent = field.type === 'percent';
  const unit = isPercent ? HUNDREDTH : ONE;
  const least = new Decimal(field.aboveZero ? 1 : 0);
  const most = isPercent ? HUNDRED : field.most === undefined ? FARTHEST : MOST_STEPS;
  return {
    values: grid(readBound('from', from, isPercent, vary) ?? least, readBound('to', to, isPercent, vary) ?? most, unit),
    unit,
    divisible: field.unit === 'tokens' && work.kind === 'requests',
    scale: ONE,
    pointAt: (of, value) =>
      pointOf(
        of,
        at((path) => path === vary, value),
      ),
  };
}

function at(here: (path: string) => boolean, value: Decimal): Choice {
  return (path) => (here(path) ? value : 'expected');
}

function tokenAxis(mix: string, from: string | undefined, to: string | undefined): Axis {
  const [, input = '0', output = '0', cached] = /^(\d{1,6}):(\d{1,6})(?::(\d{1,6}))?$/.exec(mix) ?? [];
  const scale = new Decimal(input).plus(output);
  if (scale.isZero() || Number(cached ?? 0) > Number(input)) {
    const expected = 'input to output, such as 3:1, or with the part of the input that is cached, such as 3:1:2';
    throw new WorkloadError([
      { code: 'malformed_input', args: { key: 'mix', value: `"${mix}"`, expected }, path: 'mix' },
    ]);
  }
  const shares: Readonly<Record<string, string>> = {
    input_tokens: input,
    output_tokens: output,
    ...(cached === undefined ? {} : { cache_read_tokens: cached }),
  };
  const bound = (side: Side, text: string | undefined): Decimal | undefined =>
    readBound(side, text, false, TOKENS)?.div(scale).floor();
  return {
    values: grid(bound('from', from) ?? ZERO, bound('to', to) ?? FARTHEST, ONE),
    unit: ONE,
    divisible: true,
    scale,
    pointAt: (work, value) => {
      const point = pointOf(work);
      const tokens = Object.entries(shares).map(([key, share]) => [key, value.times(share)] as const);
      return { ...point, numbers: new Map([...point.numbers, ...tokens]) };
    },
  };
}

/** Whole units from one bound to the other, each about a twelfth more than the one before. */
function grid(from: Decimal, to: Decimal, unit: Decimal): Decimal[] {
  const values: Decimal[] = [];
  let value = from;
  while (value.lt(to)) {
    values.push(value);
    const next = value.times('1.08').div(unit).ceil().times(unit);
    value = next.gt(value) ? next : value.plus(unit);
  }
  return [...values, to];
}

type Side = 'from' | 'to';

function readBound(side: Side, text: string | undefined, isPercent: boolean, key: string): Decimal | undefined {
  if (text === undefined) return undefined;
  if ((isPercent ? /^\d{1,15}(\.\d{1,2})?$/ : /^\d{1,15}$/).test(text)) return new Decimal(text);
  const expected = isPercent ? 'a percentage of at most two decimals, such as 12.5' : 'a whole number such as 1000';
  const args = { key: `the range of ${key}`, value: `"${text}"`, expected };
  throw new WorkloadError([{ code: 'malformed_input', args, path: side }]);
}

function fieldAt(work: ReadWork, path: string): NumberField | null {
  const { owner, key } = ownerOf(work, path);
  const field = owner?.inputs.has(key) ? FIELDS[owner.kind][key] : undefined;
  return field && isNumberField(field) ? field : null;
}

/** The inputs that are stated, and so can be varied, but for a change. */
function variable(work: ReadWork): string[] {
  const own = [...work.inputs.keys()].flatMap((key) =>
    FIELDS[work.kind][key]?.type === 'change' ? [] : [work.path + key],
  );
  return [...own, ...work.parts.flatMap(({ work: part }) => variable(part))];
}
