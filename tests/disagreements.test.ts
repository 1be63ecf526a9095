import { describe, expect, test } from 'vitest';
import { openCatalog } from '../src/catalog/open.ts';
import { countByKind, disputedOffers } from '../src/site/facts/disputed-offers.ts';

const { catalog } = openCatalog();
const disputed = disputedOffers(catalog, '2026-11-20');

describe('the disagreements of sources over one offer', () => {
  test('are those of every offer that is disputed, each with two values or more', () => {
    const ids = [...catalog.offers.values()].filter(({ trust }) => trust.disputes.length > 0).map(({ id }) => id);
    expect(disputed.map(({ offer }) => offer.id)).toEqual(ids);
    for (const { offer, fields } of disputed) {
      expect(fields.map(({ id }) => id.split('/').at(-1))).toEqual(offer.trust.disputes.map(({ meter }) => meter));
      for (const { values } of fields) expect(values.length).toBeGreaterThan(1);
    }
  });

  test('are explained where the numbers show why', () => {
    const fields = disputed.find(({ offer }) => offer.id === 'azure/o4-mini')?.fields;
    // 0.275 to two places is 0.28.
    expect(fields).toMatchObject([
      {
        label: 'Price of 1M cached input tokens',
        values: [{ shown: '$0.275' }, { shown: '$0.28' }],
        why: [{ kind: 'rounding', text: '$0.28 is $0.275 rounded' }],
      },
    ]);
  });

  test('are counted once for each price, those without a reason last', () => {
    const counts = countByKind(disputed);
    const prices = disputed.flatMap(({ fields }) => fields);
    expect(counts.at(-1)).toEqual(['unexplained', prices.filter(({ why }) => why.length === 0).length]);
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(prices.length);
  });
});
