import { type Adapter, isObject, type JsonObject } from './adapter.ts';
import { compileConditions } from './conditions-of.ts';
import { type Quantity, readQuantity } from './count.ts';
import { crossings } from './crossing.ts';
import { type FileState, foldEvents, foldTotals } from './fold.ts';
import { readMoment } from './moment.ts';
import { compileMoney } from './money-of.ts';
import { firstOf, type Getter, getter, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';
import { type ReadCounts, readingsOf } from './readings.ts';
import { shapeTest } from './shape.ts';
import { sumChecks } from './sum-checks.ts';
import { unreadCounts } from './unread.ts';
import type { Outcome, UsageRecord } from './usage-record.ts';

/** Reads the records of one format. */
export interface RecordReader {
  readonly adapter: Adapter;
  /** What a record lacks to be of this format; null where it is. */
  readonly lacks: (record: JsonObject) => string | null;
  /** The same when the format or its seller is stated. */
  readonly lacksLoosely: (record: JsonObject) => string | null;
  /** Reads one record; `state` is that of the file it stands in. Null where it only prepared those that follow. */
  readonly read: (record: JsonObject, state: FileState) => Outcome | null;
  /** Its place in a tree of records, whether it counts anything or not. */
  readonly node: (record: JsonObject) => UsageRecord['node'];
  /** What is left when a file ends. */
  readonly end: (state: FileState) => Outcome | null;
}

const readers = new WeakMap<Adapter, RecordReader>();

/** The reader of an adapter, compiled once. */
export function recordReader(adapter: Adapter): RecordReader {
  let reader = readers.get(adapter);
  if (!reader) {
    reader = compile(adapter);
    readers.set(adapter, reader);
  }
  return reader;
}

function compile(adapter: Adapter): RecordReader {
  const lacks = shapeTest(adapter.shape);
  const lacksLoosely = adapter.loose ? shapeTest(adapter.loose) : lacks;
  const skips = (adapter.skip ?? []).map(({ shape, reason }) => ({ test: shapeTest(shape), reason }));
  const carried = (adapter.carried ?? []).map(({ shape, from, to }) => ({
    test: shapeTest(shape),
    take: getter(from),
    to,
  }));
  const readOne = compileRecord(adapter);
  const nodeOf = compileNode(adapter);
  const { events, cumulative } = adapter;

  return {
    adapter,
    lacks,
    lacksLoosely,
    node: (record) => (adapter.tree ? nodeOf(adapter.arrange ? adapter.arrange(record) : record) : null),
    read: (given, state) => {
      let record = adapter.arrange ? adapter.arrange(given) : given;
      let carries = false;
      for (const { test, take, to } of carried) {
        if (test(record) !== null) continue;
        const value = take(record);
        if (value !== undefined) state.carried = { ...state.carried, [to]: value };
        carries = true;
      }
      if (events) {
        const folded = foldEvents(events, record, state);
        if (!folded) return null;
        if (!folded.complete) return cut(readOne(folded.record), adapter);
        return readOne(folded.record);
      }
      for (const { test, reason } of skips) if (test(record) === null) return { kind: 'skipped', reason };
      const missing = lacksLoosely(given);
      if (missing !== null) {
        if (carries) return null;
        return unreadable({ code: 'not_of_format', args: { format: adapter.format, missing }, path: '' });
      }
      if (state.carried) record = { ...state.carried, ...record };
      if (cumulative) {
        const own = foldTotals(cumulative, record, state);
        if (own === 'repeated') return { kind: 'skipped', reason: 'running totals that did not change' };
        record = own;
      }
      return readOne(record);
    },
    end: (state) => {
      const open = state.open;
      if (!open) return null;
      delete state.open;
      return cut(readOne(open), adapter);
    },
  };
}

function cut(outcome: Outcome, { format }: Adapter): Outcome {
  if (outcome.kind !== 'record') return outcome;
  const problem: RecordProblem = { code: 'cut_stream', args: { format }, path: '' };
  return { ...outcome, problems: [...outcome.problems, problem] };
}

function unreadable(...problems: RecordProblem[]): Outcome {
  return { kind: 'unreadable', problems };
}

/** Compiles the reading of a single record that has the format's shape. */
function compileRecord(adapter: Adapter): (record: JsonObject) => Outcome {
  const counts = adapter.counts.map(({ meter, from, required }) => ({
    meter,
    takes: from.map((path) => ({ take: getter(path), text: pathText(path) })),
    required: required === true,
    whole: /_tokens$|^images$|^requests$/.test(meter),
  }));
  const toReadings: ReadCounts = readingsOf(adapter);
  const crossed = crossings(adapter);
  const takeTotal = firstOf(adapter.total?.from ?? []);
  const takeModel = firstOf(adapter.model);
  const takeAt = firstOf(adapter.at);
  const atText = adapter.at.map(pathText).join(' or ');
  const takeProvider: Getter =
    typeof adapter.provider === 'object' ? firstOf(adapter.provider.from) : () => adapter.provider ?? adapter.presumes;
  const takeRequests = adapter.requests ? firstOf(adapter.requests) : null;
  const conditionsOf = compileConditions(adapter);
  const moneyOf = adapter.money ? compileMoney(adapter.money) : () => null;
  const fields = Object.entries(adapter.fields ?? {}).map(([name, paths]) => ({ name, take: firstOf(paths) }));
  const keyTakes = (adapter.repeats?.key ?? []).map(getter);
  const losesTake = adapter.repeats?.loses ? getter(adapter.repeats.loses) : null;
  const nodeOf = compileNode(adapter);
  const unread = unreadCounts(adapter);
  const checkSums = sumChecks(adapter);
  const unsplit = (adapter.unsplit ?? []).map(({ meter, of, unless }) => ({
    meter,
    of,
    isSplit: unless === undefined ? () => undefined : getter(unless),
  }));

  return (record) => {
    const problems: RecordProblem[] = [];
    const values: (Quantity | undefined)[] = [];
    let isBad = false;
    let isStated = false;
    for (const { meter, takes, required, whole } of counts) {
      let value: Quantity | undefined;
      for (const { take, text } of takes) {
        const found = take(record);
        if (found === undefined) continue;
        const quantity = readQuantity(found, whole);
        if (quantity === null) {
          isBad = true;
          problems.push({ code: 'malformed_count', args: { field: text, value: shown(found) }, path: text });
        } else value = quantity;
        break;
      }
      if (value !== undefined) isStated = true;
      else if (required && !isBad) {
        isBad = true;
        const spellings = takes.map(({ text }) => text);
        problems.push({ code: 'missing_count', args: { meter, spellings }, path: spellings[0] ?? '' });
      }
      values.push(value);
    }
    const foundTotal = takeTotal(record);
    const total = foundTotal === undefined ? undefined : readQuantity(foundTotal, true);
    if (total === null) {
      const field = pathText(adapter.total?.from[0] ?? 'total');
      problems.push({ code: 'malformed_count', args: { field, value: shown(foundTotal) }, path: field });
      isBad = true;
    }
    const money = moneyOf(record, problems);
    if (!adapter.moneyOnly) unread(record, problems);
    if (isBad) return { kind: 'unreadable', problems };
    checkSums(record, problems);
    if (!isStated && !(adapter.moneyOnly && money)) {
      problems.push({ code: 'nothing_counted', args: { format: adapter.format }, path: '' });
      return { kind: 'unreadable', problems };
    }
    let readings = adapter.moneyOnly
      ? []
      : crossed(values).flatMap((some) => toReadings(some, total ?? undefined, problems));
    if (readings.length === 0 && !adapter.moneyOnly) return { kind: 'unreadable', problems };
    const bounds = readings.flatMap((reading) =>
      unsplit.flatMap(({ meter, of, isSplit }) => {
        const whole = reading.usage[of];
        if (whole === undefined || whole === 0 || isSplit(record) !== undefined) return [];
        return [{ label: `all ${of} are ${meter}`, usage: { ...reading.usage, [meter]: whole } }];
      }),
    );
    readings = [...readings, ...bounds];
    const foundRequests = takeRequests?.(record);
    const requests = foundRequests === undefined ? undefined : readQuantity(foundRequests, true);
    if (requests === null) {
      problems.push({ code: 'malformed_count', args: { field: 'requests', value: shown(foundRequests) }, path: '' });
      return { kind: 'unreadable', problems };
    }
    if (requests !== undefined) {
      readings = readings.map(({ label, usage }) => ({ label, usage: { ...usage, requests, messages: requests } }));
    }
    const foundAt = takeAt(record);
    const at = foundAt === undefined ? null : readMoment(foundAt);
    if (foundAt !== undefined && at === null) {
      problems.push({ code: 'malformed_date', args: { field: atText, value: shown(foundAt) }, path: atText });
    }
    const provider = takeProvider(record);
    const model = takeModel(record);
    const found: Record<string, string> = {};
    for (const { name, take } of fields) {
      const value = take(record);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        found[name] = String(value);
    }
    const read: UsageRecord = {
      format: adapter.format,
      at,
      provider: typeof provider === 'string' && provider !== '' ? provider : null,
      presumed: adapter.presumes !== undefined,
      model: typeof model === 'string' && model !== '' ? model : null,
      conditions: conditionsOf(record),
      aggregate: takeRequests !== null,
      readings,
      money,
      fields: found,
      key: keyTakes.length > 0 ? keyOf(keyTakes, record) : null,
      loses: losesTake?.(record) === true,
      node: nodeOf(record),
    };
    return { kind: 'record', record: read, problems };
  };
}

function keyOf(takes: readonly Getter[], record: JsonObject): string | null {
  const parts = takes.map((take) => take(record));
  if (parts[0] === undefined) return null;
  return parts.map((part) => (part === undefined ? '' : JSON.stringify(part))).join(' ');
}

function compileNode({ tree }: Adapter): (record: JsonObject) => UsageRecord['node'] {
  if (!tree) return () => null;
  const [takeId, takeParent] = [getter(tree.id), getter(tree.parent)];
  return (record) => {
    const [id, parent] = [takeId(record), takeParent(record)];
    if (typeof id !== 'string' || id === '') return null;
    return { id, parent: typeof parent === 'string' && parent !== '' ? parent : null };
  };
}

/** Whether a value can hold a record. */
export function asRecord(value: unknown): JsonObject | RecordProblem {
  if (isObject(value)) return value;
  return { code: 'not_an_object', args: { found: Array.isArray(value) ? 'a list' : shown(value) }, path: '' };
}
