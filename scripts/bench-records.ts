import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calcPrice, extractUsage, findProvider, waitForUpdate } from '@pydantic/genai-prices';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { readFiles } from '../src/cli/records/read-files.ts';
import { compileCard } from '../src/engine/index.ts';
import { catalogPrices } from '../src/record-pricing/catalog-prices.ts';
import { problemList } from '../src/record-pricing/problem-list.ts';
import { tallyOf } from '../src/record-pricing/tally.ts';
import { processorTime } from './lib/processor-time.ts';
import { writeRecords } from './lib/record-file.ts';

const PEER_MODEL = 'mistral-medium-2508';
const SMALL = 10_000;
const ROUNDS = 5;
const ROWS = 20_000_000;
const folder = mkdtempSync(join(tmpdir(), 'ratecard-bench-'));
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const figure = (value: number): string => Math.round(value).toLocaleString('en');

/** Splits a file into lines and parses each, as fast as that is done plainly. */
async function parseLines(path: string, use: (record: unknown) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const lines = (rest + decoder.decode(bytes as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) use(JSON.parse(line));
  }
}

const { catalog } = readCatalog('data');

async function priceFile(path: string): Promise<string | null> {
  const problems = problemList();
  const terms = { at: null, today: 0, when: {}, groupBy: ['model'] };
  const tally = tallyOf(catalogPrices(catalog, { provider: 'mistral' }), terms, problems);
  const repeated = await readFiles([path], { provider: 'mistral' }, tally.take, problems, () => {});
  return tally.answer(repeated).total;
}

const paths = [1, 10, 100].map((times) => {
  const path = join(folder, `${times}x.jsonl`);
  writeRecords(path, SMALL * times, PEER_MODEL);
  return { times, path, megabytes: statSync(path).size / 1e6 };
});
const middle = paths[1]?.path ?? '';
const records = SMALL * 10;
await waitForUpdate();

const plain = await processorTime(ROUNDS, () => parseLines(middle, () => {}));
const ours = await processorTime(ROUNDS, () => priceFile(middle));
const chat = findProvider({ providerId: 'openai' });
if (!chat) throw new Error('the peer has no provider openai');
let peerTotal = 0;
const timestamp = new Date('2026-11-20');
const peer = await processorTime(3, () =>
  parseLines(middle, (record) => {
    const { usage } = extractUsage(chat, record, 'chat');
    peerTotal += calcPrice(usage, PEER_MODEL, { providerId: 'mistral', timestamp })?.total_price ?? Number.NaN;
  }),
);

write(`\n${figure(records)} records of a log, processor time, median of ${ROUNDS}:`);
write(`  split and JSON.parse alone   ${figure(records / plain)} a second`);
write(
  `  ratecard price, to the bill  ${figure(records / ours)} a second, ${((plain / ours) * 100).toFixed(0)}% of that`,
);
write(
  `  the peer, from the same text ${figure(records / peer)} a second (floats: ${peerTotal / 3}); ours is ${(peer / ours).toFixed(1)} times that`,
);

const offer = catalog.offers.get(`mistral/${PEER_MODEL}`);
if (offer) {
  const columns = [1000, 100].map((base) => Float64Array.from({ length: 100_000 }, (_, row) => base + (row % 613)));
  const card = compileCard(offer, ['input_tokens', 'output_tokens'], { at: '2026-11-20', fees: false });
  const spent = await processorTime(3, () => {
    for (let done = 0; done < ROWS; done += 100_000) card.add(columns, 100_000);
  });
  let floats = 0;
  const [input = new Float64Array(), output = new Float64Array()] = columns;
  const loop = await processorTime(3, () => {
    for (let done = 0; done < ROWS; done += 100_000)
      for (let row = 0; row < 100_000; row += 1) floats += ((input[row] ?? 0) * 0.4 + (output[row] ?? 0) * 2) / 1e6;
  });
  write(`\n${figure(ROWS)} rows of columns in memory:`);
  write(`  compiled, exact   ${figure(ROWS / spent)} rows a second`);
  write(`  a loop of floats  ${figure(ROWS / loop)} rows a second (inexact: ${floats})`);
}

/** What the command takes for a file in a process of its own: MB at most, processor time and time on the clock. */
function command(path: string, jobs: number): readonly number[] {
  const code =
    `const {runToEnd}=await import('./src/cli/run.ts');const begun=performance.now();` +
    `await runToEnd(['price',${JSON.stringify(path)},'--provider','mistral','--format','json','--jobs','${jobs}'],` +
    `{out(){},err(){},today:()=>'2026-11-20',dataDirectory:null},'0');` +
    `const {maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();` +
    `console.log(JSON.stringify([maxRSS/1024,(userCPUTime+systemCPUTime)/1e6,(performance.now()-begun)/1e3]))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

write('\nThe command on files of growing size, each in a process of its own:');
for (const { times, path, megabytes } of paths) {
  for (const jobs of times === 100 ? [1, 2] : [1]) {
    const [memory = 0, seconds = 0, clock = 0] = command(path, jobs);
    write(
      `  ${String(times).padStart(3)}x  ${megabytes.toFixed(0).padStart(5)} MB  --jobs ${jobs}  ${seconds.toFixed(2)} s of processor, ${clock.toFixed(2)} s on the clock, ${memory.toFixed(0)} MB of memory at most`,
    );
  }
}
rmSync(folder, { recursive: true });
