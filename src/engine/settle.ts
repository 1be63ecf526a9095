import { drawAllowances } from './allowance.ts';
import { assume } from './assumption.ts';
import type { Bill } from './bill.ts';
import { priceSegment } from './bill-line.ts';
import { cardFees, chargesBeside } from './card-fees.ts';
import type { Conditions } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal, plain, sum } from './decimal.ts';
import { convert, type ExchangeRate } from './exchange.ts';
import { findFunding, topUpFeeOf } from './fund.ts';
import type { Gap } from './gap.ts';
import { noteConditions } from './note-conditions.ts';
import { periodSegments } from './period-tiers.ts';
import { inCardOrder } from './piece.ts';
import type { RatedRequests } from './price-group.ts';
import type { EngineProblem } from './problem.ts';
import type { BillOptions, ReadOptions } from './read-options.ts';
import { requestLines } from './request-rule.ts';

/** What the requests of a bill came to, and how often a meter was counted over all of them. */
export interface Rated extends RatedRequests {
  readonly requests: Decimal;
  /** The conditions under which requests were made. */
  readonly met: readonly Conditions[];
  /** The whole count of a meter over all requests. */
  readonly counted: (meter: string) => Decimal;
}

/** Steps 4 (over a period) to 14: from what the requests came to, to the bill. Null with a problem noted. */
export function settle(
  rated: Rated,
  context: BillContext,
  options: BillOptions,
  read: ReadOptions,
  problems: EngineProblem[],
): Bill | null {
  const { offer } = context;
  for (const conditions of rated.met) noteConditions(conditions, rated.pieces, context);
  const segments = periodSegments(inCardOrder(rated.pieces), rated.counted, context);
  const priced = drawAllowances(segments, context).map((segment) => priceSegment(segment, context));
  const lines = [...priced, ...requestLines(rated.totals.values(), priced, context)];
  const usage = sum(lines.map(({ amount }) => amount));
  const fees = options.fees === false ? [] : cardFees(lines, usage, rated.counted, context);
  if (options.fees === false) assume(context.assumptions, 'fees_left_out', { left_out: chargesBeside(context) });
  else {
    const method = options.payment_method ?? null;
    const funding = offer.funding ?? [];
    if (method !== null && funding.length > 0 && !findFunding(funding, method)) {
      const known = funding.map((terms) => terms.method);
      problems.push({ code: 'no_payment_method', args: { offer: offer.id, method, known }, path: 'payment_method' });
      return null;
    }
    const needed = usage.plus(sum(fees.map(({ amount }) => amount)));
    const fee = topUpFeeOf(needed, { method, topUp: read.topUp }, context);
    if (fee) fees.push(fee);
  }
  const feesTotal = sum(fees.map(({ amount }) => amount));
  const exchange = findExchange(options, context);
  const gaps = mergeGaps(context.gaps);
  const total = gaps.length > 0 ? null : usage.plus(feesTotal);
  return {
    schema: 'ratecard.bill/1',
    offer: offer.id,
    provider: offer.provider,
    model: offer.model,
    at: context.at.text,
    currency: offer.currency,
    requests: plain(rated.requests),
    lines: lines.map(({ line }) => line),
    fees: fees.map(({ fee }) => fee),
    gaps,
    assumptions: context.assumptions,
    usage_total: plain(usage),
    fees_total: plain(feesTotal),
    total: total === null ? null : plain(total),
    complete: gaps.length === 0,
    ...(exchange === undefined ? {} : { converted: exchange && convert(exchange, { usage, fees: feesTotal, total }) }),
    sources: offer.sources ?? {},
  };
}

/** The exchange rate that the reader's currency needs: undefined where it needs none, null where none was given. */
function findExchange(
  { currency, exchange_rates }: BillOptions,
  context: BillContext,
): ExchangeRate | null | undefined {
  const from = context.offer.currency;
  if (currency === undefined || currency === from) return undefined;
  const found = exchange_rates?.find((rate) => rate.from === from && rate.to === currency);
  if (!found) assume(context.assumptions, 'no_exchange_rate', { from, to: currency });
  return found ?? null;
}

/** Gaps of one meter for one reason are one gap. */
function mergeGaps(gaps: readonly Gap[]): Gap[] {
  const merged = new Map<string, Gap>();
  for (const one of gaps) {
    const key = `${one.meter} ${one.reason}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...one, quantity: addText(known.quantity, one.quantity) } : one);
  }
  return [...merged.values()];
}

function addText(a: string, b: string): string {
  return plain(new Decimal(a).plus(b));
}
