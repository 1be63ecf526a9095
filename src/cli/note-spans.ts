import type { Offer } from '../engine/offer.ts';
import type { Span } from '../engine/rate-card.ts';
import type { BillOptions } from '../engine/read-options.ts';
import { noteNoChange } from './changes-nothing.ts';
import { type CountedSpans, countedSpans } from './counted-spans.ts';
import type { Io } from './io.ts';
import { periodOf } from './period-of.ts';

interface Counted extends CountedSpans {
  readonly id: string;
}

const COUNT = ['counts', 'count'] as const;
const isLong = (span: Span): boolean => span !== 'day';

/** Says of which offers `--used-before` and `--days` change nothing, as no rule of theirs counts over such a span. */
export function noteSpans(offers: readonly Offer[], options: BillOptions, io: Io): void {
  const counted = offers.flatMap((offer): Counted[] => {
    const period = periodOf(offer, options.at);
    return period ? [{ id: offer.id, ...countedSpans(period, options.fees !== false) }] : [];
  });
  noteUsedBefore(counted, options, io);
  if (options.days === undefined) return;
  const noDay = counted.filter(({ usage, cost, time }) => [...usage, ...cost, ...time].every(isLong));
  noteNoChange(noDay, COUNT, 'nothing by the day', ['--days'], io);
}

function noteUsedBefore(counted: readonly Counted[], { used_before: before }: BillOptions, io: Io): void {
  if (!before) return;
  const [hasUsage, hasCost] = [before.usage !== undefined, before.cost !== undefined];
  if (!hasUsage && !hasCost) io.err('--used-before says neither usage nor cost; it changes nothing');
  const noUsage = counted.filter(({ usage }) => hasUsage && !usage.some(isLong));
  const noCost = counted.filter(({ cost }) => hasCost && !cost.some(isLong));
  const neither = noUsage.filter((one) => noCost.includes(one));
  const part = (name: string): string => (hasUsage && hasCost ? `the ${name} of --used-before` : '--used-before');
  const note = (list: readonly Counted[], what: string, option: string): void =>
    noteNoChange(list, COUNT, `${what} over a month, a year or once`, [option], io);
  note(neither, 'nothing', '--used-before');
  note(without(noUsage, neither), 'no usage', part('usage'));
  note(without(noCost, neither), 'no money', part('cost'));
}

const without = <T>(list: readonly T[], others: readonly T[]): T[] => list.filter((one) => !others.includes(one));
