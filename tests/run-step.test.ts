import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { runBeside } from '../scripts/lib/run-step.ts';

test('steps beside others go on after one that fails, and name those', async () => {
  const fails = ['fails', process.execPath, ['-e', 'process.exit(3)']] as const;
  const ends = ['ends', process.execPath, ['-e', '']] as const;
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const failed = await runBeside([fails, ['is not there', 'no-such-command', []], ends]);
  const output = written.mock.calls.join('');
  written.mockRestore();
  expect(failed).toEqual(['fails', 'is not there']);
  expect(output).toContain('no-such-command cannot be started');
});

test('a step whose output goes to no terminal is asked for no colours', () => {
  const step = `runStep('step', 'node', ['-p', '[process.env.NO_COLOR, process.env.FORCE_COLOR].join()'])`;
  const script = `import { runStep } from './scripts/lib/run-step.ts'; ${step}`;
  const out = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
  });
  expect(out).toBe('\n== step\n1,\n');
});
