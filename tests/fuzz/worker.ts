import { parentPort, workerData } from 'node:worker_threads';
import { drawFrom, mulberry32 } from '../arbitrary/draw.ts';
import type { Job, Report } from './run-fuzz.ts';
import { TARGETS } from './targets.ts';

/** The longest that one case may compute, in milliseconds, however busy the machine is. */
const MOST_MILLISECONDS = 3000;

const { target: name, seed, first, cases } = workerData as Job;
const target = TARGETS.find((one) => one.name === name);
if (!target)
  throw new Error(`there is no target "${name}"; expected one of ${TARGETS.map((one) => one.name).join(', ')}`);
const say = (report: Report): void => parentPort?.postMessage(report);

for (let index = first; index < first + cases; index += 1) {
  let input = '';
  say({ kind: 'begun', index });
  const begun = process.threadCpuUsage();
  try {
    await target.run(drawFrom(mulberry32(seed * 1_000_003 + index)), (shown) => {
      input = shown;
      say({ kind: 'input', input: shown });
    });
    const { user, system } = process.threadCpuUsage(begun);
    const taken = (user + system) / 1000;
    if (taken > MOST_MILLISECONDS) throw new Error(`took ${taken.toFixed(0)} ms`);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: 'failed', index, input, reason });
  }
}
say({ kind: 'done' });
