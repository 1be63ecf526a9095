import { type Decimal, HUNDRED, sum } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';
import { type Field, isNumberField, type TextField } from './field.ts';
import { FIELDS, isOfTheWhole, KINDS } from './fields.ts';
import { partPath } from './part-path.ts';
import type { WorkloadProblem } from './problem.ts';
import { type ReadInput, readInput, shown } from './read-input.ts';
import type { Kind, Workload } from './workload.ts';

/** A workload whose inputs have been read. Keys of inputs are as in the file. */
export interface ReadWork {
  readonly kind: Kind;
  /** Where it stands in the whole: empty, or `parts/1/workload/`. */
  readonly path: string;
  readonly name: string | null;
  readonly inputs: ReadonlyMap<string, ReadInput>;
  readonly texts: ReadonlyMap<string, string>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly parts: readonly ReadPart[];
}

export interface ReadPart {
  readonly share: Decimal;
  readonly offer: string | null;
  readonly work: ReadWork;
}

/** Keys that describe and are no inputs. */
export const DESCRIPTION: readonly string[] = ['kind', 'name', 'about', 'reasons'];

/**
 * Reads a description of work, or finds everything that is wrong with it: keys that its kind does not have, inputs
 * that are missing or malformed, ranges upside down, parts that do not come to 100.
 */
export function readWorkload(
  value: Workload | unknown,
): { readonly work: ReadWork } | { readonly problems: readonly WorkloadProblem[] } {
  const problems: WorkloadProblem[] = [];
  const work = readWork(value, '', false, problems);
  return work && problems.length === 0 ? { work } : { problems };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function foundWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function readWork(value: unknown, path: string, isPart: boolean, problems: WorkloadProblem[]): ReadWork | null {
  if (!isObject(value)) {
    problems.push({ code: 'not_a_workload', args: { found: foundWords(value) }, path: bare(path) });
    return null;
  }
  const kind = String(value['kind']) as Kind;
  const known = isPart ? KINDS.filter((one) => one !== 'mix') : KINDS;
  if (!known.includes(kind)) {
    const found = value['kind'] === undefined ? 'missing' : shown(value['kind']);
    problems.push({ code: 'unknown_kind', args: { kind: found, known }, path: `${path}kind` });
    return null;
  }
  const fields = FIELDS[kind];
  const keys = [...Object.keys(fields), ...(kind === 'mix' ? ['parts'] : [])];
  const inputs = new Map<string, ReadInput>();
  const texts = new Map<string, string>();
  for (const key of Object.keys(value)) {
    if (DESCRIPTION.includes(key) || value[key] === undefined) continue;
    if (!keys.includes(key)) {
      problems.push({ code: 'unknown_key', args: { key, kind, known: keys }, path: `${path}${key}` });
    } else if (isPart && isOfTheWhole(kind, key)) {
      problems.push({ code: 'set_by_the_mix', args: { key }, path: `${path}${key}` });
    }
  }
  for (const [key, field] of Object.entries(fields)) {
    if (isPart && isOfTheWhole(kind, key)) continue;
    const given = value[key];
    if (given === undefined) {
      if (field.required) problems.push(missing(key, field, path));
      continue;
    }
    if (field.with !== undefined && value[field.with] === undefined) {
      problems.push({ code: 'needs_input', args: { key, with: field.with }, path: `${path}${key}` });
    }
    if (isNumberField(field)) {
      const input = readInput(given, key, field, `${path}${key}`, problems);
      if (input) inputs.set(key, input);
    } else {
      const text = readText(given, key, field, `${path}${key}`, problems);
      if (text !== null) texts.set(key, text);
    }
  }
  const parts = kind === 'mix' ? readParts(value['parts'], problems) : [];
  const reasons = isObject(value['reasons']) ? (value['reasons'] as Record<string, string>) : {};
  const name = typeof value['name'] === 'string' ? value['name'] : null;
  const work = { kind, path, name, inputs, texts, reasons, parts };
  for (const [key, field] of askedFor(work)) {
    if (value[key] === undefined) problems.push(missing(key, field, path));
  }
  return work;
}

function missing(key: string, field: Field, path: string): WorkloadProblem {
  const unit = isNumberField(field) ? field.unit : (field.choices?.join(' or ') ?? 'true or false');
  return { code: 'missing_input', args: { key, label: field.label, unit }, path: `${path}${key}` };
}

/** Inputs without which others that are stated cannot be understood. */
function askedFor({ kind, inputs, texts }: ReadWork): [string, Field][] {
  return Object.entries(FIELDS[kind]).filter(([, { asked }]) => {
    if (!asked) return false;
    if (asked.is !== undefined) return texts.get(asked.input) === asked.is;
    const number = inputs.get(asked.input);
    return number !== undefined && (!asked.aboveZero || number.high.gt(0));
  });
}

function readText(
  value: unknown,
  key: string,
  { type, choices }: TextField,
  path: string,
  problems: WorkloadProblem[],
): string | null {
  const expected =
    type === 'choice'
      ? `one of ${choices?.join(', ')}`
      : type === 'flag'
        ? 'true or false'
        : type === 'date'
          ? 'a date such as 2026-11-20'
          : 'the id of an offer such as mistral/mistral-embed';
  const fits =
    type === 'flag'
      ? value === true || value === false || value === 'true' || value === 'false'
      : typeof value === 'string' &&
        (type === 'choice' ? choices?.includes(value) : type === 'date' ? isDay(value) : value.includes('/'));
  if (fits) return String(value);
  problems.push({ code: 'malformed_input', args: { key, value: shown(value), expected }, path });
  return null;
}

function isDay(text: string): boolean {
  return text.length === 10 && parseInstant(text) !== null;
}

const SHARE = { type: 'percent', label: 'share of the volume', unit: 'percent', fixed: true } as const;

function readParts(value: unknown, problems: WorkloadProblem[]): ReadPart[] {
  if (!Array.isArray(value) || value.length === 0) {
    const unit = 'a list of {share_percent, offer, workload}';
    problems.push({
      code: 'missing_input',
      args: { key: 'parts', label: 'what the work is made of', unit },
      path: 'parts',
    });
    return [];
  }
  const parts = value.flatMap((part: unknown, index): ReadPart[] => {
    const path = `parts/${index}`;
    if (!isObject(part)) {
      problems.push({ code: 'not_a_workload', args: { found: foundWords(part) }, path });
      return [];
    }
    const known = ['share_percent', 'offer', 'workload'];
    for (const key of Object.keys(part).filter((one) => !known.includes(one))) {
      problems.push({ code: 'unknown_key', args: { key, kind: 'a part', known }, path: `${path}/${key}` });
    }
    const share = readInput(part['share_percent'], 'share_percent', SHARE, `${path}/share_percent`, problems);
    const work = readWork(part['workload'], partPath(index), true, problems);
    const offer = typeof part['offer'] === 'string' ? part['offer'] : null;
    return share && work ? [{ share: share.expected, offer, work }] : [];
  });
  const total = sum(parts.map(({ share }) => share));
  if (parts.length === value.length && !total.eq(HUNDRED)) {
    problems.push({ code: 'parts_do_not_add_up', args: { sum: total.toFixed() }, path: 'parts' });
  }
  return parts;
}

function bare(path: string): string {
  return path.replace(/\/$/, '');
}
