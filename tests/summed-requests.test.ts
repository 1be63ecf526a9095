import { describe, expect, test } from 'vitest';
import { type Offer, type Rate, readCard, STANDARD_METERS } from '../src/engine/index.ts';
import { problemList } from '../src/record-pricing/problem-list.ts';
import { tallyOf } from '../src/record-pricing/tally.ts';
import type { Where } from '../src/record-pricing/where.ts';
import { readRecords } from '../src/usage-records/index.ts';

/** An offer that charges 1 for each of some meters; an unpublished rate where the price is null. */
function charging(prices: Readonly<Record<string, string | null>>): Offer {
  const rates = Object.entries(prices).map(
    ([meter, price]): Rate =>
      price === null ? { meter, state: 'unpublished', source: 'page' } : { meter, price, per: 1, source: 'page' },
  );
  const periods = [{ from: null, until: null, rates }];
  return readCard({ id: 'acme/one', provider: 'acme', model: 'acme/one', currency: 'USD', periods });
}

/** Five requests of 1,000 tokens in and 10 out together, and the same without their number. */
const FIVE = { model: 'one', input_tokens: 1000, output_tokens: 10, num_model_requests: 5, start_time: 1793491200 };
const UNCOUNTED = { starting_at: '2026-11-01T00:00:00Z', model: 'one', uncached_input_tokens: 1000, output_tokens: 10 };

function priced(offer: Offer, record: object, format: string) {
  const problems = problemList();
  const match = { kind: 'offer', offer: offer.id, presumed: false } as const;
  const list = { meters: STANDARD_METERS, match: () => match, offer: () => offer };
  const tally = tallyOf(list, { at: null, today: Date.UTC(2026, 10, 20), when: {}, groupBy: [] }, problems);
  const reader = readRecords<Where>({ format }, tally.take);
  const file = reader.file();
  file.read(record, { file: 'log', line: 1 });
  file.end({ file: 'log', line: 1 });
  reader.end();
  const { total, groups, work } = tally.answer(reader.repeated);
  return {
    total,
    requests: groups[0]?.requests,
    work: work[0]?.requests,
    gaps: groups[0]?.gaps,
    problems: problems.shown(),
  };
}

const TOKENS = { input_tokens: '1', output_tokens: '1' };

describe('a record that sums five requests', () => {
  test.each([
    ['tokens alone', TOKENS, '1010'],
    ['tokens and messages', { ...TOKENS, messages: '100' }, '1510'],
    ['tokens and requests', { ...TOKENS, requests: '7' }, '1045'],
    ['tokens, messages and requests', { ...TOKENS, messages: '100', requests: '7' }, '1545'],
  ])('costs on a card for %s what five requests do', (_name, prices, total) => {
    const found = priced(charging(prices), FIVE, 'openai-usage');
    expect(found).toEqual({ total, requests: '5', work: '5', gaps: [], problems: [] });
  });

  test('has a gap where the price of a message is not published', () => {
    const { total, gaps } = priced(charging({ ...TOKENS, messages: null }), FIVE, 'openai-usage');
    expect(total).toBeNull();
    expect(gaps?.map(({ meter, quantity }) => [meter, quantity])).toEqual([['messages', '5']]);
  });
});

describe('a record that sums requests and does not say how many', () => {
  test('is priced by its tokens', () => {
    const found = priced(charging(TOKENS), UNCOUNTED, 'anthropic-usage');
    expect(found).toEqual({ total: '1010', requests: '1', work: '1', gaps: [], problems: [] });
  });

  test.each([{ messages: '100' }, { requests: '7' }, { messages: null }])(
    'has no price where %j is charged for',
    (more) => {
      const { total, problems } = priced(charging({ ...TOKENS, ...more }), UNCOUNTED, 'anthropic-usage');
      expect(total).toBeNull();
      expect(problems.map(({ text }) => text)).toEqual([
        'the record sums requests without saying how many, and acme/one charges for each of them, so that its cost cannot be known; price the single requests instead',
      ]);
    },
  );
});
