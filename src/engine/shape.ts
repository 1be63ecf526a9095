import { type CardFault, noteFault } from './card-fault.ts';
import { isDecimalString, MAX_DECIMAL_LENGTH } from './decimal.ts';

/** Looks through a value that stands at a path of a card, and notes what cannot be read of it. */
export type Shape = (value: unknown, path: string, faults: CardFault[]) => void;

/** Any part of a card, before it is known to be what its type says. */
export type Part = Readonly<Record<string, unknown>>;

/** Looks through a part once it is known to be an object. */
export type PartShape = (part: Part, path: string, faults: CardFault[]) => void;

/** A value of which something holds, in words: `that(Array.isArray, 'a list')`. */
export function that(holds: (value: unknown) => boolean, expected: string): Shape {
  return (value, path, faults) => {
    if (!holds(value)) noteFault(faults, path, value, expected);
  };
}

export const oneOf = (...known: readonly unknown[]): Shape =>
  that((value) => known.includes(value), `one of ${known.join(', ')}`);

const asText = `as text of at most ${MAX_DECIMAL_LENGTH} characters, such as "0.35"`;

export const DECIMAL: Shape = that(isDecimalString, `a decimal ${asText}`);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isAboveZero = (value: unknown): boolean => isDecimalString(value) && /[1-9]/.test(value);
export const ABOVE_ZERO: Shape = that(isAboveZero, `a decimal above zero ${asText}`);

export const DURATION: Shape = that(
  (value) => isText(value) && /^P[1-9]\d*[DWMY]$/.test(value),
  'a duration in one unit such as P20D or P1M',
);

/** A meter, which is held against the table of meters later. */
export const METER: Shape = that(isText, 'a meter of data/meters.yaml');

export const optional =
  (shape: Shape): Shape =>
  (value, path, faults) => {
    if (value !== undefined) shape(value, path, faults);
  };

/** A list with entries of one shape. */
export function list(each: Shape, expected = 'a list'): Shape {
  return (value, path, faults) => {
    if (!Array.isArray(value)) noteFault(faults, path, value, expected);
    else for (const [index, one] of value.entries()) each(one, `${path}/${index}`, faults);
  };
}

/** An object that each of some shapes fits. */
export function part(...shapes: readonly PartShape[]): Shape {
  return (value, path, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      noteFault(faults, path, value, 'an object');
    } else for (const shape of shapes) shape(value as Part, path, faults);
  };
}

/** A part's fields, each with its shape; others are let be. */
export function fields(shapes: Readonly<Record<string, Shape>>): PartShape {
  return (value, path, faults) => {
    for (const [key, shape] of Object.entries(shapes)) shape(value[key], `${path}/${key}`, faults);
  };
}

/** A part whose `kind` says which shape it has. */
export function byKind(shapes: Readonly<Record<string, PartShape>>): PartShape {
  const kinds = new Map(Object.entries(shapes));
  const unknown = fields({ kind: oneOf(...kinds.keys()) });
  return (value, path, faults) => (kinds.get(String(value['kind'])) ?? unknown)(value, path, faults);
}
