import { Worker } from 'node:worker_threads';
import type { PriceList } from '../../../record-pricing/price-list.ts';
import type { FoundOffer, FromWorker, StretchJob, StretchResult, ToWorker, WorkerSettings } from './messages.ts';

/** Threads that run stretches, each one at a time, in the order in which they were asked for. */
export interface WorkerPool {
  readonly run: (job: StretchJob) => Promise<StretchResult>;
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly job: StretchJob;
  readonly resolve: (result: StretchResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Beside this file, in source and as built. */
const SCRIPT = new URL(`./stretch-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** What comes and goes while records are read is kept small, so that many threads take little memory. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Starts threads; they ask here for the offers of records, so that none holds a catalog of its own. */
export function workerPool(
  size: number,
  settings: WorkerSettings,
  { match, offer }: PriceList,
  read: (bytes: number) => void,
): WorkerPool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let failure: unknown = null;

  const send = (worker: Worker, message: ToWorker): void => worker.postMessage(message);
  const next = (): void => {
    while (queue.length > 0 && idle.length > 0) {
      const [waiting, worker] = [queue.shift(), idle.shift()];
      if (!waiting || !worker) return;
      busy.set(worker, waiting);
      send(worker, { kind: 'job', job: waiting.job });
    }
  };
  const fail = (error: unknown): void => {
    failure = error;
    for (const { reject } of [...busy.values(), ...queue]) reject(error);
    busy.clear();
    queue.length = 0;
  };
  const found = (served: FoundOffer['served']): FoundOffer => {
    const matched = match(served);
    return { served, match: matched, offer: matched.kind === 'offer' ? offer(matched.offer) : null };
  };
  const workers = Array.from({ length: size }, () => {
    const worker = new Worker(SCRIPT, { workerData: settings, resourceLimits: LIMITS, execArgv: [] });
    worker.on('error', fail);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'read') read(message.bytes);
      else if (message.kind === 'find') send(worker, { kind: 'offers', found: message.served.map(found) });
      else {
        const waiting = busy.get(worker);
        busy.delete(worker);
        idle.push(worker);
        waiting?.resolve(message.result);
        next();
      }
    });
    return worker;
  });
  idle.push(...workers);

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure);
          return;
        }
        queue.push({ job, resolve, reject });
        next();
      }),
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
