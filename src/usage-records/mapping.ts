import { STANDARD_METERS } from '../engine/standard-meters.ts';
import type { Adapter } from './adapter.ts';
import type { Count, Relation } from './declared-counts.ts';
import { plainCount } from './formats/plain.ts';
import type { Path } from './path.ts';

/** Where a user's own records keep what; a column's name, or a path with points where `paths` is true. */
export interface RecordMapping {
  readonly model?: string;
  readonly provider?: string;
  readonly at?: string;
  readonly requests?: string;
  readonly cost?: string;
  readonly currency?: string;
  /** Columns by meter; with `relation: beside` where a part is not counted in its whole. */
  readonly counts: Readonly<Record<string, string | { readonly column: string; readonly relation: Relation }>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** Makes an adapter of a mapping; a text says what is wrong with it. */
export function mappedAdapter(mapping: RecordMapping): Adapter | string {
  const meters = Object.keys(mapping.counts);
  const unknown = meters.filter((meter) => !STANDARD_METERS.has(meter));
  if (unknown.length > 0)
    return `there is no meter called ${unknown.join(', ')}; \`ratecard meters\` lists those that there are`;
  if (meters.length === 0)
    return 'the mapping names no counts; give at least one, such as input_tokens: "Prompt tokens"';
  const path = (name: string): Path => (name.includes('.') ? name : [name]);
  const at = (name: string | undefined): Path[] => (name === undefined ? [] : [path(name)]);
  const counts: Count[] = [];
  for (const meter of meters) {
    const where = mapping.counts[meter];
    const column = typeof where === 'string' ? where : where?.column;
    if (column === undefined) continue;
    const count = plainCount(meter, meters, path(column));
    const relation = typeof where === 'object' ? where.relation : 'inside';
    const { part } = count;
    if (relation === 'beside' && !part) {
      return `${meter} is beside nothing: the mapping has no count that would contain it`;
    }
    const whole = part ? { part: { ...part, relation } } : { required: true as const };
    counts.push({ ...count, ...whole });
  }
  return {
    format: 'mapped',
    title: 'records with a mapping',
    version: '1',
    shape: {},
    provider: { from: at(mapping.provider) },
    model: at(mapping.model),
    at: at(mapping.at),
    counts,
    ...(mapping.requests === undefined ? {} : { requests: at(mapping.requests) }),
    ...(mapping.cost === undefined
      ? {}
      : {
          money: {
            from: at(mapping.cost),
            scale: '1',
            currency: mapping.currency ?? 'USD',
            kind: 'estimated' as const,
          },
        }),
    fields: Object.fromEntries(Object.entries(mapping.fields ?? {}).map(([name, column]) => [name, [path(column)]])),
    ...(mapping.key === undefined ? {} : { repeats: { key: at(mapping.key), keep: 'last' as const } }),
  };
}
