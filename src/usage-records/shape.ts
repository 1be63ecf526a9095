import type { Shape } from './declared-records.ts';
import type { JsonObject } from './json-object.ts';
import { getter, pathText } from './path.ts';
import { plainText } from './plain-text.ts';

/** Says what a record lacks to have a shape; null where it has it. */
export type ShapeTest = (record: JsonObject) => string | null;

/** Compiles a shape. */
export function shapeTest({ has = [], any = [], lacks = [], is = {}, begins = {} }: Shape): ShapeTest {
  const wanted = has.map((path) => ({ take: getter(path), text: `${pathText(path)} is not there` }));
  const some = any.map(getter);
  const unwanted = lacks.map((path) => ({ take: getter(path), text: `${pathText(path)} is there` }));
  const fixed = Object.entries(is).map(([path, values]) => ({
    take: getter(path),
    values,
    text: `${path} is not ${values.join(' or ')}`,
  }));
  const starts = Object.entries(begins).map(([path, start]) => ({
    take: getter(path),
    start,
    text: `${path} does not begin with ${start}`,
  }));
  const noneOf = `none of ${any.map(pathText).join(', ')} is there`;
  return (record) => {
    for (const { take, values, text } of fixed) if (!values.includes(plainText(take(record)))) return text;
    for (const { take, start, text } of starts) if (!plainText(take(record)).startsWith(start)) return text;
    for (const { take, text } of wanted) if (take(record) === undefined) return text;
    if (some.length > 0 && !some.some((take) => take(record) !== undefined)) return noneOf;
    for (const { take, text } of unwanted) if (take(record) !== undefined) return text;
    return null;
  };
}
