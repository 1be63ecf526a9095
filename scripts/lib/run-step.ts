import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** Runs a command of the project or the system with its output shown, telling nobody; true when it ends well. */
export function runStep(name: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${name}\n`);
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (error) process.stdout.write(`${command} cannot be started: ${error.message}\n`);
  return status === 0;
}
