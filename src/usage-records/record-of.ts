import type { Adapter } from './adapter.ts';
import { compileConditions } from './conditions-of.ts';
import { compileCounts } from './counts-of.ts';
import { compileFields } from './fields-of.ts';
import type { JsonObject } from './json-object.ts';
import { readMoment } from './moment.ts';
import { compileMoney } from './money-of.ts';
import { firstOf, type Getter, getter, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';
import { compileReadings } from './record-readings.ts';
import { compileRepeatKey } from './repeat-key.ts';
import { sumChecks } from './sum-checks.ts';
import { compileNode } from './tree-node.ts';
import { unreadCounts } from './unread.ts';
import type { Outcome } from './usage-record.ts';

/** Compiles the reading of a single record that has the format's shape. */
export function compileRecord(adapter: Adapter): (record: JsonObject) => Outcome {
  const { format, moneyOnly = false, provider: seller } = adapter;
  const countsOf = compileCounts(adapter);
  const readingsOf = compileReadings(adapter);
  const conditionsOf = compileConditions(adapter);
  const moneyOf = adapter.money ? compileMoney(adapter.money) : () => null;
  const fieldsOf = compileFields(adapter);
  const keyOf = compileRepeatKey(adapter);
  const nodeOf = compileNode(adapter);
  const unread = unreadCounts(adapter);
  const checkSums = sumChecks(adapter);
  const takeModel = firstOf(adapter.model);
  const takeAt = firstOf(adapter.at);
  const takeProvider: Getter = typeof seller === 'object' ? firstOf(seller.from) : () => seller ?? adapter.presumes;
  const losesTake = adapter.repeats?.loses ? getter(adapter.repeats.loses) : null;

  const momentOf = (record: JsonObject, problems: RecordProblem[]): number | null => {
    const found = takeAt(record);
    const at = readMoment(found);
    if (found !== undefined && at === null) {
      const field = adapter.at.map(pathText).join(' or ');
      problems.push({ code: 'malformed_date', args: { field, value: shown(found) }, path: field });
    }
    return at;
  };

  return (record) => {
    const problems: RecordProblem[] = [];
    const counts = countsOf(record, problems);
    const money = moneyOf(record, problems);
    unread(record, problems);
    if (counts.isBad) return { kind: 'unreadable', problems };
    checkSums(record, problems);
    if (!counts.isStated && !(moneyOnly && money)) {
      problems.push({ code: 'nothing_counted', args: { format }, path: '' });
      return { kind: 'unreadable', problems };
    }
    const readings = readingsOf(record, counts, problems);
    if (!readings) return { kind: 'unreadable', problems };
    const provider = takeProvider(record);
    const model = takeModel(record);
    return {
      kind: 'record',
      problems,
      record: {
        format,
        at: momentOf(record, problems),
        provider: typeof provider === 'string' && provider !== '' ? provider : null,
        presumed: adapter.presumes !== undefined,
        model: typeof model === 'string' && model !== '' ? model : null,
        conditions: conditionsOf(record, problems),
        aggregate: adapter.requests !== undefined,
        readings,
        money,
        fields: fieldsOf(record),
        key: keyOf(record),
        loses: losesTake?.(record) === true,
        node: nodeOf(record),
      },
    };
  };
}
