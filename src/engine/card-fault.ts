import { isDecimalString, MAX_DECIMAL_LENGTH } from './decimal.ts';

/** Something in a card that cannot be read: where, as `periods/0/rates/1/per`, and what was expected. */
export interface CardFault {
  readonly path: string;
  readonly message: string;
}

/** What is found while a card is looked through: faults, and the meters that its rules name. */
export interface Findings {
  readonly faults: CardFault[];
  readonly named: { readonly meter: string; readonly path: string }[];
}

/** Any part of a card, before it is known to be what its type says. */
export type Part = Readonly<Record<string, unknown>>;

export function noteFault({ faults }: Findings, path: string, value: unknown, expected: string): void {
  const found = value === undefined ? 'is missing' : `is ${JSON.stringify(value) ?? String(value)}`;
  faults.push({ path, message: `${found}; expected ${expected}` });
}

/** Looks through each entry of a list; an absent list has none. */
export function eachPart(
  list: unknown,
  path: string,
  findings: Findings,
  check: (part: Part, path: string) => void,
): void {
  if (list === undefined) return;
  if (!Array.isArray(list)) noteFault(findings, path, list, 'a list');
  else for (const [index, one] of list.entries()) partAt(one, `${path}/${index}`, findings, check);
}

/** Looks through an object; what is absent is left alone. */
export function partAt(
  value: unknown,
  path: string,
  findings: Findings,
  check: (part: Part, path: string) => void,
): void {
  if (value === undefined) return;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) check(value as Part, path);
  else noteFault(findings, path, value, 'an object');
}

export function checkDecimal(value: unknown, path: string, findings: Findings, above: 'zero' | 'nothing'): void {
  const isAbove = above === 'nothing' || (typeof value === 'string' && /[1-9]/.test(value));
  if (isDecimalString(value) && isAbove) return;
  const least = above === 'zero' ? ' above zero' : '';
  noteFault(
    findings,
    path,
    value,
    `a decimal${least} as text of at most ${MAX_DECIMAL_LENGTH} characters, such as "0.35"`,
  );
}

/** Like {@link checkDecimal} where the field may be absent. */
export function checkAnyDecimal(value: unknown, path: string, findings: Findings, above: 'zero' | 'nothing'): void {
  if (value !== undefined) checkDecimal(value, path, findings, above);
}

export function checkOneOf(value: unknown, known: readonly unknown[], path: string, findings: Findings): void {
  if (!known.includes(value)) noteFault(findings, path, value, `one of ${known.filter(Boolean).join(', ')}`);
}

export function checkMeter(value: unknown, path: string, { named }: Findings): void {
  named.push({ meter: typeof value === 'string' ? value : String(JSON.stringify(value)), path });
}
