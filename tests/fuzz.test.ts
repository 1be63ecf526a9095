import { expect, test } from 'vitest';
import { SEED } from './arbitrary/draw.ts';
import { failureText, runFuzz } from './fuzz/run-fuzz.ts';
import { TARGETS } from './fuzz/targets.ts';

test.each(TARGETS)(`$name, seed ${SEED}: answered or told in words, $cases times`, async ({ name, cases }) => {
  const failures = await runFuzz({ target: name, seed: SEED, first: 0, cases });
  expect(failures.slice(0, 3).map(failureText).join('\n')).toBe('');
});
