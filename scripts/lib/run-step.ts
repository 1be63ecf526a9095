import { spawnSync } from 'node:child_process';

/** Runs a command with its output shown; true when it ends well. */
export function runStep(name: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${name}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) process.stdout.write(`${command} cannot be started: ${error.message}\n`);
  return status === 0;
}
