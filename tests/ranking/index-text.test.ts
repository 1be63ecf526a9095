import { describe, expect, test } from 'vitest';
import { madeUpCatalog } from '../../scripts/lib/made-up-catalog.ts';
import { assemble } from '../../src/catalog/assemble.ts';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { indexText, readIndexText } from '../../src/site/offer-index/index-text.ts';

const index = offerIndex(assemble(madeUpCatalog(2000)).catalog, '2026-11-20');

describe('the index of offers as text', () => {
  test('comes back as it was, with a pause wherever reading takes long', async () => {
    let clock = 0;
    let pauses = 0;
    const now = performance.now;
    performance.now = () => {
      clock += 3;
      return clock;
    };
    const read = await readIndexText(indexText(index), async () => {
      pauses += 1;
    }).finally(() => {
      performance.now = now;
    });
    expect(read).toEqual(JSON.parse(JSON.stringify(index)));
    expect(pauses).toBeGreaterThan(2);
  });

  test('is JSON as a whole, a column on each line', () => {
    const text = indexText(index);
    const columns = Object.keys(index.offers).length - 1 + index.offers.prices.length;
    expect(JSON.parse(text)).toHaveLength(1 + columns);
    expect(text.trim().split('\n')).toHaveLength(1 + columns + 2);
  });
});
