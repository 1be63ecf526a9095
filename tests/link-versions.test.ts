import { expect, test } from 'vitest';
import { checkedData } from '../scripts/lib/checked-data.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { readBoardLink } from '../src/site/board/state.ts';
import { readAddress } from '../src/site/calculator/read-address.ts';
import { readLink } from '../src/site/calculator/state.ts';
import type { WorkLoader } from '../src/site/calculator/work-loader.ts';
import { readWorkLink } from '../src/site/calculator/workload/work-link.ts';
import { readCompareLink } from '../src/site/compare/state.ts';
import { offerIndex } from '../src/site/offer-index/index-of.ts';
import { offerList } from '../src/site/ranking/offer-list.ts';

const { catalog } = readCatalog(checkedData());
const { meters } = catalog;

test.each([
  ['a version longer than any', `data=${'1'.repeat(41)}`, { total: '5' }, ['data', 'total']],
  ['no version', 'data=', { total: '5' }, ['data', 'total']],
  ['a total that is no amount', 'data=0.1.0', { total: '1e3' }, ['total']],
])('what pins a link is read whole or named: %s', (_name, data, { total }, named) => {
  const { pin, ignored } = readLink(`v=1&offer=x/y&${data}&total=${total}`, meters);
  expect(pin).toEqual(data === 'data=0.1.0' ? { data: '0.1.0', total: null } : undefined);
  expect(ignored.map((one) => one.split('=')[0])).toEqual(named);
  expect(readWorkLink(`v=2&kind=chat&${data}&total=${total}`, new Map(), meters).ignored).toEqual(ignored);
});

test('the calculator names both versions of links that it reads', async () => {
  const loader = { open: () => Promise.reject(new Error('not needed')), presets: () => new Map() };
  const { offer, ignored } = await readAddress('v=3&offer=x/y', loader as unknown as WorkLoader);
  expect(offer).toBeNull();
  expect(ignored).toEqual(['all of it, because it is of version 3 and this page reads versions 1 and 2 only']);
});

test.each([
  ['the table', (query: string) => readBoardLink(query, offerList(offerIndex(catalog, '2026-11-20'))).ignored],
  ['the comparison', (query: string) => readCompareLink(query, () => true).ignored],
  ['the calculator', (query: string) => readLink(query, meters).ignored],
])('a version that is given twice is named: %s', (_name, read) => {
  expect(read('v=1&v=9')).toEqual(['v=9, because v was given before']);
});
