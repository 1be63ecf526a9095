import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { failureText, runFuzz } from '../tests/fuzz/run-fuzz.ts';
import { TARGETS } from '../tests/fuzz/targets.ts';

/** Puts drawn inputs into everything that reads, for `--seconds` (60); `--seed`, `--target` and `--case` repeat a run. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    target: { type: 'string' },
    case: { type: 'string' },
  },
});
const seed = whole('seed', values.seed);
const milliseconds = whole('seconds', values.seconds) * 1000;
const targets = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (targets.length === 0) {
  throw new Error(
    `there is no target "${values.target}"; expected one of ${TARGETS.map(({ name }) => name).join(', ')}`,
  );
}
process.stdout.write(`seed ${seed}\n`);

const found = new Set<string>();
const counts = new Map<string, number>();
if (values.case === undefined) {
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    for (const { name, cases } of targets) {
      if (Date.now() < until) await put(name, counts.get(name) ?? 0, cases);
    }
  }
} else for (const { name } of targets) await put(name, whole('case', values.case), 1);

for (const [name, count] of counts) process.stdout.write(`${String(count).padStart(9)}  ${name}\n`);
process.stdout.write(`${found.size === 0 ? 'nothing found' : `${found.size} found`}\n`);
process.exitCode = found.size === 0 ? 0 : 1;
if (values.case === undefined && values.target === undefined) {
  const cases = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/fuzz.json', JSON.stringify({ date, seed, cases, found: found.size }));
}

/** Runs cases and prints what is found, once for each place in the code that it comes from. */
async function put(target: string, first: number, cases: number): Promise<void> {
  for (const failure of await runFuzz({ target, seed, first, cases })) {
    const place = `${target} ${failure.reason.split('\n').slice(0, 3).join(' ').replaceAll(/\d+/g, 'n').slice(0, 200)}`;
    if (!found.has(place)) process.stdout.write(`${failureText(failure)}\n`);
    found.add(place);
  }
  counts.set(target, (counts.get(target) ?? 0) + cases);
}

function whole(name: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number; found "${text}"`);
}
