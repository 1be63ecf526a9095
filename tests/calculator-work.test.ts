import { describe, expect, test } from 'vitest';
import { checkedData } from '../scripts/lib/checked-data.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { CARD_BUCKETS, cardBucket } from '../src/site/calculator/card-bucket.ts';
import { ownRanges } from '../src/site/calculator/workload/follow-range.ts';
import { withoutPart, withPart, withRange, withTyped } from '../src/site/calculator/workload/work-form.ts';
import { readWorkLink, writeWorkLink } from '../src/site/calculator/workload/work-link.ts';
import { allRows, isAskable } from '../src/site/calculator/workload/work-rows.ts';
import { textsOf, type WorkState, workloadOf } from '../src/site/calculator/workload/work-texts.ts';
import { FIELDS, KINDS, type Kind, readWorkload, type Workload } from '../src/workload/index.ts';

const { catalog } = readCatalog(checkedData());
const { meters } = catalog;
const presets = new Map([...catalog.workloads.values()].map(({ id, workload }) => [id, workload]));
const stateOf = (id: string): WorkState => {
  const workload = presets.get(id) as Workload;
  return { kind: workload.kind, preset: id, texts: textsOf(workload) };
};

/** A workload as the room reads it, without what describes it for people. */
function meaning(workload: unknown): unknown {
  const read = readWorkload(workload);
  if ('problems' in read) return read.problems;
  const bare = JSON.stringify(read.work, (key, value) => {
    if (key === 'reasons' || key === 'name') return undefined;
    return value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
  });
  return JSON.parse(bare);
}

describe('the form of a preset', () => {
  test.each([...presets.keys()])('%s says what its file says', (id) => {
    expect(meaning(workloadOf(stateOf(id)))).toEqual(meaning(presets.get(id)));
  });

  test.each(KINDS)('of kind %s asks for every input that the kind has, and for no other', (kind: Kind) => {
    const rows = allRows({ kind, preset: null, texts: {} });
    expect(rows.map(({ path }) => path).sort()).toEqual(Object.keys(FIELDS[kind]).sort());
  });

  test('asks for what others make needed, and for nothing that means nothing yet', () => {
    const asked = (texts: Record<string, string>): string[] =>
      allRows({ kind: 'chat', preset: null, texts })
        .filter((row) => isAskable(row, texts))
        .map(({ path }) => path);
    expect(asked({})).not.toContain('window_tokens');
    expect(asked({ history: 'window' })).toContain('window_tokens');
    expect(asked({})).not.toContain('think_minutes');
    expect(asked({ cache_ttl_minutes: '5' })).toContain('think_minutes');
    expect(asked({ failed_percent: '0' })).not.toContain('failed_billed');
    expect(asked({ failed_percent: '0..2..8' })).toContain('failed_billed');
    expect(asked({ window_tokens: '9' })).toContain('window_tokens');
  });
});

describe('what is typed', () => {
  const start = stateOf('support-chat');
  const typed = (name: string, value: string, state = start): WorkState =>
    withTyped(state, name, value, textsOf(presets.get('support-chat') as Workload));

  test('moves the ends of a preset’s range in its proportion: 600, 1000, 2000 to 20 times as much', () => {
    expect(typed('w.conversations', '20000').texts['conversations']).toBe('12000..20000..40000');
    expect(typed('w.conversations', '20,000').texts['conversations']).toBe('12000..20,000..40000');
    // 7 x 0.6 = 4.2 and 7 x 2 = 14, in whole conversations
    expect(typed('w.conversations', '7').texts['conversations']).toBe('4..7..14');
  });

  test('leaves ends alone that the reader has set, and those of what is no number', () => {
    const own = typed('w.conversations/high', '5000');
    expect(typed('w.conversations', '3000', own).texts['conversations']).toBe('600..3000..5000');
    expect(typed('w.conversations', '', start).texts['conversations']).toBe('600....2000');
    expect(typed('w.conversations', '3', typed('w.conversations', '')).texts['conversations']).toBe('2..3..6');
  });

  test('ends of a link that are not in proportion are the reader’s own', () => {
    const state = { ...start, texts: { ...start.texts, turns: '1..5..6' } };
    const own = ownRanges(state, textsOf(presets.get('support-chat') as Workload));
    expect(own).toContain('turns');
    expect(own).not.toContain('conversations');
  });

  test('a range begins at its number and ends there again', () => {
    const wide = withRange(start, 'system_tokens');
    expect(wide.texts['system_tokens']).toBe('800..800..800');
    expect(withRange(wide, 'system_tokens').texts['system_tokens']).toBe('800');
  });

  test('parts of a mix come and go', () => {
    const mix = stateOf('evaluation-run');
    const grown = withPart(mix);
    expect(grown.texts['parts/2/workload/kind']).toBe('chat');
    const { texts } = withoutPart(grown, 0);
    expect(texts['parts/0/workload/document_tokens']).toBe(mix.texts['parts/1/workload/document_tokens']);
    expect(texts['parts/1/workload/kind']).toBe('chat');
    expect(Object.keys(texts).some((path) => path.startsWith('parts/2/'))).toBe(false);
  });
});

describe('a link about work', () => {
  test.each([...presets.keys()])('holds all of %s and reads as it was written', (id) => {
    const asked = { offer: 'x/y', work: stateOf(id), values: { budget: '500', at: '2026-11-20' } };
    const link = writeWorkLink(asked, { data: '0.1.0', total: '1.5' });
    const { pin, ignored, ...read } = readWorkLink(link, presets, meters);
    expect(read).toEqual(asked);
    expect(pin).toEqual({ data: '0.1.0', total: '1.5' });
    expect(ignored).toEqual([]);
  });

  test('that only names a preset is filled from it, one that was made by a page is whole', () => {
    const short = readWorkLink('v=2&preset=support-chat&w.turns=7', presets, meters);
    expect(short.work.texts).toMatchObject({ turns: '7', system_tokens: '800' });
    const whole = readWorkLink('v=2&preset=support-chat&w.turns=7&data=0.0.9', presets, meters);
    expect(whole.work.texts).toEqual({ turns: '7' });
  });

  test('says every part that it ignored', () => {
    const query =
      'v=2&kind=poem&preset=nobody&w.turnz=3&w.__proto__=1&w.parts/0/workload/turns=2&budget=1e3&total=x&utm=<b>&w.turns=3&w.turns=4';
    const { work, values, ignored } = readWorkLink(query, presets, meters);
    expect(work).toMatchObject({ kind: 'chat', preset: null, texts: { turns: '3' } });
    expect(values).toEqual({});
    for (const part of ['poem', 'nobody', 'turnz', '__proto__', 'parts/0', 'budget', 'total', 'utm', 'turns=4']) {
      expect(ignored.join('; ')).toContain(part);
    }
  });
});

test('the sellers of a model stand in one file, and the files are about as full', () => {
  const counts = new Map<number, number>();
  for (const { id } of catalog.models.values()) {
    const bucket = cardBucket(id);
    expect(bucket).toBeGreaterThanOrEqual(0);
    expect(bucket).toBeLessThan(CARD_BUCKETS);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const many = Array.from({ length: 6400 }, (_, index) => cardBucket(`lab-${index % 90}/model-${index}`));
  const sizes = Array.from({ length: CARD_BUCKETS }, (_, bucket) => many.filter((one) => one === bucket).length);
  expect(Math.max(...sizes)).toBeLessThan(300);
});
