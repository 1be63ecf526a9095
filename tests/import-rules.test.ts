import { expect, test } from 'vitest';
import { UPSTREAMS } from '../src/importers/upstreams.ts';

const row = (id: string, match: object) => ({ id, match, prices: { input_mtok: 1 } });

test('a rule for names that would never end is refused with its row, and the rows beside it are read', () => {
  const costly = row(`${'a'.repeat(40)}!`, { or: [{ equals: 'b' }, { regex: '^(a+)+$' }] });
  const models = [costly, row('mega', { starts_with: 'mega' })];
  const { providers, notes } = UPSTREAMS['genai-prices'].translate([{ id: 'acme', models }]);
  expect(providers.flatMap(({ offers }) => offers.map(({ model_id }) => model_id))).toEqual(['mega']);
  expect(notes).toMatchObject([{ code: 'not_a_row', found: expect.stringContaining('repeats characters only') }]);
});
