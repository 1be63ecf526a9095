import type { Period, Span } from '../engine/rate-card.ts';

/** The spans over which rules of a card count: usage, money, or no more than the time that goes by. */
export interface CountedSpans {
  readonly usage: readonly Span[];
  readonly cost: readonly Span[];
  readonly time: readonly Span[];
}

/** @param fees false where every charge beside the usage is left out */
export function countedSpans(period: Period, fees: boolean): CountedSpans {
  const spans = (rules: readonly { readonly span: Span }[] = []): Span[] => rules.map(({ span }) => span);
  const tiers = period.rates.flatMap((rate) => ('tiers' in rate && rate.tiers ? [rate.tiers] : []));
  const counted = tiers.flatMap((one) => (one.kind === 'cliff' || one.span === 'request' ? [] : [one.span]));
  const usage = [...counted, ...spans(period.allowances)];
  if (!fees) return { usage, cost: [], time: [] };
  const percents = (period.fees ?? []).flatMap((fee) => (fee.kind === 'percent' && fee.above ? [fee.above] : []));
  return {
    usage: [...usage, ...spans(period.commitments)],
    cost: [...spans(percents), ...spans(period.minimums), ...spans(period.credits)],
    time: (period.fees ?? []).flatMap((fee) => (fee.kind === 'recurring' ? [fee.span] : [])),
  };
}
