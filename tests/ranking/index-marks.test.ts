import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { offerIndex } from '../../src/site/offer-index/index-of.ts';
import { offerList, rowName } from '../../src/site/ranking/offer-list.ts';
import { catalogOf } from '../export-fixture.ts';

const METERS = readFileSync(new URL('../../data/meters.yaml', import.meta.url), 'utf8');
const NIGHT = { time: [{ zone: 'UTC', from: '00:00', until: '08:00' }] };

function offer(name: string, rates: readonly object[]): Record<string, string> {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return {
    [`offers/acme/${id}.yaml`]: stringify({
      model: 'lab/talker',
      model_id: id,
      name,
      checked: '2026-11-20',
      periods: [{ from: null, until: null, rates: rates.map((rate) => ({ ...rate, per: 1, source: 'page' })) }],
      sources: { page: { url: 'https://acme.example', retrieved: '2026-11-20' } },
    }),
  };
}

test('offers whose ranked prices differ by the time of day say so behind their names', () => {
  const catalog = catalogOf({
    'meters.yaml': METERS,
    'providers/acme.yaml': '{ name: Acme, kind: host, currency: USD, sources: {} }',
    'models/lab/talker.yaml': '{ name: Talker, lab_name: Lab, sources: {} }',
    ...offer('Night', [
      { meter: 'input_tokens', price: '2' },
      { meter: 'input_tokens', price: '1', when: NIGHT },
    ]),
    ...offer('Pictures', [
      { meter: 'input_tokens', price: '2' },
      { meter: 'images', price: '2' },
      { meter: 'images', price: '1', when: NIGHT },
    ]),
  });
  const list = offerList(offerIndex(catalog, '2026-11-20'));
  expect(list.ids.map((id, row) => [id, rowName(list, row)])).toEqual([
    ['acme/night', 'Talker (night, by time of day)'],
    ['acme/pictures', 'Talker (pictures)'],
  ]);
});
