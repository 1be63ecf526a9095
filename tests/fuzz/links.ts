import { checkedData } from '../../scripts/lib/checked-data.ts';
import { readCatalog } from '../../src/catalog/read-directory.ts';
import { STANDARD_METERS } from '../../src/engine/index.ts';
import { describedWork } from '../../src/site/board/described-work.ts';
import { settleDescribed } from '../../src/site/board/settle-described.ts';
import { readBoardLink, USUAL_STATE, writeBoardLink } from '../../src/site/board/state.ts';
import { priceState } from '../../src/site/calculator/price-state.ts';
import { readLink, writeLink } from '../../src/site/calculator/state.ts';
import { textsOf } from '../../src/site/calculator/workload/work-texts.ts';
import { readCompareLink, writeCompareLink } from '../../src/site/compare/state.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { boardOf } from '../../src/site/ranking/board.ts';
import { offerList } from '../../src/site/ranking/offer-list.ts';
import { ROW_STATES, totalText } from '../../src/site/ranking/totals.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { junk, spoiltText } from './spoil.ts';
import { must, mustRead, type Target } from './target.ts';

const { catalog } = readCatalog(checkedData());
const IDS = [...catalog.offers.keys()];
const LIST = offerList(offerIndex(catalog, '2026-11-20'));
const PRESETS = new Map([...catalog.workloads.values()].map(({ id, workload }) => [id, workload]));
const INPUTS = new Map([...PRESETS].map(([id, workload]) => [id, Object.keys(textsOf(workload))]));
const COUNTS = [
  '0',
  '1',
  '3',
  '17',
  '100',
  '2500',
  '150000',
  '0.5',
  '12.75',
  '2..3..5',
  '9..3..1',
  'true',
  'all',
  '60',
] as const;
const NAMES = [
  ...['v', 'offer', 'offers', 'requests', 'days', 'top_up', 'pay', 'at', 'time', 'u.input_tokens', 'u.output_tokens'],
  ...[
    'u.cache_read_tokens',
    'u.__proto__',
    'u.messages',
    'when.service_tier',
    'when.constructor',
    'find',
    'work',
    'sort',
    'data',
    'total',
  ],
  ...['columns', 'provider', 'can', 'weights', 'trust', 'context', 'in_price', 'in', 'out', 'cached', 'search'],
  ...['__proto__', 'constructor', 'toString', 'utm_source', ''],
] as const;
const VALUES = [
  ...['1', '2', '0', '30,000', '1200', '0.5', 'batch', 'card', 'any', '2026-11-20', '09:30', '25:99', 'total.down'],
  ...['total.up', 'constructor', '__proto__', 'total,seller', 'mistral', 'vision', 'open', 'checked', '1e9', '-1', '٣'],
] as const;

/** A query of parts that links have, and of parts that they do not. */
function queryOf(draw: Draw): string {
  const parts = Array.from({ length: draw.below(9) }, () => {
    const value = draw.pick([
      () => draw.pick(VALUES),
      () => IDS[draw.below(IDS.length)] ?? '',
      () => Array.from({ length: draw.below(20) }, () => IDS[draw.below(IDS.length)]).join(','),
      () => JSON.stringify(junk(draw)) ?? '',
    ])();
    return [draw.pick(NAMES), value];
  });
  const query = new URLSearchParams(parts).toString();
  return draw.chance(70) ? query : spoiltText(draw, query);
}

/** A link of the calculator that describes work: a preset or a kind, with inputs of its own and of others. */
function describedLink(draw: Draw): string {
  const ids = [...PRESETS.keys()];
  const preset = ids[draw.below(ids.length)] ?? '';
  const paths = INPUTS.get(preset) ?? [];
  const inputs = Array.from({ length: draw.below(6) }, () => [
    `w.${draw.chance(90) ? paths[draw.below(paths.length)] : draw.pick(NAMES)}`,
    draw.chance(70) ? draw.pick(COUNTS) : draw.pick(VALUES),
  ]);
  const whole = [['v', draw.chance(95) ? '2' : '1'], ...(draw.chance(90) ? [['preset', preset]] : []), ...inputs];
  const query = new URLSearchParams(whole).toString();
  return draw.chance(85) ? query : spoiltText(draw, query);
}

