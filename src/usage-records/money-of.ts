import { plain } from '../engine/decimal.ts';
import { readAmount } from './count.ts';
import type { Money } from './declared-counts.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf, getter, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';
import type { RecordMoney } from './usage-record.ts';

/**
 * Compiles the money that a record carries: 232856000 ticks of 1e-10 are 0.0232856. Null where there is none, and where
 * its amount or its currency cannot be read, which is a problem.
 */
export function compileMoney(money: Money): (record: JsonObject, problems: RecordProblem[]) => RecordMoney | null {
  const take = firstOf(money.from);
  const takeCurrency = compileCurrency(money.currency);
  const field = money.from.map(pathText).join(' or ');
  return (record, problems) => {
    const found = take(record);
    if (found === undefined || found === '') return null;
    const amount = readAmount(found);
    if (!amount) {
      problems.push({ code: 'malformed_money', args: { field, value: shown(found) }, path: field });
      return null;
    }
    const currency = takeCurrency(record, problems);
    return currency === null ? null : { amount: plain(amount.times(money.scale)), currency, kind: money.kind };
  };
}

function compileCurrency(
  currency: Money['currency'],
): (record: JsonObject, problems: RecordProblem[]) => string | null {
  if (typeof currency === 'string') return () => currency;
  const { from, otherwise } = currency;
  const take = getter(from);
  const field = pathText(from);
  return (record, problems) => {
    const found = take(record) ?? '';
    if (typeof found === 'string') return found === '' ? otherwise : found.toUpperCase();
    problems.push({ code: 'malformed_currency', args: { field, value: shown(found) }, path: field });
    return null;
  };
}
