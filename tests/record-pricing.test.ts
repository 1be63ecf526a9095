import { describe, expect, test } from 'vitest';
import type { MatchRule } from '../src/catalog/schema/match-rule.ts';
import { type Offer, readCard, STANDARD_METERS } from '../src/engine/index.ts';
import type { PriceAnswer } from '../src/record-pricing/answer.ts';
import { modelMatcher } from '../src/record-pricing/match-model.ts';
import type { PriceList } from '../src/record-pricing/price-list.ts';
import { problemList } from '../src/record-pricing/problem-list.ts';
import { tallyOf } from '../src/record-pricing/tally.ts';
import type { Where } from '../src/record-pricing/where.ts';
import { unmatchedReason } from '../src/record-pricing/words.ts';
import { readRecords } from '../src/usage-records/index.ts';

/** 1 for an input token and 1 for an output token, the first 1,000 of input in a month free. */
const FREE_FIRST: Offer = readCard({
  id: 'acme/one',
  provider: 'acme',
  model: 'acme/one',
  currency: 'USD',
  periods: [
    {
      from: '2026-10-01',
      until: null,
      rates: [
        { meter: 'input_tokens', price: '1', per: 1, source: 'page' },
        { meter: 'output_tokens', price: '1', per: 1, source: 'page' },
        { meter: 'cache_read_tokens', price: '1', per: 1, source: 'page' },
      ],
      allowances: [{ label: 'Free input', meters: ['input_tokens'], quantity: '1000', span: 'month', source: 'page' }],
    },
  ],
});

const LIST: PriceList = {
  meters: STANDARD_METERS,
  match: ({ model }) => {
    if (model === 'one') return { kind: 'offer', offer: 'acme/one', presumed: false };
    if (model?.startsWith('one-')) return { kind: 'offer', offer: 'acme/one', presumed: false, by: 'rule' };
    if (model === 'some') return { kind: 'unmatched', provider: null, model, nearest: ['a/b', 'c/b'], ambiguous: true };
    return { kind: 'unmatched', provider: null, model, nearest: [] };
  },
  offer: () => FREE_FIRST,
};

function priced(records: readonly object[], groupBy: readonly string[] = []): PriceAnswer {
  const problems = problemList();
  const tally = tallyOf(LIST, { at: null, today: Date.UTC(2026, 10, 20), when: {}, groupBy }, problems);
  const reader = readRecords<Where>({}, tally.take);
  const file = reader.file();
  for (const [index, record] of records.entries()) file.read(record, { file: 'log', line: index + 1 });
  file.end({ file: 'log', line: records.length });
  reader.end();
  return tally.answer(reader.repeated);
}

const record = (input: number, date: string, more: object = {}): object => ({
  model: 'one',
  input_tokens: input,
  output_tokens: 0,
  date,
  ...more,
});

describe('records that share an allowance', () => {
  test('draw on it once, whatever counts they state', () => {
    // 800 + 700 = 1500 of input of which 100 were cached: 1400 - 1000 free, and 100 cached
    const { total } = priced([
      record(800, '2026-11-03'),
      record(700, '2026-11-04', { cache_read_tokens: 100, output_tokens: 0 }),
    ]);
    expect(total).toBe('500');
  });

  test('say so where they are divided', () => {
    const said = (groupBy: string[]) =>
      priced([record(1500, '2026-11-03')], groupBy).assumptions.map(({ code }) => code);
    expect(said([])).not.toContain('period_rule_split');
    expect(said(['day'])).toContain('period_rule_split');
  });

  test('draw on it anew in each month', () => {
    // 1500 - 1000 in November, 600 are free in October
    expect(priced([record(900, '2026-11-03'), record(600, '2026-11-04'), record(600, '2026-10-04')]).total).toBe('500');
  });

  test('keep what they have drawn while many other kinds of records come between', () => {
    const days = Array.from({ length: 400 }, (_, index) => ({
      ...record(900, '2026-11-03'),
      user: `u${index % 200}`,
    }));
    // 200 users of 2 x 900: each pays 800, though no more than 128 bills are open at once
    const { groups, totals } = priced(days, ['user']);
    expect(groups.length).toBe(200);
    expect(new Set(groups.map(({ low }) => low))).toEqual(new Set(['800']));
    expect(totals).toEqual([{ currency: 'USD', low: '160000', high: '160000' }]);
  });
});

