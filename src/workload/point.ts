import type { Decimal } from '../engine/decimal.ts';
import { ZERO } from '../engine/decimal.ts';
import type { End } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';
import type { Kind } from './workload.ts';

/** A workload with one value for each input. */
export interface Point {
  readonly kind: Kind;
  readonly path: string;
  readonly numbers: ReadonlyMap<string, Decimal>;
  readonly texts: ReadonlyMap<string, string>;
  readonly parts: readonly { readonly share: Decimal; readonly offer: string | null; readonly point: Point }[];
}

/** Which value of an input to take: an end of its range, or another value. By the input's path. */
export type Choice = (path: string) => End | Decimal;

export const EXPECTED: Choice = () => 'expected';

/** Takes one value for each input of a workload. */
export function pointOf(work: ReadWork, choose: Choice = EXPECTED): Point {
  const numbers = new Map<string, Decimal>();
  for (const [key, input] of work.inputs) {
    const choice = choose(work.path + key);
    numbers.set(key, typeof choice === 'string' ? input[choice] : choice);
  }
  const parts = work.parts.map(({ share, offer, work: inner }) => ({ share, offer, point: pointOf(inner, choose) }));
  return { kind: work.kind, path: work.path, numbers, texts: work.texts, parts };
}

/** The value of an input; nothing where it is not stated. */
export function stated(point: Point, key: string): Decimal | null {
  return point.numbers.get(key) ?? null;
}

/** The value of an input; zero where it is not stated, which the estimate says in words. */
export function amountOf(point: Point, key: string): Decimal {
  return point.numbers.get(key) ?? ZERO;
}

const points = new WeakMap<ReadWork, Map<string, Point>>();

/** The point with some inputs at an end of their range and all others as expected, made once. */
export function pointAt(work: ReadWork, ends: ReadonlyMap<string, End>): Point {
  let known = points.get(work);
  if (!known) {
    known = new Map();
    points.set(work, known);
  }
  const key = [...ends].flatMap(([path, end]) => (end === 'expected' ? [] : [`${path}=${end}`])).join('&');
  const found = known.get(key);
  if (found) return found;
  const point = pointOf(work, (path) => ends.get(path) ?? 'expected');
  known.set(key, point);
  return point;
}
