import type { Offer } from '../../src/engine/index.ts';
import { contradicts, linesOf, ruleLines } from './charge-lines.ts';
import { chargesOf } from './charges.ts';
import { chooseRate } from './choose-rate.ts';
import { isKnownKey, situation } from './conditions.ts';
import { count, wholeOf } from './counts.ts';
import { fromText, toText } from './decimal-text.ts';
import { lessAllowances } from './free-units.ts';
import { between, moment } from './moment.ts';
import { cut } from './pieces.ts';
import type { Answer, Question } from './question.ts';
import { add, multiply, type Rational, total, ZERO } from './rational.ts';
import { readRequest } from './request.ts';
import { topUpFee } from './top-up.ts';

/** The bill that docs/PRICING.md gives, in fractions and without the engine; or the codes of what is wrong. */
export function oracle({ offer, groups, options }: Question): Answer | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const ms = moment(options.at);
  if (ms === null) return { problems: ['malformed_date'] };
  const asked = [options.when ?? {}, ...groups.map(({ when }) => when ?? {})];
  for (const when of asked)
    for (const key of Object.keys(when)) if (!isKnownKey(key)) problems.push('unknown_condition');
  if (offer.periods.some(contradicts)) return { problems: [...problems, 'card_conflict'] };
  const index = offer.periods.findIndex(({ from, until }) => between(ms, from, until));
  const period = offer.periods[index];
  if (!period) return { problems: [...problems, 'no_period'] };

  const path = `periods/${index}`;
  const requests = groups.map((group) => readRequest(group, options.when ?? {}, ms, period));
  const before = count(options.used_before?.usage ?? {}, 'sum');
  problems.push(...before.problems, ...requests.flatMap(({ counted }) => counted.problems));
  const funding = fundingOf(offer, options.payment_method);
  if (funding === 'unknown' && options.fees !== false) problems.push('no_payment_method');
  if (problems.length > 0) return { problems };

  const at = situation(options.when ?? {}, ms);
  const days = fromText(options.days ?? 1);
  const billedBefore = (rate: number): Rational =>
    total([...before.own].map(([meter, own]) => (chooseRate(meter, period.rates, at) === rate ? own : ZERO)));
  const around = { days, at, before, billedBefore };
  const rated = linesOf(lessAllowances(cut(period, requests, around), period, around), period, path);
  const lines = [...rated, ...ruleLines(requests, rated, period, path)];
  const usage = total(lines.map(({ amount }) => amount));

  const { fees, unpriced } =
    options.fees === false
      ? { fees: [], unpriced: [] }
      : chargesOf(period, {
          at,
          days,
          groups: requests.filter(({ requests: number }) => number.n > 0n).map((request) => request.at),
          lines,
          costBefore: fromText(options.used_before?.cost ?? '0'),
          usedBefore: (meter) => wholeOf(meter, before),
          used: (meter) => total(requests.map((r) => multiply(wholeOf(meter, r.counted), r.requests))),
        });
  if (options.fees !== false && funding && funding !== 'unknown') {
    const needed = total([usage, ...fees.map(({ amount }) => amount)]);
    const size = options.top_up === undefined ? null : fromText(options.top_up);
    const fee = topUpFee(needed, funding, size);
    if (fee) fees.push({ kind: 'top_up', amount: fee });
  }
  const feesTotal = total(fees.map(({ amount }) => amount));

  const open = new Map<string, OpenGap>();
  for (const { requests: number, gaps } of requests) {
    for (const gap of gaps) note(open, { ...gap, quantity: multiply(gap.quantity, number) });
  }
  for (const gap of unpriced) note(open, gap);
  const other = options.currency !== undefined && options.currency !== offer.currency ? options.currency : undefined;
  const exchange = options.exchange_rates?.find(({ from, to }) => from === offer.currency && to === other);
  const gaps = [...open.values()].map((gap) => ({ ...gap, code: String(gap.code), quantity: toText(gap.quantity) }));
  const sum = gaps.length > 0 ? null : add(usage, feesTotal);
  const totals = (factor: Rational) => ({
    usage_total: toText(multiply(usage, factor)),
    fees_total: toText(multiply(feesTotal, factor)),
    total: sum && toText(multiply(sum, factor)),
  });
  return {
    lines: lines.map(({ rate, amount, quantity }) => ({ rate, amount: toText(amount), quantity: toText(quantity) })),
    fees: fees.map(({ kind, amount }) => ({ kind, amount: toText(amount) })),
    gaps,
    ...totals({ n: 1n, d: 1n }),
    ...(other ? { converted: exchange ? totals(fromText(exchange.rate)) : null } : {}),
  };
}

interface OpenGap {
  readonly meter: string;
  readonly quantity: Rational;
  readonly code: string | number;
}

/** Adds a gap to that of the same meter for the same reason. */
function note(gaps: Map<string, OpenGap>, { meter, quantity, code }: OpenGap): void {
  if (quantity.n === 0n) return;
  const key = `${code} ${meter}`;
  gaps.set(key, { meter, code, quantity: add(quantity, gaps.get(key)?.quantity ?? ZERO) });
}

/** The terms of a payment method; the first where none is asked for. */
function fundingOf({ funding = [] }: Offer, method: string | undefined) {
  if (method === undefined || funding.length === 0) return funding[0] ?? null;
  return funding.find((terms) => terms.method === method || terms.method === 'any') ?? 'unknown';
}