describe('records that cannot be priced', () => {
  test('are each named by their line: there are no rates before October', () => {
    const found = priced([record(5, '2026-11-03'), record(5, '2026-09-03'), record(5, '2026-09-04')]);
    expect(found.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'unpriced'],
      [3, 'unpriced'],
    ]);
    expect(found.total).toBeNull();
  });
});

describe('a model that is known by a rule only', () => {
  test('is priced, and each name that was taken for an offer is said once', () => {
    const [date, more] = ['2026-11-03', { model: 'one-1' }];
    const found = priced([record(1200, date, more), record(1, date, more), record(1, date, { model: 'one-2' })]);
    expect(found).toMatchObject({ total: '202', complete: true });
    const said = found.assumptions.filter(({ code }) => code === 'matched_by_rule');
    expect(said.map(({ text }) => text.split(':')[0])).toEqual([
      '"one-1" is taken for acme/one',
      '"one-2" is taken for acme/one',
    ]);
  });

  test('is counted with all that it may be where that is several', () => {
    const { unmatched, complete } = priced([record(5, '2026-11-03', { model: 'some' })]);
    expect(complete).toBe(false);
    expect(unmatched).toEqual([
      { provider: null, model: 'some', nearest: ['a/b', 'c/b'], ambiguous: true, records: 1, tokens: '5' },
    ]);
    expect(unmatched.map(unmatchedReason)).toEqual(['may be any of 2']);
  });
});

describe('the work that records hold', () => {
  test('is the sum of what they state, by offer, with the number of requests', () => {
    const { work } = priced([
      record(800, '2026-11-03'),
      record(700, '2026-11-04', { cache_read_tokens: 100 }),
      { ...record(10, '2026-11-04'), model: 'two' },
    ]);
    expect(work).toEqual([
      {
        offer: 'acme/one',
        requests: '2',
        usage: { cache_read_tokens: '100', input_tokens: '1500' },
      },
    ]);
  });
});

