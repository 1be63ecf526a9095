import { Decimal, HUNDRED, ONE, ZERO } from '../engine/decimal.ts';
import { isNumberField, type NumberField } from './field.ts';
import { FIELDS } from './fields.ts';
import { ownerOf } from './part-path.ts';
import { type Choice, type Point, pointOf } from './point.ts';
import { WorkloadError, type WorkloadProblem } from './problem.ts';
import { MOST } from './read-input.ts';
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

/** The axis of an input that each of some works has; throws where one has no such input, or the range holds none of it. */
export function axisOf(works: readonly ReadWork[], asked: AxisOptions): Axis {
  const { vary } = asked;
  const isPlain = works.every(({ kind }) => kind === 'requests');
  if (vary === TOKENS && isPlain) return tokenAxis(asked);
  const fields = works.flatMap((work) => fieldAt(work, vary) ?? []);
  const [field] = fields;
  if (!field || fields.length < works.length) {
    const common = (works[0] ? statedIn(works[0]) : []).filter((path) => works.every((work) => fieldAt(work, path)));
    const known = [...(isPlain ? [TOKENS] : []), ...common];
    const isOfOne = fields.length > 0 || (vary === TOKENS && works.some(({ kind }) => kind === 'requests'));
    const of = isOfOne ? 'both works' : 'this work';
    throw new WorkloadError([{ code: 'nothing_to_vary', args: { key: vary, of, known }, path: 'vary' }]);
  }
  const isPercent = field.type === 'percent';
  const unit = isPercent ? HUNDREDTH : ONE;
  const least = new Decimal(fields.some(({ aboveZero }) => aboveZero) ? 1 : 0);
  const most = isPercent ? HUNDRED : Decimal.min(MOST, ...fields.map((one) => one.most ?? MOST));
  const usual = Decimal.min(most, fields.every((one) => one.most === undefined) ? FARTHEST : MOST_STEPS);
  const [from, to] = rangeOf(asked, isPercent, least, usual);
  if (from.lt(least)) refuse({ code: 'not_above_zero', args: { key: vary, label: field.label }, path: 'from' });
  if (to.gt(most))
    refuse({ code: 'too_large', args: { key: vary, value: to.toFixed(), most: most.toFixed() }, path: 'to' });
  return {
    values: grid(from, to, unit),
    unit,
    divisible: field.unit === 'tokens' && isPlain,
    scale: ONE,
    pointAt: (of, value) =>
      pointOf(
        of,
        at((path) => path === vary, value),
      ),
  };
}

function refuse(problem: WorkloadProblem): never {
  throw new WorkloadError([problem]);
}

function at(here: (path: string) => boolean, value: Decimal): Choice {
  return (path) => (here(path) ? value : 'expected');
}

function tokenAxis({ mix = '1:1', ...asked }: AxisOptions): Axis {
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
  const [from, to] = rangeOf(asked, false, ZERO, FARTHEST.times(scale));
  return {
    values: grid(from.divToInt(scale), to.divToInt(scale), ONE),
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

/** The range that was asked for, or what is usual on a side that was not. */
function rangeOf(asked: AxisOptions, isPercent: boolean, least: Decimal, most: Decimal): [Decimal, Decimal] {
  const key = `the range of ${asked.vary}`;
  const from = readBound('from', asked.from, isPercent, key) ?? least;
  const to = readBound('to', asked.to, isPercent, key) ?? most;
  if (from.lte(to)) return [from, to];
  const args = {
    key,
    value: `${from.toFixed()} to ${to.toFixed()}`,
    expected: 'one that ends no lower than it begins',
  };
  return refuse({ code: 'malformed_input', args, path: asked.from === undefined ? 'to' : 'from' });
}

function readBound(
  side: 'from' | 'to',
  text: string | undefined,
  isPercent: boolean,
  key: string,
): Decimal | undefined {
  if (text === undefined) return undefined;
  if ((isPercent ? /^\d{1,15}(\.\d{1,2})?$/ : /^\d{1,15}$/).test(text)) return new Decimal(text);
  const expected = isPercent ? 'a percentage of at most two decimals, such as 12.5' : 'a whole number such as 1000';
  return refuse({ code: 'malformed_input', args: { key, value: `"${text}"`, expected }, path: side });
}

/** An input of the work that can be varied. */
function fieldAt(work: ReadWork, path: string): NumberField | null {
  const { owner, key } = ownerOf(work, path);
  const field = owner?.inputs.has(key) ? FIELDS[owner.kind][key] : undefined;
  return field && isNumberField(field) && field.type !== 'change' ? field : null;
}

/** The inputs that are stated. */
function statedIn(work: ReadWork): string[] {
  const own = [...work.inputs.keys()].map((key) => work.path + key);
  return [...own, ...work.parts.flatMap(({ work: part }) => statedIn(part))];
}
