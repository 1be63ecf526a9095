import { readNumber } from '../calculator/number-text.ts';
import { LINK_VERSION, otherVersion } from '../link-version.ts';
import type { Filter } from '../ranking/filter.ts';
import { FACETS, type FacetId, facetValues, type OfferList } from '../ranking/offer-list.ts';
import { COLUMN_IDS, COLUMNS, type ColumnId, USUAL_COLUMNS } from './columns.ts';
import { USUAL_WORK, WORK_FIELDS, type WorkTexts } from './work-fields.ts';

/** What the table of all offers was asked: everything that its link carries. */
export interface BoardState {
  readonly work: WorkTexts;
  /** Work described at length, as a link of the calculator, which then takes the place of `work`; null without. */
  readonly described: string | null;
  readonly filter: Filter;
  readonly sort: ColumnId;
  readonly descending: boolean;
  readonly columns: readonly ColumnId[];
  /** Ticked offers. */
  readonly picked: readonly string[];
}

export const LIMITS = ['context', 'max_output', 'in_price'] as const;

const NO_FACETS = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Filter['facets'];

export const USUAL_FILTER: Filter = { find: '', facets: NO_FACETS, context: '', max_output: '', in_price: '' };

export const USUAL_STATE: BoardState = {
  work: USUAL_WORK,
  described: null,
  filter: USUAL_FILTER,
  sort: 'total',
  descending: false,
  columns: USUAL_COLUMNS,
  picked: [],
};

/** Reads the part of a link after the question mark; each part that cannot be followed is named with the reason. */
export function readBoardLink(
  query: string,
  list: OfferList,
): { readonly state: BoardState; readonly ignored: readonly string[] } {
  const other = otherVersion(query);
  if (other !== null) return { state: USUAL_STATE, ignored: [other] };
  const ignored: string[] = [];
  const work: Record<string, string> = { ...USUAL_WORK };
  const facets: Record<FacetId, readonly string[]> = { ...NO_FACETS };
  const limits: Record<(typeof LIMITS)[number], string> = { context: '', max_output: '', in_price: '' };
  let { find } = USUAL_FILTER;
  let { described, sort, descending, columns, picked } = USUAL_STATE;
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const drop = (why: string): number => ignored.push(`${name}=${value}, ${why}`);
    const wrong = (reason: string): number => ignored.push(`${name}=${value}: expected ${reason}`);
    if (seen.has(name)) drop(`because ${name} was given before`);
    else if (name === 'find') find = value;
    else if (name === 'work') described = value;
    else if (isWorkField(name)) {
      const { number } = WORK_FIELDS.find((field) => field.name === name) ?? { number: 'decimal' as const };
      const read = readNumber(value, number);
      if ('reason' in read) wrong(read.reason);
      else work[name] = value;
    } else if (isOneOf(FACETS, name))
      facets[name] = known(
        value,
        facetValues(list, name).map((one) => one.value),
        name,
      );
    else if (isOneOf(LIMITS, name)) {
      const read = readNumber(value, name === 'in_price' ? 'decimal' : 'whole');
      if ('reason' in read) wrong(read.reason);
      else limits[name] = value;
    } else if (name === 'sort') {
      const [id = '', way = 'up'] = value.split('.');
      if (!isOneOf(COLUMN_IDS, id) || COLUMNS[id].key === undefined || !['up', 'down'].includes(way))
        drop('which is not a column to sort by');
      else [sort, descending] = [id, way === 'down'];
    } else if (name === 'columns') columns = known(value, COLUMN_IDS, name) as ColumnId[];
    else if (name === 'offers') picked = known(value, list.ids, name);
    else if (name !== 'v') drop('which is not a part of such a link');
    seen.add(name);
  }
  if (columns.length === 0) columns = USUAL_COLUMNS;
  const filter = { find, facets, ...limits };
  return { state: { work, described, filter, sort, descending, columns, picked }, ignored };

  function known(value: string, all: readonly string[], name: string): string[] {
    const wanted = [...new Set(value.split(',').filter((one) => one !== ''))];
    const there = new Set(all);
    const missing = wanted.filter((one) => !there.has(one));
    for (const one of missing) ignored.push(`${one} in ${name}, which is not there`);
    return wanted.filter((one) => there.has(one));
  }
}

/** The link's query for a state; what is as usual is left out. */
export function writeBoardLink({ work, described, filter, sort, descending, columns, picked }: BoardState): string {
  const parts: [string, string][] = [];
  const put = (name: string, value: string, usual: string): unknown => value !== usual && parts.push([name, value]);
  for (const { name } of WORK_FIELDS) put(name, work[name]?.trim() || '0', USUAL_WORK[name] ?? '0');
  put('work', described ?? '', '');
  put('find', filter.find.trim(), '');
  for (const facet of FACETS) put(facet, filter.facets[facet].join(','), '');
  for (const limit of LIMITS) put(limit, filter[limit], '');
  put('sort', `${sort}${descending ? '.down' : ''}`, USUAL_STATE.sort);
  put('columns', columns.join(','), USUAL_COLUMNS.join(','));
  put('offers', picked.join(','), '');
  if (parts.length === 0) return '';
  return new URLSearchParams([['v', LINK_VERSION], ...parts]).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function isWorkField(name: string): boolean {
  return WORK_FIELDS.some((field) => field.name === name);
}

function isOneOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}