describe('the offer of a record', () => {
  const offer = (id: string, model_id: string) => {
    const [provider = ''] = id.split('/');
    return [id, { id, provider, model: `lab/${model_id}`, model_id, name: model_id }] as const;
  };
  const NAMES = {
    providers: new Map([
      ['acme', { id: 'acme', name: 'Acme', aliases: ['Acme Inc'] }],
      ['other', { id: 'other', name: 'Other' }],
    ]),
    offers: new Map([
      offer('acme/talker-2', 'talker-2'),
      offer('acme/talker-3', 'talker-3'),
      offer('other/talker-2-pro', 'talker-2-pro'),
      offer('other/talker-3', 'talker-3'),
    ]),
  };
  const served = (provider: string | null, model: string | null, presumed = false) => ({ provider, model, presumed });

  test.each([
    ['by its provider and API id', served('acme', 'talker-3'), 'acme/talker-3', false],
    ['by another name of the provider', served('Acme Inc', 'talker-3'), 'acme/talker-3', false],
    ['by the model alone, where one sells it', served(null, 'talker-2-pro'), 'other/talker-2-pro', true],
    [
      'of another seller, where the maker is only presumed',
      served('acme', 'talker-2-pro', true),
      'other/talker-2-pro',
      true,
    ],
  ])('is found %s', (_name, record, id, presumed) => {
    expect(modelMatcher(NAMES, {})(record)).toEqual({ kind: 'offer', offer: id, presumed });
  });

  test.each([
    ['of the provider that is stated, its own', served('acme', 'talker-4'), ['acme/talker-2', 'acme/talker-3']],
    ['of one that is presumed, its own', served('acme', 'talker-4', true), ['acme/talker-2', 'acme/talker-3']],
    ['sold by two', served(null, 'talker-3'), ['acme/talker-3', 'other/talker-3']],
    ['without a name', served('acme', null), []],
  ])('a model without an offer %s is near', (_name, record, nearest) => {
    expect(modelMatcher(NAMES, {})(record)).toMatchObject({ kind: 'unmatched', nearest });
  });

  test('does not depend on what records before it stated of their provider', () => {
    const [stated, presumed] = [served('acme', 'talker-2-pro'), served('acme', 'talker-2-pro', true)];
    const match = modelMatcher(NAMES, {});
    for (const record of [presumed, stated, presumed, served('null', 'talker-2-pro'), served(null, 'talker-2-pro')]) {
      expect(match(record)).toEqual(modelMatcher(NAMES, {})(record));
    }
  });

  describe('by the rules of upstreams', () => {
    const rule = (id: string, model_id: string, match: MatchRule) => {
      const [own, named] = offer(id, model_id);
      return [own, { ...named, match }] as const;
    };
    const RULED = {
      providers: new Map([
        ['acme', { id: 'acme', name: 'Acme', model_match: { starts_with: 'talker' } }],
        ['other', { id: 'other', name: 'Other' }],
      ]),
      offers: new Map([
        rule('acme/talker-2', 'talker-2', { or: [{ equals: 'talker-2-1106' }, { starts_with: 'talker-2-' }] }),
        rule('acme/talker-2-pro', 'talker-2-pro', { starts_with: 'talker-2-pro' }),
        rule('other/talker-2', 'talker-2', { contains: 'talker-2' }),
        rule('other/writer', 'writer', { contains: 'writer' }),
        offer('other/talker-2-0801', 'talker-2-0801'),
      ]),
    };
    const match = (provider: string | null, model: string, presumed = false) =>
      modelMatcher(RULED, {})(served(provider, model, presumed));

    test.each([
      ['of its provider', 'acme', 'talker-2-1201', false, 'acme/talker-2', false],
      ['of its provider that is presumed', 'acme', 'talker-2-1201', true, 'acme/talker-2', true],
      ['of a seller whose models are called so', null, 'talker-2-1201', false, 'acme/talker-2', true],
      ['of any seller, where no names are', null, 'old-writer-1', false, 'other/writer', true],
      ['of another seller than the presumed', 'acme', 'old-writer-1', true, 'other/writer', true],
      ['that names it exactly, before a pattern', 'acme', 'TALKER-2-1106', false, 'acme/talker-2', false],
    ])('a name fits the rule %s', (_name, provider, model, presumed, id, isPresumed) => {
      const found = { kind: 'offer', offer: id, presumed: isPresumed, by: 'rule' };
      expect(match(provider, model, presumed)).toEqual(found);
    });

    test('names come before rules', () => {
      expect(match(null, 'talker-2-0801')).toEqual({ kind: 'offer', offer: 'other/talker-2-0801', presumed: true });
      expect(match('other', 'talker-2')).toEqual({ kind: 'offer', offer: 'other/talker-2', presumed: false });
    });

    test('a name that fits several is listed with them, and never guessed', () => {
      const fits = { kind: 'unmatched', ambiguous: true, nearest: ['acme/talker-2', 'acme/talker-2-pro'] };
      expect(match('acme', 'talker-2-pro-1')).toMatchObject(fits);
      expect(match('acme', 'talker-2-pro-1', true)).toMatchObject(fits);
      expect(match(null, 'talker-2')).toMatchObject({ ambiguous: true, nearest: ['acme/talker-2', 'other/talker-2'] });
    });

    test('a stated provider is not left for another', () => {
      expect(match('acme', 'old-writer-1')).toMatchObject({ kind: 'unmatched' });
      expect(match('acme', 'old-writer-1')).not.toHaveProperty('ambiguous');
    });
  });

  test('is the one that a map or the asker names', () => {
    const names = new Map([
      ['talker-9', 'acme/talker-2'],
      ['other:talker-9', 'other/talker-3'],
    ]);
    expect(modelMatcher(NAMES, { names })(served('acme', 'talker-9'))).toMatchObject({ offer: 'acme/talker-2' });
    expect(modelMatcher(NAMES, { names })(served('other', 'talker-9'))).toMatchObject({ offer: 'other/talker-3' });
    expect(modelMatcher(NAMES, { as: 'acme/talker-3' })(served(null, null))).toMatchObject({ offer: 'acme/talker-3' });
  });
});
