import { awaitOffers, type OfferSource } from '../../../record-pricing/await-offers.ts';
import type { PriceList } from '../../../record-pricing/price-list.ts';
import { problemList } from '../../../record-pricing/problem-list.ts';
import { readStretch } from '../../../record-pricing/read-stretch.ts';
import { tallyOf } from '../../../record-pricing/tally.ts';
import type { Where } from '../../../record-pricing/where.ts';
import { readRecords } from '../../../usage-records/index.ts';
import type { StretchJob, StretchResult, WorkerSettings } from './messages.ts';
import { openBytes } from './open-bytes.ts';

/** Reads and prices one stretch; its lines count from 1. Records that may repeat are held, not priced. */
export async function runStretch(
  job: StretchJob,
  { terms, options }: WorkerSettings,
  prices: PriceList & OfferSource,
  read: (bytes: number) => void,
): Promise<StretchResult> {
  const problems = problemList();
  const tally = tallyOf(prices, terms, problems);
  const { take, settle, between } = awaitOffers(prices, tally.take);
  const reader = readRecords<Where>(options, take);
  const { file, bytes, begun, isLast } = job;
  const records = reader.file(begun);
  const stretch = await readStretch(
    records,
    file,
    between(openBytes(job, read)),
    problems,
    bytes && bytes.from > 0 ? 'lines' : null,
  );
  const memory = records.memory();
  if (isLast || stretch.stopped) records.end({ file, line: stretch.last });
  await settle();
  return { stretch, part: tally.part(), held: reader.part(), memory };
}
