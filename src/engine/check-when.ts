import { checkOneOf, eachPart, type Findings, noteFault, type Part, partAt } from './card-fault.ts';
import { CONDITION_KEYS, isConditionKey } from './condition.ts';
import { parseInstant } from './instant.ts';
import { isTimeZone, WEEKDAYS } from './time-window.ts';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Looks through the conditions of a rule: their keys, values, hours and dates. */
export function checkWhen(when: unknown, path: string, findings: Findings): void {
  partAt(when, path, findings, (part) => {
    for (const [key, value] of Object.entries(part)) {
      const at = `${path}/${key}`;
      if (key === 'time') eachPart(value, at, findings, (window, where) => checkWindow(window, where, findings));
      else if (key === 'dates') partAt(value, at, findings, (dates) => checkDates(dates, at, findings));
      else if (!isConditionKey(key)) checkOneOf(key, [...Object.keys(CONDITION_KEYS), 'time', 'dates'], at, findings);
      else if (!isValue(value)) noteFault(findings, at, value, 'a value such as "batch", or a list of values');
    }
  });
}

function isValue(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

function checkWindow(window: Part, path: string, findings: Findings): void {
  const { zone, from, until, days } = window;
  if (typeof zone !== 'string' || !isTimeZone(zone)) {
    noteFault(findings, `${path}/zone`, zone, 'an IANA time zone such as UTC or Asia/Shanghai');
  }
  for (const [key, clock] of Object.entries({ from, until })) {
    const isClock = typeof clock === 'string' && CLOCK.test(clock);
    if (!isClock) noteFault(findings, `${path}/${key}`, clock, 'a time such as "16:30"');
  }
  if (days === undefined) return;
  if (!Array.isArray(days)) noteFault(findings, `${path}/days`, days, 'a list of days');
  else for (const [index, day] of days.entries()) checkOneOf(day, WEEKDAYS, `${path}/days/${index}`, findings);
}

function checkDates(dates: Part, path: string, findings: Findings): void {
  for (const key of ['from', 'until']) {
    if (dates[key] !== undefined) checkDate(dates[key], `${path}/${key}`, findings);
  }
}

export function checkDate(value: unknown, path: string, findings: Findings): void {
  if (typeof value === 'string' && parseInstant(value)) return;
  noteFault(findings, path, value, 'a date such as 2026-11-20, or 2026-11-20T09:30:00Z');
}
