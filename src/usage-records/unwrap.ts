import { isObject, type JsonObject } from './json-object.ts';

/** Lists that a page of results keeps its records in. */
const LISTS = ['data', 'results', 'records', 'items', 'resourceSpans', 'scopeSpans', 'spans', 'buckets'] as const;
/** Objects in which a log or a batch keeps the answer. */
const WRAPS = ['response', 'body', 'data', 'result'] as const;
/** Objects in which a page of results counts the pages. */
const COUNTS_PAGES = ['meta', 'pagination'] as const;
/** What says that an object is a record itself, whatever lists it holds. */
const OWN = ['usage', 'usageMetadata', 'usageDetails', 'usage_metadata'] as const;

/** The records within a page of results or a wrapper, and whether more pages follow. */
export interface Unwrapped {
  readonly records: readonly unknown[];
  readonly more: boolean;
  readonly isPage: boolean;
}

/**
 * Takes records out of what they came in: pages of an API, buckets with a start, trees of spans, the messages of a
 * session, the lines of a batch (`response.body`). What names a model is a record, and no page. Plain fields of what is around a record, such as `start_time`, are passed on to it.
 */
export function unwrap(value: unknown): Unwrapped {
  if (Array.isArray(value)) {
    return { records: value.flatMap((one) => unwrap(one).records), more: false, isPage: false };
  }
  if (!isObject(value) || OWN.some((key) => isObject(value[key])))
    return { records: [value], more: false, isPage: false };
  const { messages } = value;
  if (Array.isArray(messages) && messages.some((one) => isObject(one) && isObject(one['tokens']))) {
    const around = scalars(value);
    return {
      records: messages.map((one) => (isObject(one) ? { ...around, ...one } : one)),
      more: false,
      isPage: false,
    };
  }
  for (const name of typeof value['model'] === 'string' ? [] : LISTS) {
    const list = value[name];
    if (!Array.isArray(list) || (name !== 'spans' && !list.every(isObject))) continue;
    if (list.length === 0 && holdsMore(value)) continue;
    const around = scalars(value);
    const records = list.flatMap((one) => unwrap(isObject(one) ? { ...around, ...one } : one).records);
    return { records, more: hasMore(value), isPage: true };
  }
  for (const name of WRAPS) {
    const inner = value[name];
    if (!isObject(inner)) continue;
    const deeper = unwrap(inner);
    const [first] = deeper.records;
    if (!isObject(first) || (first === inner && !looksLikeRecord(inner))) continue;
    const around = scalars(value);
    const records = deeper.records.map((one) => (isObject(one) ? { ...around, ...one } : one));
    return { ...deeper, records };
  }
  return { records: [value], more: false, isPage: false };
}

function looksLikeRecord(inner: JsonObject): boolean {
  return OWN.some((key) => isObject(inner[key])) || 'native_tokens_prompt' in inner || 'usage' in inner;
}

/** Whether an object with an empty list holds what a page does not: an object that does not count pages. */
function holdsMore(value: JsonObject): boolean {
  return Object.entries(value).some(([key, one]) => isObject(one) && !COUNTS_PAGES.some((name) => name === key));
}

/** Whether a page says that more follow: by itself, or by its number among all. */
function hasMore(value: JsonObject): boolean {
  if (value['has_more'] === true) return true;
  const counts = COUNTS_PAGES.map((key) => value[key]).find(isObject) ?? {};
  const [page, pages] = [counts['page'], counts['totalPages'] ?? counts['total_pages']];
  return typeof page === 'number' && typeof pages === 'number' && page < pages;
}

/** Fields that hold neither lists nor objects; those that only say what kind of page it is are left out. */
function scalars(value: JsonObject): JsonObject {
  const kept: Record<string, unknown> = {};
  for (const key in value) {
    const one = value[key];
    if (typeof one === 'object' || key === 'object' || key === 'has_more') continue;
    kept[key] = one;
  }
  return kept;
}