/** Each part of a link is in the state that it makes, or named with the reason; the state makes a link to itself. */
export const links: readonly Target[] = [
  {
    name: 'links to the calculator',
    cases: 1500,
    run: (draw, show) => {
      const query = queryOf(draw);
      show(query);
      const { state, pin, ignored } = readLink(query, STANDARD_METERS);
      for (const one of ignored) mustRead(one);
      const another = writeLink(state);
      must(writeLink(readLink(another, STANDARD_METERS).state) === another, `a link that changes: ${another}`);
      heldOrNamed(query, ignored, (name, value) => {
        const held = { offer: state.offer, data: pin?.data, total: pin?.total, ...state.values };
        return (held as Readonly<Record<string, unknown>>)[name] === value;
      });
      const offer = catalog.offers.get(state.offer ?? '') ?? catalog.offers.get(IDS[draw.below(IDS.length)] ?? '');
      if (!offer) return;
      const priced = priceState(offer, state.values, '2026-11-20', STANDARD_METERS);
      if ('reasons' in priced) for (const reason of Object.values(priced.reasons)) mustRead(reason);
      else must(priced.bill.total === null || /^-?\d+(\.\d+)?$/.test(priced.bill.total), 'a total that is no number');
    },
  },
  {
    name: 'links to the table of offers',
    cases: 1500,
    run: (draw, show) => {
      const query = queryOf(draw);
      show(query);
      const { state, ignored } = readBoardLink(query, LIST);
      for (const one of ignored) mustRead(one);
      const another = writeBoardLink(state);
      const again = readBoardLink(another, LIST);
      must(again.ignored.length === 0, `its own link is not read: ${again.ignored.join()}`);
      must(writeBoardLink(again.state) === another, `a link that changes: ${another}`);
      if (hasOtherVersion(query)) {
        must(writeBoardLink(state) === writeBoardLink(USUAL_STATE), 'a link of another version was read');
      }
    },
  },
  {
    name: 'work that all offers are ranked by',
    cases: 300,
    run: (draw, show) => {
      const link = describedLink(draw);
      show(link);
      const work = describedWork(link, PRESETS, LIST.index);
      if ('reason' in work) {
        mustRead(work.reason);
        return;
      }
      for (const one of [work.words, ...work.ignored]) mustRead(one);
      const board = boardOf(LIST, work.works);
      if (!board) throw new Error('a part of the work exceeds its whole');
      settleDescribed(board, work);
      for (const [row, id] of LIST.ids.entries()) {
        const offer = catalog.offers.get(id);
        if (!offer || board.totals.state[row] === ROW_STATES.waiting) continue;
        const priced = work.price(offer);
        const total = board.totals.state[row] === ROW_STATES.priced ? totalText(board.totals, row) : null;
        must(
          total === ('total' in priced ? priced.total : null),
          `${id} comes to ${total}, not ${JSON.stringify(priced)}`,
        );
      }
    },
  },
  {
    name: 'links to the comparison',
    cases: 1500,
    run: (draw, show) => {
      const query = queryOf(draw);
      show(query);
      const known = (id: string): boolean => catalog.offers.has(id);
      const { state, ignored } = readCompareLink(query, known);
      for (const one of ignored) mustRead(one);
      const another = writeCompareLink(state);
      const again = readCompareLink(another, known);
      must(again.ignored.length === 0, `its own link is not read: ${again.ignored.join()}`);
      must(writeCompareLink(again.state) === another, `a link that changes: ${another}`);
      if (hasOtherVersion(query)) must(state.offers.length === 0, 'a link of another version was read');
      else
        heldOrNamed(
          query,
          ignored,
          (name, value) =>
            name === 'offers' || (name === 'work' && (state.described ?? '') === value) || state.work[name] === value,
        );
    },
  },
];

function hasOtherVersion(query: string): boolean {
  const version = new URLSearchParams(query).get('v');
  return version !== null && version !== '1';
}

function heldOrNamed(query: string, ignored: readonly string[], held: (name: string, value: string) => boolean): void {
  const said = ignored.join('\n');
  if (said.startsWith('all of it')) return;
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'v' && value === '1') continue;
    must(held(name, value) || said.includes(`${name}=${value}`), `${name}=${value} was dropped in silence`);
  }
}
