import type * as z from 'zod';
import type { DataFile } from './data-file.ts';
import { nearest } from './nearest.ts';
import type { CatalogProblem } from './problem.ts';
import { schemaKeys } from './schema-keys.ts';
import type { Path } from './yaml-places.ts';

/** Holds a parsed file against its schema; every issue becomes a located problem. */
export function validate<S extends z.ZodType>(
  schema: S,
  data: DataFile,
  problems: CatalogProblem[],
): z.output<S> | null {
  const result = schema.safeParse(data.value);
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues)) problems.push(...problemsOf(issue, data, schema));
  return null;
}

/** Issues inside a union are told from its best-fitting branch: the one with the fewest, of several the deepest. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const best = [...issue.errors].sort((a, b) => a.length - b.length || depthOf(b) - depthOf(a))[0] ?? [];
    return flatten(best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

function problemsOf(issue: z.core.$ZodIssue, data: DataFile, schema: z.ZodType): CatalogProblem[] {
  const place = { file: data.file, path: issue.path.map(String).join('/') };
  if (issue.code === 'unrecognized_keys') {
    const present = Object.keys(valueAt(data.value, issue.path) as object);
    const free = schemaKeys(schema, issue.path, data.value).filter((key) => !present.includes(key));
    return issue.keys.map((key) => ({
      code: 'unknown_key',
      args: { key, nearest: nearest(key, free) },
      ...place,
      ...data.locateKey(issue.path, key),
    }));
  }
  const found = valueAt(data.value, issue.path);
  const at = { ...place, ...data.locate(issue.path) };
  if (found === undefined) return [{ code: 'missing_key', args: { key: String(issue.path.at(-1)) }, ...at }];
  if (issue.code === 'invalid_type') {
    return [
      {
        code: 'wrong_type',
        args: { expected: expectedWords(issue), found: describe(found, issue.expected === 'string') },
        ...at,
      },
    ];
  }
  return [{ code: 'invalid_value', args: { message: valueWords(issue), found: describe(found, false) }, ...at }];
}

/** What is wrong with a value; of a union that its own key decides, the words that the key may have. */
function valueWords(issue: z.core.$ZodIssue): string {
  const { options } = issue as { readonly options?: unknown };
  if (!Array.isArray(options)) return issue.message;
  return `expected one of ${options.filter((option) => option !== undefined).join(', ')}`;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What was expected, in the schema's own words or, where it has none, those of the type. */
function expectedWords({ message, expected }: z.core.$ZodIssueInvalidType): string {
  return message.startsWith('Invalid input') ? `expected ${TYPES[expected] ?? expected}` : message;
}

/** The value that an issue is about; undefined where it is missing. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as Readonly<Record<PropertyKey, unknown>>)[key], value);
}

/** A value that was found; a number where text belongs is told to be quoted. */
function describe(value: unknown, wantsText: boolean): string {
  if (typeof value === 'number' && wantsText) return `the bare number ${value} (write it in quotes)`;
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"`;
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : String(value);
}
