import type { JsonObject } from './json-object.ts';
import type { RecordProblem } from './problem.ts';
import type { RecordReader } from './read-record.ts';

/**
 * The format of a record: the only one whose shape it has, formats that it merely also looks like aside; where there is
 * none, the one that leaves such records out. A seller that is stated rules out formats of others. More than one is a problem, never a guess.
 */
export function recognise(
  record: JsonObject,
  readers: readonly RecordReader[],
  provider: string | null,
): RecordReader | RecordProblem {
  const sold =
    provider === null
      ? []
      : readers.filter(
          ({ adapter, lacksLoosely }) => adapter.sellers?.includes(provider) && lacksLoosely(record) === null,
        );
  const shaped = sold.length > 0 ? sold : readers.filter(({ lacks }) => lacks(record) === null);
  const among = shaped.length > 0 ? shaped : readers.filter(({ tells }) => tells(record));
  const under = new Set(among.flatMap(({ adapter }) => adapter.over ?? []));
  const left = among.filter(({ adapter }) => !under.has(adapter.format));
  const [only, second] = left;
  if (only && !second) return only;
  const formats = left.length > 0 ? left.map(({ adapter }) => adapter.format) : readers.map((r) => r.adapter.format);
  if (second) return { code: 'ambiguous_format', args: { formats }, path: '' };
  return { code: 'unknown_format', args: { keys: Object.keys(record).slice(0, 12), formats }, path: '' };
}
