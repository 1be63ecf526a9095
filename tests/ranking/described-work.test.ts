import { describe, expect, test } from 'vitest';
import { madeUpCatalog } from '../../scripts/lib/made-up-catalog.ts';
import { assemble } from '../../src/catalog/assemble.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readCatalog } from '../../src/catalog/read-directory.ts';
import { type DescribedWork, describedWork } from '../../src/site/board/described-work.ts';
import { settleDescribed } from '../../src/site/board/settle-described.ts';
import { writeWorkLink } from '../../src/site/calculator/workload/work-link.ts';
import { textsOf } from '../../src/site/calculator/workload/work-texts.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { boardOf, reasonsOf } from '../../src/site/ranking/board.ts';
import { offerList } from '../../src/site/ranking/offer-list.ts';
import { rowsByTotal } from '../../src/site/ranking/order.ts';
import { ROW_STATES, settleRow, totalText } from '../../src/site/ranking/totals.ts';
import { workloadOptions } from '../../src/site/workload.ts';
import { rankOffers, type Workload } from '../../src/workload/index.ts';
import fc from '../arbitrary/fast-check.ts';

const AT = '2026-11-20';
const real = readCatalog('data').catalog;
const madeUp = assemble(madeUpCatalog(400)).catalog;
const presets = new Map([...real.workloads.values()].map(({ id, workload }) => [id, workload]));
const listOf = (catalog: Catalog) => offerList(JSON.parse(JSON.stringify(offerIndex(catalog, AT))));
const lists = { real: listOf(real), madeUp: listOf(madeUp) };

const linkOf = (workload: Workload): string =>
  writeWorkLink({ offer: null, work: { kind: workload.kind, preset: null, texts: textsOf(workload) }, values: {} });

function describedBy(link: string, list: ReturnType<typeof listOf>): DescribedWork {
  const work = describedWork(link, presets, list.index);
  if ('reason' in work) throw new Error(work.reason);
  return work;
}

/** The ranking of the page: ids with exact totals, and why the others have none. */
function ranked(work: DescribedWork, catalog: Catalog, list: ReturnType<typeof listOf>) {
  const board = boardOf(list, work.works);
  if (!board) throw new Error('expected a board');
  settleDescribed(board, work);
  for (const row of list.index.complex) {
    const offer = catalog.offers.get(list.ids[row] ?? '');
    if (offer && board.totals.state[row] === ROW_STATES.waiting) settleRow(board.totals, row, work.price(offer));
  }
  const rows = [...rowsByTotal(board.totals)].map((row) => [list.ids[row], totalText(board.totals, row)]);
  const unranked = list.ids.flatMap((id, row) =>
    board.totals.state[row] === ROW_STATES.unpriced ? [[id, reasonsOf(board, row).length > 0]] : [],
  );
  return { rows, unranked };
}

function byEngine(workload: Workload, catalog: Catalog) {
  const { start: _, ...once } = { ...workload, months: 1 };
  const single = once as Workload;
  const { rows, unranked } = rankOffers([...catalog.offers.values()], single, workloadOptions(AT, catalog.meters), 0);
  return {
    rows: rows.map(({ offer, expected }) => [offer, expected]),
    unranked: unranked.map(({ offer }) => [offer, true]).sort(),
  };
}

function same(work: DescribedWork, workload: Workload, catalog: Catalog, list: ReturnType<typeof listOf>): void {
  const [found, expected] = [ranked(work, catalog, list), byEngine(workload, catalog)];
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
}

const RANKED = [
  'coding-agent',
  'moderation',
  'personal-assistant',
  'rag-documentation',
  'search-assistant',
  'support-chat',
  'translation',
];

describe('all offers ranked by described work', () => {
  test.each(RANKED)('%s: as the ranking of work does, to the last digit', (id) => {
    const workload = presets.get(id);
    if (!workload) throw new Error(`expected a preset ${id}`);
    same(describedBy(`v=2&preset=${id}`, lists.real), workload, real, lists.real);
  });

  test.each([...presets.keys()].filter((id) => !RANKED.includes(id)))(
    '%s: cannot be ranked by, which is said',
    (id) => {
      expect(describedWork(`v=2&preset=${id}`, presets, lists.real.index)).toEqual({
        reason: expect.stringMatching(/^(it waits for a batch|it has images or sound)/),
      });
    },
  );

  const count = (most: number) => fc.oneof(fc.constant(0), fc.nat(20), fc.nat(most));
  const chat = fc.record({
    kind: fc.constant('chat' as const),
    conversations: fc.integer({ min: 1, max: 100_000 }),
    turns: fc.integer({ min: 1, max: 12 }),
    system_tokens: count(300_000),
    message_tokens: fc.integer({ min: 1, max: 40_000 }),
    answer_tokens: count(5000),
    history: fc.constant('all' as const),
    web_searches_per_turn: fc.nat(2),
    cache_ttl_minutes: fc.constantFrom(0, 5, 10, 60),
    think_minutes: fc.constantFrom(1, 7),
    failed_percent: fc.nat(9),
    failed_billed: fc.boolean(),
    failed_output_percent: fc.nat(100),
    cache_minimum_tokens: fc.constantFrom(0, 1024),
    cache_hit_percent: fc.nat(100),
    shared_hit_percent: fc.nat(100),
    reasoning_percent: fc.nat(300),
  });

  test('any chat: as the ranking of work does, past thresholds, with caches and without', () => {
    const seen = { tiers: 0, caches: 0 };
    fc.assert(
      fc.property(chat, (workload) => {
        const work = describedBy(linkOf(workload as unknown as Workload), lists.madeUp);
        if (work.works.some(({ usage }) => Number(usage['input_tokens']) > 200_000)) seen.tiers += 1;
        if (work.works.some(({ usage }) => usage['cache_write_5m_tokens'])) seen.caches += 1;
        same(work, workload as unknown as Workload, madeUp, lists.madeUp);
      }),
      { numRuns: 60 },
    );
    expect(seen.tiers).toBeGreaterThan(5);
    expect(seen.caches).toBeGreaterThan(5);
  });

  test('says what it is, and what of a link it did not follow', () => {
    const chat = describedBy('v=2&preset=support-chat&when.service_tier=batch&w.colour=red', lists.real);
    // 1,000 conversations of 5 turns: turn n reads 3 + 803 + 53 n + 203 (n - 1), in all 5 x 806 + 53 x 15 + 203 x 10.
    expect(chat.words).toBe(
      'Support chat: 5,000 requests in the first month, with 6,855,000 input tokens and 1,000,000 output tokens in all',
    );
    expect(chat.ignored).toEqual([
      'w.colour=red, which is not an input of this kind of work',
      'when.service_tier=batch, which a ranking does not ask',
    ]);
    expect(describedBy('v=2&preset=rag-documentation', lists.real).words).toMatch(
      /; embedding and rerank not counted$/,
    );
    expect(describedWork('v=2&kind=chat&w.turns=-3', presets, lists.real.index)).toEqual({
      reason: expect.stringMatching(/^“Conversations” is missing: state how many, .*; turns is "-3"; expected/),
    });
  });
});
