import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a step whose output goes to no terminal is asked for no colours', () => {
  const step = `runStep('step', 'node', ['-p', '[process.env.NO_COLOR, process.env.FORCE_COLOR].join()'])`;
  const script = `import { runStep } from './scripts/lib/run-step.ts'; ${step}`;
  const out = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  expect(out).toBe('\n== step\n1,\n');
});
