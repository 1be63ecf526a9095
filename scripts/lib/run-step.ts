import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const PLAIN = { NO_COLOR: '1' };

/**
 * Runs a command of the project or the system with its output shown, telling nobody; true when it ends well. Its
 * output is without colours where it does not go to a terminal.
 */
export function runStep(name: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${name}\n`);
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env;
  const colours = process.stdout.isTTY ? { ...(FORCE_COLOR && { FORCE_COLOR }), ...(NO_COLOR && { NO_COLOR }) } : PLAIN;
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...env, ...colours, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (error) process.stdout.write(`${command} cannot be started: ${error.message}\n`);
  return status === 0;
}
