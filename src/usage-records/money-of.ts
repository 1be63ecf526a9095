import { plain } from '../engine/decimal.ts';
import { readAmount } from './count.ts';
import type { Money } from './declared-counts.ts';
import type { JsonObject } from './json-object.ts';
import { firstOf, getter, pathText } from './path.ts';
import { type RecordProblem, shown } from './problem.ts';
import type { RecordMoney } from './usage-record.ts';

/** Compiles the money that a record carries: 232856000 ticks of 1e-10 are 0.0232856. Null where there is none. */
export function compileMoney(money: Money): (record: JsonObject, problems: RecordProblem[]) => RecordMoney | null {
  const take = firstOf(money.from);
  const { currency } = money;
  const takeCurrency = typeof currency === 'string' ? () => currency : getter(currency.from);
  const otherwise = typeof currency === 'string' ? currency : currency.otherwise;
  const field = money.from.map(pathText).join(' or ');
  return (record, problems) => {
    const found = take(record);
    if (found === undefined || found === '') return null;
    const amount = readAmount(found);
    if (!amount) {
      problems.push({ code: 'malformed_money', args: { field, value: shown(found) }, path: field });
      return null;
    }
    const named = takeCurrency(record);
    const words = typeof named === 'string' && named !== '' ? named.toUpperCase() : otherwise;
    return { amount: plain(amount.times(money.scale)), currency: words, kind: money.kind };
  };
}
