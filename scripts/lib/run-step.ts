import { spawn, spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** A command of the project or the system, and what it is for. */
export type Step = readonly [name: string, command: string, args: readonly string[]];

const PLAIN = { NO_COLOR: '1' };

/** Its own commands first, telling nobody; without colours where the output does not go to a terminal. */
function environment(): NodeJS.ProcessEnv {
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env;
  const colours = process.stdout.isTTY ? { ...(FORCE_COLOR && { FORCE_COLOR }), ...(NO_COLOR && { NO_COLOR }) } : PLAIN;
  return { ...env, ...colours, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Runs a step with its output shown as it comes; true when it ends well. */
export function runStep(...[name, command, args]: Step): boolean {
  process.stdout.write(`\n== ${name}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: environment() });
  if (error) process.stdout.write(`${command} cannot be started: ${error.message}\n`);
  return status === 0;
}

/** Runs steps one after the other beside whatever else runs, the output of each shown when it ends; which failed. */
export async function runBeside(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (const [name, command, args] of steps) {
    const { output, ok } = await collect(command, args);
    process.stdout.write(`\n== ${name}\n${output}`);
    if (!ok) failed.push(name);
  }
  return failed;
}

function collect(command: string, args: readonly string[]): Promise<{ readonly output: string; readonly ok: boolean }> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', ({ message }) => done({ output: `${command} cannot be started: ${message}\n`, ok: false }));
    child.on('close', (status) => done({ output, ok: status === 0 }));
  });
}
