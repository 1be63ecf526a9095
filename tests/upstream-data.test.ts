import { describe, expect, test } from 'vitest';
import { readUpstream } from '../src/catalog/read-upstream.ts';
import { cardConflicts } from '../src/engine/card-conflict.ts';
import { tryPriceUsage } from '../src/engine/price-usage.ts';
import { readCard } from '../src/engine/read-card.ts';
import { STANDARD_METERS } from '../src/engine/standard-meters.ts';
import { importUpstream } from '../src/importers/import-upstream.ts';

/** What the packages hold, counted in their own data. */
const PACKAGES = [
  { name: 'genai-prices', read: 1694, priced: 1531 },
  { name: 'llmdb', read: 8661, priced: 7941 },
] as const;

describe.each(PACKAGES)('$name', ({ name, read, priced }) => {
  const kept = readUpstream('data/upstream', name);
  const offers = [...(kept?.files.values() ?? [])].flatMap((file) =>
    file.offers.map((offer) => ({ id: `${file.provider.id}:${offer.model_id}`, offer })),
  );

  test('is what the importer makes of the installed package', async () => {
    const options = { directory: 'data/upstream', from: null, accepted: [], write: false, today: '2026-11-20' };
    const { next, diff, holds } = await importUpstream(name, options);
    expect({ ...diff, holds }).toEqual({ added: [], removed: [], changed: [], unchanged: read, holds: [] });
    expect(next.texts).toEqual(kept?.texts);
    expect(next.report).toEqual(kept?.report);
  });

  test('every row is a claim or a note that leaves it out, and every priced row has a state', () => {
    const { rows, states } = kept?.report ?? {};
    expect(rows).toMatchObject({ read, priced });
    expect((rows?.claims ?? 0) + (rows?.left_out ?? 0)).toBe(read);
    expect(offers.length).toBe(rows?.claims);
    const known = Object.values(states ?? {}).reduce((sum, count) => sum + count, 0);
    expect(known).toBe(offers.length);
    const noted = new Set(kept?.report.notes.map((note) => `${note.provider}:${note.model_id}`));
    const silent = offers.filter(({ id, offer }) => offer.price.state !== 'published' && !noted.has(id));
    expect(silent).toEqual([]);
  });

  test('every rate card can be priced: meters exist, no two rates conflict, nothing costs nothing', () => {
    const wrong = offers.flatMap(({ id, offer: { price } }) => {
      if (price.state !== 'published') return [];
      const meters = price.periods.flatMap(({ rates }) => rates.map(({ meter }) => meter));
      const unknown = meters.filter((meter) => !STANDARD_METERS.has(meter));
      const conflicts = price.periods.flatMap(cardConflicts);
      const card = { id, provider: 'p', model: 'm', currency: 'USD', periods: price.periods };
      const result = tryPriceUsage(readCard(card), [{ usage: { input_tokens: 1000, output_tokens: 10 } }], {
        at: '2026-11-20',
      });
      const zero = price.periods.some(({ rates }) =>
        rates.some((rate) => 'price' in rate && !/[1-9]/.test(rate.price) && !rate.tiers),
      );
      const fine = unknown.length === 0 && conflicts.length === 0 && 'bill' in result && !zero;
      return fine ? [] : [{ id, unknown, conflicts, zero, result }];
    });
    expect(wrong).toEqual([]);
  });

  test('prose of the upstream is not copied', () => {
    const words = offers.flatMap(({ offer }) => Object.keys(offer));
    expect(words.filter((key) => /description|comment/.test(key))).toEqual([]);
    const long = kept?.report.notes.filter(({ found }) => /[a-z]+( [a-z]+){8}/.test(found));
    expect(long).toEqual([]);
  });
});
