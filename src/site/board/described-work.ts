import { capital } from '../../catalog/words/capital.ts';
import { groupDigits } from '../../catalog/words/group-digits.ts';
import { listWords } from '../../catalog/words/list.ts';
import type { Retirement } from '../../catalog/words/problem-words.ts';
import { Decimal, plain, ZERO } from '../../engine/decimal.ts';
import { type Offer, STANDARD_METERS } from '../../engine/index.ts';
import {
  type FirstMonth,
  firstMonth,
  KIND_NAMES,
  type OfferDecides,
  type Workload,
  WorkloadError,
} from '../../workload/index.ts';
import { obstacles } from '../calculator/results/headline.ts';
import { workProblemWords } from '../calculator/workload/missing-words.ts';
import { readWorkLink } from '../calculator/workload/work-link.ts';
import { workloadOf } from '../calculator/workload/work-texts.ts';
import { otherVersion, WORK_LINK_VERSION } from '../link-version.ts';
import type { OfferIndex } from '../offer-index/offer-index.ts';
import type { Work } from '../ranking/work.ts';
import { usageWords, workloadOptions } from '../workload.ts';

/** Work that was described at length, as its first month asks all offers for it. */
export interface DescribedWork {
  readonly works: readonly Work[];
  /** What it is, for people. */
  readonly words: string;
  /** What of its link was not followed. */
  readonly ignored: readonly string[];
  /** Why an offer with such limits cannot do it, zero where a limit is not known; null where it can. */
  readonly barred: (context: number, maxOutput: number) => string | null;
  /** What it comes to on a card that is more than prices times counts. */
  readonly price: (offer: Offer & Retirement) => { readonly total: string } | { readonly reason: string };
}

const OFFER_DECIDES: Readonly<Record<OfferDecides, string>> = {
  media: 'it has images or sound to read, which each seller counts in its own way',
  waits: 'it waits for a batch, whose price is asked of one offer at a time',
  other_offers: 'parts of it go to offers that it names',
};

/** Reads work from a link of the calculator; or why offers cannot be ranked by it, in words. */
export function describedWork(
  link: string,
  presets: ReadonlyMap<string, Workload>,
  { at, meters }: Pick<OfferIndex, 'at' | 'meters'>,
): DescribedWork | { readonly reason: string } {
  const other = otherVersion(link, [WORK_LINK_VERSION]);
  if (other !== null) return { reason: `its link is ignored, ${other}` };
  const { work, values, ignored } = readWorkLink(link, presets, STANDARD_METERS);
  const read = monthOf(workloadOf(work) as unknown as Workload, at);
  if ('reason' in read) return read;
  const { asked, leftOut, cannot, total } = read;
  if (typeof asked === 'string') return { reason: OFFER_DECIDES[asked] };
  const works = asked.map(({ requests = '1', usage }) => ({
    requests: String(requests),
    usage: usage as Work['usage'],
  }));
  if (works.every(({ requests }) => requests === '0')) return { reason: 'its first month has no requests' };
  const unknown = works.flatMap(({ usage }) => Object.keys(usage)).find((id) => !meters.some((one) => one.id === id));
  if (unknown !== undefined)
    return { reason: `offers are not ranked by ${STANDARD_METERS.get(unknown)?.many ?? unknown}` };
  const name = (work.preset === null ? undefined : presets.get(work.preset)?.name) ?? capital(KIND_NAMES[work.kind]);
  return {
    works,
    words: `${name}: ${monthWords(works)}${leftOut.length > 0 ? `; ${listWords(leftOut)} not counted` : ''}`,
    ignored: [
      ...ignored,
      ...Object.entries(values).map(([key, value]) => `${key}=${value}, which a ranking does not ask`),
    ],
    barred: (context, maxOutput) =>
      cannot({
        ...NO_CARD,
        ...(context > 0 ? { context_window: { tokens: context } } : {}),
        ...(maxOutput > 0 ? { max_output: { tokens: maxOutput } } : {}),
      })?.reason ?? null,
    price: (offer) => {
      const priced = total(offer);
      if ('total' in priced) return { total: plain(priced.total) };
      const { gaps, ...blocked } = priced.blocked;
      const all = { ...blocked, gaps: gaps.map((gap) => ({ ...gap, offer: offer.id })) };
      return {
        reason: obstacles(all, STANDARD_METERS, new Map([[offer.id, offer]])).join('; '),
      };
    },
  };
}

/** An offer of which only the limits are known. */
const NO_CARD: Offer = { id: '', provider: '', model: '', currency: '', periods: [] };

function monthOf(workload: Workload, at: string): FirstMonth | { readonly reason: string } {
  try {
    return firstMonth(workload, workloadOptions(at, STANDARD_METERS));
  } catch (error) {
    if (error instanceof WorkloadError) return { reason: error.problems.map(workProblemWords).join('; ') };
    throw error;
  }
}

/** `2,000 requests in the first month, with 1,000,000 input tokens and 50,000 output tokens in all`. */
function monthWords(works: readonly Work[]): string {
  const sums = new Map<string, Decimal>();
  let all = ZERO;
  for (const { requests, usage } of works) {
    all = all.plus(requests);
    for (const [meter, count] of Object.entries(usage))
      sums.set(meter, (sums.get(meter) ?? ZERO).plus(new Decimal(count).times(requests)));
  }
  const usage = Object.fromEntries([...sums].map(([meter, sum]) => [meter, plain(sum)]));
  return `${groupDigits(plain(all))} requests in the first month, with ${usageWords(usage, STANDARD_METERS)} in all`;
}
