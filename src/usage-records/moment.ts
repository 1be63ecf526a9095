import { Decimal } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';

const DIGITS = /^\d{1,19}(\.\d+)?$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?( ?UTC|Z|[+-]\d{2}:?\d{2})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LATEST = Date.UTC(2200, 0, 1);
/** Numbers below this are seconds. */
const SECONDS_UNTIL = LATEST / 1000;

/**
 * Reads a moment as milliseconds since 1970 in UTC: ISO text, a date, or a number of seconds, milliseconds,
 * microseconds or nanoseconds, told apart by its size. A time without a zone is taken as UTC. Null where it is none.
 */
export function readMoment(value: unknown): number | null {
  if (typeof value === 'number' && value < SECONDS_UNTIL) return inRange(Math.floor(value * 1000));
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return null;
  if (DIGITS.test(text)) {
    const exact = new Decimal(text);
    const unit = exact.gte('1e17') ? '1e-6' : exact.gte('1e14') ? '1e-3' : exact.gte('1e11') ? '1' : '1000';
    return inRange(exact.times(unit).floor().toNumber());
  }
  if (DATE.test(text)) return parseInstant(text) ? inRange(Date.parse(text)) : null;
  const [, day = '', time, fraction = '', zone = 'Z'] = LOCAL.exec(text) ?? [];
  if (!parseInstant(day)) return null;
  const offset = zone.trim() === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return inRange(Date.parse(`${day}T${time}${fraction.slice(0, 4)}${offset}`));
}

function inRange(ms: number): number | null {
  return ms > 0 && ms < LATEST ? ms : null;
}
