import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { MetersFile } from '../src/catalog/schema/meters-file.ts';
import { meterTable } from '../src/engine/meter.ts';
import { meterLines } from '../src/engine/meter-lines.ts';
import { STANDARD_METERS } from '../src/engine/standard-meters.ts';

test('the meters of the engine are those of data/meters.yaml, to the last word', () => {
  const { meters } = MetersFile.parse(parse(readFileSync('data/meters.yaml', 'utf8')));
  expect([...STANDARD_METERS]).toEqual([...meterTable(meters)]);
});

test('a block of lines stands for itself with each of its words', () => {
  expect(
    meterLines('calls|call|||1\n\n* red blue\n*_boxes|* box|* boxes\nfull_*_boxes|full * box|full * boxes|*_boxes'),
  ).toEqual([
    { id: 'calls', one: 'call', many: 'calls', implied: '1' },
    { id: 'red_boxes', one: 'red box', many: 'red boxes' },
    { id: 'full_red_boxes', one: 'full red box', many: 'full red boxes', within: ['red_boxes'] },
    { id: 'blue_boxes', one: 'blue box', many: 'blue boxes' },
    { id: 'full_blue_boxes', one: 'full blue box', many: 'full blue boxes', within: ['blue_boxes'] },
  ]);
});
