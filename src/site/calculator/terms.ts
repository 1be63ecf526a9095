import type { BillOptions, Meters } from '../../engine/index.ts';
import { readNumber } from './number-text.ts';

/** The texts of a form by the names of its fields. */
export type Values = Readonly<Record<string, string>>;

/** How a bill is asked for: the date and hour of its rates, payment, conditions. Its texts have been checked. */
export function termsOf(values: Values, at: string, meters: Meters): BillOptions {
  const text = (name: string): string => (values[name] ?? '').trim();
  const when = Object.fromEntries(
    Object.keys(values)
      .filter((name) => name.startsWith('when.') && text(name) !== '')
      .map((name) => [name.slice('when.'.length), text(name)]),
  );
  const days = numberIn(text('days'));
  const topUp = numberIn(text('top_up'));
  return {
    at: moment(text('at') || at, text('time')),
    meters,
    when,
    ...(days === null ? {} : { days: Number(days) }),
    ...(text('pay') === '' ? {} : { payment_method: text('pay') }),
    ...(topUp === null ? {} : { top_up: topUp }),
  };
}

/** The moment of a date and a time of day in UTC: `2026-11-20T09:30Z`. */
function moment(date: string, time: string): string {
  return time === '' ? date : `${date.slice(0, 10)}T${time}Z`;
}

function numberIn(text: string): string | null {
  const read = text === '' ? null : readNumber(text, 'decimal');
  return read && 'value' in read ? read.value : null;
}
