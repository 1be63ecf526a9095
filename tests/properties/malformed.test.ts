import { describe, expect, test } from 'vitest';
import { type Offer, tryPriceUsage, tryReadCard } from '../../src/engine/index.ts';
import { type Draw, drawFrom, fewer, mulberry32, SEED } from '../arbitrary/draw.ts';
import { questionFrom } from '../arbitrary/questions.ts';

const CASES = fewer(8_000);
const NUMBERS = ['price', 'per', 'over', 'quantity', 'amount', 'factor', 'percent', 'increment', 'size', 'maximum'];
const JUNK = [null, 'abc', '', -1, 0.5, Number.NaN, true, {}, [], [null], '-1', '1e3', ' 1', '1'.repeat(61)];

interface Place {
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

/** Every place of a value, whose keys may be of a list or an object. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesIn(owner[key])]);
}

/** A copy of a question with something that makes no sense in one of the places that fit. */
function spoilt(draw: Draw, fits: (place: Place) => boolean) {
  const question = structuredClone(questionFrom(draw));
  const { periods, funding = [] } = question.offer;
  const places = [...placesIn(periods), ...placesIn(funding)].filter(fits);
  const place = places[draw.below(places.length || 1)];
  const junk = JUNK[draw.below(JUNK.length)];
  if (place) place.owner[place.key] = junk;
  return { ...question, place, junk };
}

function priced(offer: Offer, { groups, options }: ReturnType<typeof spoilt>) {
  const problems = tryReadCard(offer);
  const result = tryPriceUsage(offer, groups, options);
  if (problems.length > 0) expect(result).toHaveProperty('problems');
  return result;
}

test.each([
  ['no periods', {}],
  ['periods that are no list', { periods: 'all' }],
  ['a period that is none', { periods: [null] }],
  ['funding that is no list', { periods: [], funding: 'card' }],
])('an offer with %s is refused', (_, terms) => {
  const offer = { id: 'p/m', provider: 'p', model: 'm', currency: 'USD', ...terms } as unknown as Offer;
  expect(tryReadCard(offer)).toMatchObject([{ code: 'card_malformed' }]);
  expect(tryPriceUsage(offer, [{ usage: {} }], { at: '2026-11-20' })).toMatchObject({
    problems: [{ code: expect.stringMatching(/^card_(malformed|unread)$/) }],
  });
});

describe(`cards of which something makes no sense, seed ${SEED}`, () => {
  test('are priced or refused, whatever it is, and never break the engine', () => {
    for (let index = 0; index < CASES; index += 1) {
      const question = spoilt(drawFrom(mulberry32(SEED * 3 + index)), () => true);
      try {
        priced(question.offer, question);
      } catch (error) {
        const at = `${question.place?.key} = ${JSON.stringify(question.junk)} in ${JSON.stringify(question.place?.owner)}`;
        throw new Error(`case ${index}: ${at}: ${error instanceof Error ? error.stack : error}`);
      }
    }
  });

  test('are refused for a number that is none, where the rates of one period always hold', () => {
    let refused = 0;
    for (let index = 0; index < CASES / 4; index += 1) {
      const draw = drawFrom(mulberry32(SEED * 5 + index));
      const question = spoilt(draw, ({ key }) => NUMBERS.includes(key));
      if (!question.place || question.offer.periods.length > 1) continue;
      const result = priced(question.offer, question);
      const codes = 'problems' in result ? result.problems.map(({ code }) => code) : [];
      if (codes.includes('malformed_date')) continue;
      expect(codes, `case ${index}: ${question.place.key} = ${JSON.stringify(question.junk)}`).toContain(
        'card_malformed',
      );
      refused += 1;
    }
    expect(refused).toBeGreaterThan(CASES / 8);
  });
});
