import type { Adapter } from './adapter.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { getter, pathText } from './path.ts';
import { plainText } from './plain-text.ts';
import { type RecordProblem, shown } from './problem.ts';

/**
 * Looks for counts that the adapter neither reads nor knows to repeat others: a new kind of token must not vanish.
 * Only the objects that the adapter names are looked through.
 */
export function unreadCounts(adapter: Adapter): (record: JsonObject, problems: RecordProblem[]) => void {
  const read = [
    ...adapter.counts.flatMap(({ from }) => from),
    ...(adapter.total?.from ?? []),
    ...(adapter.money?.from ?? []),
    ...(adapter.requests ?? []),
  ].map(pathText);
  const places = (adapter.known ?? []).map(({ in: place, keys, only, ends }) => {
    const prefix = pathText(place) === '' ? '' : `${pathText(place)}.`;
    const inPlace = read.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
    const take = place === '' ? (record: JsonObject) => record : getter(place);
    const isAsked = (key: string): boolean =>
      (only === undefined || key.startsWith(only)) && (ends === undefined || ends.some((end) => key.endsWith(end)));
    return { take, prefix, isAsked, known: new Set([...keys, ...inPlace]) };
  });
  const lists = (adapter.beyond ?? []).map(({ list, type, within }) => ({
    take: getter(list),
    text: pathText(list),
    type,
    within,
  }));
  return (record, problems) => {
    for (const { take, text, type, within } of lists) {
      const entries = take(record);
      if (!Array.isArray(entries)) continue;
      for (const [index, entry] of entries.entries()) {
        const kind = isObject(entry) && entry[type] !== undefined ? plainText(entry[type]) : shown(entry);
        if (within.includes(kind)) continue;
        problems.push({
          code: 'unread_count',
          args: { field: `${text}.${index}`, value: kind },
          path: `${text}.${index}`,
        });
      }
    }
    for (const { take, prefix, isAsked, known } of places) {
      const found = take(record);
      if (!isObject(found)) continue;
      for (const key in found) {
        if (known.has(key) || !isAsked(key)) continue;
        const value = found[key];
        const isCount =
          (typeof value === 'number' && value !== 0) || (typeof value === 'string' && /^0*[1-9]\d*$/.test(value));
        if (!isCount) continue;
        const field = `${prefix}${key}`;
        problems.push({ code: 'unread_count', args: { field, value: String(value) }, path: field });
      }
    }
  };
}
