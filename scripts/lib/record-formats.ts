import type { Adapter } from '../../src/usage-records/adapter.ts';
import type { Count } from '../../src/usage-records/declared-counts.ts';
import type { Shape } from '../../src/usage-records/declared-records.ts';
import { type Path, pathText } from '../../src/usage-records/path.ts';

/** Everything that some formats of usage records declare, as Markdown: where each figure is read, and what is not. */
export function recordFormats(adapters: readonly Adapter[]): string {
  return [
    '# Where each format of usage records has its figures',
    '',
    'Written by `npm run generate` from `src/usage-records/formats/`; not edited by hand.',
    '[USAGE-RECORDS.md](USAGE-RECORDS.md) says how they are read. Of several places the first that a record states is taken.',
    '',
    ...adapters.flatMap(formatLines),
  ].join('\n');
}

function formatLines(adapter: Adapter): string[] {
  const facts = (Object.keys(WORDS) as Declared[]).flatMap((key) => factLines(adapter, key));
  const counts = adapter.counts.map((count) => `| ${code(count.meter)} | ${list(count.from)} | ${partWords(count)} |`);
  const table = ['| Count | Where | As |', '| --- | --- | --- |', ...counts, ''];
  return [
    `## ${adapter.title}`,
    '',
    `${code(adapter.format)}, as of ${adapter.version}`,
    '',
    ...facts,
    '',
    ...(counts.length > 0 ? table : []),
  ];
}

function factLines<K extends Declared>(adapter: Adapter, key: K): string[] {
  const value = adapter[key];
  if (value === undefined) return [];
  return WORDS[key](value).map((words) => `- ${words}`);
}

type Declared = Exclude<keyof Adapter, 'format' | 'title' | 'version' | 'counts'>;

/** What is said of each thing that a format may declare, in the order of the page. */
const WORDS: { readonly [K in Declared]: (value: NonNullable<Adapter[K]>) => string[] } = {
  shape: (shape) => [`Told by its shape: ${shapeWords(shape)}`],
  loose: (shape) => [`Enough where the format or its seller is stated: ${shapeWords(shape)}`],
  over: (formats) => [`Meant rather than ${list(formats)}, which it also looks like`],
  sellers: (ids) => [`Chosen by the seller: ${list(ids)}`],
  provider: (provider) => [`Sold by: ${typeof provider === 'string' ? code(provider) : list(provider.from)}`],
  presumes: (provider) => [`Sold by, as far as can be told: ${code(provider)}`],
  model: (from) => [`Model: ${list(from)}`],
  at: (from) => [`Time: ${list(from)}`],
  requests: (from) => [`Sums of many requests, so many: ${from.length > 0 ? list(from) : 'not stated'}`],
  moneyOnly: () => ['Money alone, no counts'],
  arrange: () => ['Brought into the shape below first'],
  events: ({ type, open, update, close, idle }) => [
    `Events of a stream by ${code(type)}: ${code(open.is)} opens with ${code(open.take)}, ${code(update.is)} puts ` +
      `${code(update.take)} into ${code(update.into)}, ${code(close)} closes, ${list(idle)} says nothing`,
  ],
  cumulative: ({ total, last }) => [`Running totals in ${code(total)}; what was added in ${code(last)}`],
  carried: (all) =>
    all.map(
      ({ shape, from, to }) => `Holds for the lines after it: ${code(from)} as ${code(to)}, ${shapeWords(shape)}`,
    ),
  tree: ({ id, parent }) => [`A tree of ${code(id)} below ${code(parent)}; only leaves count`],
  repeats: ({ of, key, keep, loses }) => [
    `Repeats${of ? `, where ${shapeWords(of)},` : ''} have the same ${key.map(code).join(' with ')}; the ${keep} is kept${loses === undefined ? '' : `, one with ${code(loses)} only alone`}`,
  ],
  skip: (all) =>
    all.map(
      ({ shape, reason, tells }) =>
        `Left out, ${reason}: ${shapeWords(shape)}${tells ? '; told by that where nothing else tells the format' : ''}`,
    ),
  total: ({ from, of }) => [`Stated total of ${list(of)}: ${list(from)}`],
  sums: (all) => all.map(({ whole, parts }) => `Adds up: ${code(whole)} is ${parts.map(code).join(' and ')}`),
  crossings: (all) =>
    all.map(({ parts, both, of }) => `${code(both)} is what ${parts.map(code).join(' and ')} share of ${code(of)}`),
  unsplit: (all) =>
    all.map(
      ({ meter, of, unless }) =>
        `${code(meter)} is not told apart from ${code(of)}${unless === undefined ? '' : ` without ${code(unless)}`}: priced as none and as all`,
    ),
  always: (conditions) => Object.entries(conditions).map(([key, value]) => `Always ${key} ${code(value)}`),
  when: (all) =>
    all.map(({ key, from, values }) => {
      const said = Object.entries(values).map(
        ([theirs, ours]) => `${code(theirs)} is ${ours === '' ? 'none' : code(ours)}`,
      );
      return `Condition ${code(key)}: ${list(from)}${said.length > 0 ? `; ${said.join(', ')}` : ''}`;
    }),
  money: ({ from, scale, currency, kind }) => [
    `Money, ${kind}, ${scale} ${
      typeof currency === 'string' ? currency : `of ${code(currency.from)}, else ${currency.otherwise}`
    } for one: ${list(from)}`,
  ],
  fields: (fields) => [
    `Grouped by: ${Object.entries(fields)
      .map(([name, from]) => `${name} (${list(from)})`)
      .join('; ')}`,
  ],
  beyond: (all) =>
    all.map(
      ({ list: where, type, within }) =>
        `Counts that the totals leave out: entries of ${code(where)} whose ${code(type)} is not ${list(within)}`,
    ),
  known: (all) =>
    all.map(({ in: where, keys, only, ends }) => {
      const named = keys.length > 0 ? `; no counts, or counted elsewhere: ${list(keys)}` : '';
      const some = only === undefined ? '' : ` that begin with ${code(only)}`;
      const such = ends === undefined ? '' : ` that end with ${ends.map(code).join(' or ')}`;
      return `Every other count${some}${such} in ${where === '' ? 'the record' : code(where)} is reported as unread${named}`;
    }),
};

function shapeWords({ has = [], any = [], lacks = [], is = {}, begins = {} }: Shape): string {
  const words = [
    ...(has.length > 0 ? [`has ${has.map(code).join(' and ')}`] : []),
    ...(any.length > 0 ? [`has one of ${list(any)}`] : []),
    ...(lacks.length > 0 ? [`has none of ${list(lacks)}`] : []),
    ...Object.entries(is).map(([path, values]) => `${code(path)} is ${values.map(code).join(' or ')}`),
    ...Object.entries(begins).map(([path, start]) => `${code(path)} begins with ${code(start)}`),
  ];
  return words.join('; ') || 'any record';
}

function partWords({ part, required }: Count): string {
  if (!part) return required ? 'a whole that must be stated' : 'a whole';
  const { of, relation, detect, unsure } = part;
  const other = relation === 'inside' ? 'beside' : 'inside';
  const more = detect ? `, ${other} where the total says so` : unsure ? `, or ${other}: both are priced` : '';
  return `${relation} ${code(of)}${more}${required ? ', must be stated' : ''}`;
}

function list(paths: readonly Path[]): string {
  return paths.map(code).join(', ');
}

function code(path: Path): string {
  return `\`${pathText(path)}\``;
}
