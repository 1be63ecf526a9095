import type * as z from 'zod';
import type { DataFile, Path } from './data-file.ts';
import { nearest } from './nearest.ts';
import type { CatalogProblem } from './problem.ts';

/**
 * Holds a parsed file against its schema; every issue becomes a located problem.
 *
 * @param known keys among which to look for what a misspelt one was meant to be
 */
export function validate<S extends z.ZodType>(
  schema: S,
  data: DataFile,
  problems: CatalogProblem[],
  known: readonly string[] = KNOWN_KEYS,
): z.output<S> | null {
  const result = schema.safeParse(data.value);
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues)) problems.push(...problemsOf(issue, data, known));
  return null;
}

/** Issues inside a union are told from its best-fitting branch: the one with the fewest. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const best = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return flatten(best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function problemsOf(issue: z.core.$ZodIssue, data: DataFile, candidates: readonly string[]): CatalogProblem[] {
  const place = { file: data.file, path: issue.path.map(String).join('/') };
  if (issue.code === 'unrecognized_keys') {
    const found = valueAt(data.value, issue.path);
    const present = found && typeof found === 'object' ? Object.keys(found) : [];
    return issue.keys.map((key) => ({
      code: 'unknown_key',
      args: {
        key,
        nearest: nearest(
          key,
          candidates.filter((known) => !present.includes(known)),
        ),
      },
      ...place,
      ...data.locateKey(issue.path, key),
    }));
  }
  const found = valueAt(data.value, issue.path);
  const at = { ...place, ...data.locate(issue.path) };
  if (found === undefined) return [{ code: 'missing_key', args: { key: String(issue.path.at(-1) ?? '') }, ...at }];
  if (issue.code === 'invalid_type') {
    return [{ code: 'wrong_type', args: { expected: issue.message, found: describe(found) }, ...at }];
  }
  return [{ code: 'invalid_value', args: { message: issue.message, found: describe(found) }, ...at }];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function describe(value: unknown): string {
  if (typeof value === 'number') return `the bare number ${value} (write it in quotes)`;
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}"`;
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : String(value);
}

/** Keys that data files use, to guess what a misspelt one was meant to be. */
const KNOWN_KEYS = [
  ...['meter', 'price', 'per', 'label', 'spec', 'source', 'state', 'when', 'block', 'tiers', 'reading', 'behind'],
  ...['model', 'model_id', 'name', 'aliases', 'context_window', 'max_output', 'modalities', 'capabilities', 'periods'],
  ...['rates', 'multipliers', 'allowances', 'fees', 'minimums', 'commitments', 'credits', 'from', 'until', 'sources'],
  ...[
    'percent',
    'fixed',
    'minimum',
    'maximum',
    'charged',
    'base',
    'method',
    'funding',
    'purchase',
    'expiry',
    'currency',
  ],
  ...['kind', 'subject', 'boundary', 'steps', 'over', 'span', 'quantity', 'factor', 'meters', 'amount', 'increment'],
  ...[
    'tokens',
    'printed',
    'url',
    'retrieved',
    'as_of',
    'quotes',
    'title',
    'note',
    'endpoints',
    'parameters',
    'checked',
  ],
  ...[
    'default',
    'type',
    'values',
    'meaning',
    'status',
    'code',
    'retry',
    'weights',
    'released',
    'home',
    'pricing_pages',
    'labs',
    'families',
    'sellers',
    'models',
  ],
];
