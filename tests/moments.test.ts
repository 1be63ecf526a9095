import { expect, test } from 'vitest';
import { parseInstant } from '../src/engine/instant.ts';

test.each([
  ['2026-11-20', '2026-11-20T00:00:00Z', false],
  ['2026-11-20T09:30Z', '2026-11-20T09:30:00Z', true],
  ['2026-11-20T09:30:15Z', '2026-11-20T09:30:15Z', true],
  ['2026-11-20T09:30:15.5+01:00', '2026-11-20T08:30:15.500Z', true],
])('%s is %s, with a time: %s', (written, text, hasTime) => {
  expect(parseInstant(written)).toEqual({ ms: Date.parse(written), text, hasTime });
});

test.each([
  '',
  'x2026-11-20',
  '2026-11-20x',
  'x2026-11-20T09:30:00Z',
  '2026-11-20T09:30:00Zx',
  '2026-11-20T09:30:00',
  '2026-11-20T09:30:00.1234Z',
  '2026-11-20T25:00Z',
  '2026-13-01',
  '2026-02-30',
  '2026-02-30T09:30:00Z',
])('%j is no moment', (written) => {
  expect(parseInstant(written)).toBeNull();
});
