import { calcPrice, extractUsage, findProvider, waitForUpdate } from '@pydantic/genai-prices';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { Decimal } from '../src/engine/decimal.ts';
import { compileCard } from '../src/engine/index.ts';
import { catalogPrices } from '../src/record-pricing/catalog-prices.ts';
import { problemList } from '../src/record-pricing/problem-list.ts';
import { tallyOf } from '../src/record-pricing/tally.ts';
import type { Where } from '../src/record-pricing/where.ts';
import { type Located, readRecords, type UsageRecord } from '../src/usage-records/index.ts';
import { processorTime } from './lib/processor-time.ts';
import { recordLine } from './lib/record-file.ts';

/** What the same records take once they are in memory: as parsed objects, and as columns of their counts. */
const RECORDS = 100_000;
const MODEL = 'mistral-medium-2508';
const METERS = ['input_tokens', 'output_tokens', 'cache_read_tokens', 'output_reasoning_tokens'];
/** Columns are gone through so many times, for once is too short to measure. */
const PASSES = 100;
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const figure = (value: number): string => Math.round(value).toLocaleString('en');

const { catalog } = readCatalog('data');
const offer = catalog.offers.get(`mistral/${MODEL}`);
const chat = findProvider({ providerId: 'openai' });
if (!offer || !chat) throw new Error('the offer or the peer has gone');
await waitForUpdate();
const records: unknown[] = Array.from({ length: RECORDS }, (_, index) => JSON.parse(recordLine(index, MODEL)));

function readAll(take: (outcome: Located<Where>) => void): void {
  const reader = readRecords<Where>({ provider: 'mistral' }, take);
  const file = reader.file();
  for (const [index, record] of records.entries()) file.read(record, { file: 'memory', line: index + 1 });
  file.end({ file: 'memory', line: RECORDS });
  reader.end();
}

let total: string | null = null;
const fromObjects = await processorTime(5, () => {
  const tally = tallyOf(
    catalogPrices(catalog, { provider: 'mistral' }),
    { at: null, today: 0, when: {}, groupBy: [] },
    problemList(),
  );
  readAll(tally.take);
  total = tally.answer(new Map()).total;
});

const read: UsageRecord[] = [];
readAll((outcome) => void (outcome.kind === 'record' && read.push(outcome.record)));
const columns = METERS.map((meter) =>
  Float64Array.from(read, ({ readings }) => Number(readings[0]?.usage[meter] ?? 0)),
);
const price = (): string | null => {
  const card = compileCard(offer, METERS, { at: '2026-11-20', fees: false });
  for (let pass = 0; pass < PASSES; pass += 1) card.add(columns, RECORDS);
  return card.bill().usage_total;
};
const exact = new Decimal(total ?? 0).times(PASSES);
if (read.length !== RECORDS || !exact.eq(price() ?? 0)) throw new Error('columns and objects differ');
const fromColumns = (await processorTime(5, price)) / PASSES;

const timestamp = new Date('2026-11-20');
const options = { providerId: 'mistral', timestamp };
const peer = await processorTime(5, () => {
  for (const record of records) calcPrice(extractUsage(chat, record, 'chat').usage, MODEL, options);
});
const usages = records.map((record) => extractUsage(chat, record, 'chat').usage);
const peerCounts = await processorTime(5, () => {
  for (const usage of usages) calcPrice(usage, MODEL, options);
});

const times = (theirs: number, ours: number): string => `${(theirs / ours).toFixed(1)} times`;
write(`\n${figure(RECORDS)} records in memory, processor time, median of 5, a second:`);
write(`  the peer, extractUsage and calcPrice of each object  ${figure(RECORDS / peer)}`);
write(`  the peer, calcPrice alone of what was extracted      ${figure(RECORDS / peerCounts)}`);
write(
  `  ours, each object to the bill                        ${figure(RECORDS / fromObjects)}, ${times(peer, fromObjects)} extractUsage and calcPrice`,
);
write(
  `  ours, columns of ${METERS.length} counts to the same bill          ${figure(RECORDS / fromColumns)}, ${times(peer, fromColumns)} extractUsage and calcPrice, ${times(peerCounts, fromColumns)} calcPrice alone`,
);
