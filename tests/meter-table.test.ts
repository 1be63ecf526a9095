import { expect, test } from 'vitest';
import { priceUsage, readCard } from '../src/engine/index.ts';
import { meterTable } from '../src/engine/meter.ts';

const meter = (id: string, within?: string[]) => ({ id, one: id, many: `${id}s`, ...(within ? { within } : {}) });

test('a meter knows all that it is within and all that is within it', () => {
  const table = meterTable([meter('d', ['b', 'c']), meter('b', ['a']), meter('c', ['a']), meter('a')]);
  const places = [...table.values()].map(({ id, within, ancestors, descendants }) => [
    id,
    within,
    ancestors,
    descendants,
  ]);
  expect(places).toEqual([
    ['d', ['b', 'c'], ['b', 'c', 'a'], []],
    ['b', ['a'], ['a'], ['d']],
    ['c', ['a'], ['a'], ['d']],
    ['a', [], [], ['d', 'b', 'c']],
  ]);
});

test('meters that contain each other, or are within none that there is, are refused', () => {
  const circle = [meter('a', ['b']), meter('b', ['c']), meter('c', ['a'])];
  expect(() => meterTable(circle)).toThrow('meters contain each other: a in b in c in a');
  expect(() => meterTable([meter('a', ['z'])])).toThrow('meter a is within z, which is not a meter');
});

test('a card priced with one table of meters is priced anew with another', () => {
  const rates = [{ meter: 'whole', price: '1', per: 1, source: 's' }];
  const periods = [{ from: null, until: null, rates }];
  const [apart, within] = [undefined, ['whole']].map((above) => meterTable([meter('whole'), meter('part', above)]));
  const card = readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods }, within);
  const totals = [within, apart, within].map((meters) => {
    const options = { at: '2026-11-20', ...(meters ? { meters } : {}) };
    return priceUsage(card, [{ usage: { whole: 5, part: 2 } }], options).total;
  });
  expect(totals).toEqual(['5', null, '5']);
});

test('a request makes of a meter what the table says that it implies', () => {
  const meters = meterTable([meter('visit'), { ...meter('hit'), implied: '2' }]);
  const rates = [{ meter: 'hit', price: '3', per: 1, source: 's' }];
  const periods = [{ from: null, until: null, rates }];
  const card = readCard({ id: 'p/m', provider: 'p', model: 'm', currency: 'USD', periods }, meters);
  const totalOf = (usage: Record<string, number>) => priceUsage(card, [{ usage }], { at: '2026-11-20', meters }).total;
  expect([totalOf({}), totalOf({ hit: 5 }), totalOf({ visit: 1 })]).toEqual(['6', '15', null]);
});
