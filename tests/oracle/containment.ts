import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Row {
  readonly id: string;
  readonly within?: readonly string[];
  readonly implied?: string;
}

const file = new URL('../../data/meters.yaml', import.meta.url);
const rows = (parse(readFileSync(file, 'utf8')) as { readonly meters: readonly Row[] }).meters;
const direct = new Map(rows.map((row) => [row.id, row.within ?? []]));

function reach(meter: string, found: Set<string>): Set<string> {
  for (const up of direct.get(meter) ?? []) {
    found.add(up);
    reach(up, found);
  }
  return found;
}

const above = new Map(rows.map((row) => [row.id, reach(row.id, new Set<string>())]));
const below = new Map(
  rows.map((row) => [row.id, new Set(rows.map(({ id }) => id).filter((id) => above.get(id)?.has(row.id)))]),
);
const NONE: ReadonlySet<string> = new Set();

/** Every meter that contains this one. */
export const containersOf = (meter: string): ReadonlySet<string> => above.get(meter) ?? NONE;
/** Every meter that this one contains. */
export const partsOf = (meter: string): ReadonlySet<string> => below.get(meter) ?? NONE;
export const isMeter = (meter: string): boolean => direct.has(meter);
/** What a request counts without saying so. */
export const IMPLIED = new Map(rows.flatMap(({ id, implied }) => (implied === undefined ? [] : [[id, implied]])));
