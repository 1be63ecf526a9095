/** A date found among the parts of a name: where it starts, how many parts it takes, and how exact it is. */
export interface FoundDate {
  readonly index: number;
  readonly length: number;
  /** `2024-07-18`, `2025-03`, or `03-24` where no year is given. */
  readonly date: string;
}

const YEAR = /^20[23]\d$/;
const MONTH = /^(0[1-9]|1[0-2])$/;
const DAY = /^(0[1-9]|[12]\d|3[01])$/;
/** Words after which two numbers are a month and a day: `preview-05-20`. */
const BEFORE_DAY = new Set(['preview', 'exp']);

/** Finds the first date in the parts of a name: 20240718, 2024-07-18, 08-2024, 240718, 2503, 0324, preview-05-20. */
export function findDate(parts: readonly string[]): FoundDate | null {
  for (let index = 0; index < parts.length; index += 1) {
    const found = dateAt(parts, index);
    if (found) return { index, ...found };
  }
  return null;
}

function dateAt(parts: readonly string[], index: number): Omit<FoundDate, 'index'> | null {
  const [a = '', b = '', c = ''] = parts.slice(index, index + 3);
  if (YEAR.test(a) && MONTH.test(b)) {
    return DAY.test(c) ? { length: 3, date: `${a}-${b}-${c}` } : { length: 2, date: `${a}-${b}` };
  }
  if (MONTH.test(a) && YEAR.test(b)) return { length: 2, date: `${b}-${a}` };
  if (BEFORE_DAY.has(parts[index - 1] ?? '') && MONTH.test(a) && DAY.test(b)) return { length: 2, date: `${a}-${b}` };
  const one = digitsDate(a);
  return one === null ? null : { length: 1, date: one };
}

function digitsDate(digits: string): string | null {
  const [, year = '', month = '', day = ''] = /^(20\d\d|2\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (MONTH.test(month) && DAY.test(day) && (digits.length === 8 ? YEAR.test(year) : year > '22')) {
    return `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;
  }
  const [, first = '', second = ''] = /^(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (first > '22' && first < '30' && MONTH.test(second)) return `20${first}-${second}`;
  return MONTH.test(first) && DAY.test(second) ? `${first}-${second}` : null;
}
