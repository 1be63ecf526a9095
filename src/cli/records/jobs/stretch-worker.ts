import { parentPort, workerData } from 'node:worker_threads';
import type { Served } from '../../../record-pricing/price-list.ts';
import { askedPrices } from './asked-prices.ts';
import type { FoundOffer, FromWorker, ToWorker, WorkerSettings } from './messages.ts';
import { runStretch } from './run-stretch.ts';

/** How many bytes are read before it is said. */
const TOLD_BYTES = 1 << 22;

const port = parentPort;
if (!port) throw new Error('this file is run as a worker');
const settings = workerData as WorkerSettings;
const tell = (message: FromWorker): void => port.postMessage(message);

let answer: (found: readonly FoundOffer[]) => void = () => {};
const ask = (served: readonly Served[]): Promise<readonly FoundOffer[]> =>
  new Promise((resolve) => {
    answer = resolve;
    tell({ kind: 'find', served });
  });
const prices = askedPrices(settings.meters, ask);

let unsaid = 0;
const say = (bytes: number, least: number): void => {
  unsaid += bytes;
  if (unsaid < least) return;
  tell({ kind: 'read', bytes: unsaid });
  unsaid = 0;
};

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'offers') {
    answer(message.found);
    return;
  }
  const result = await runStretch(message.job, settings, prices, (bytes) => say(bytes, TOLD_BYTES));
  say(0, 1);
  tell({ kind: 'result', result });
});
