import type { PaidSegment } from './allowance.ts';
import type { Adjustment, BillLine } from './bill.ts';
import { blockWords } from './block.ts';
import type { Conditions } from './condition.ts';
import { type BillContext, noteReading } from './context.ts';
import { type Decimal, type DecimalString, plain, ZERO } from './decimal.ts';
import { QUOTIENT_ERROR } from './divide.ts';
import { multiply } from './multiplier.ts';
import type { CardRate, PreparedRate } from './prepare.ts';
import { lineTier, priceAt } from './tier.ts';

/** A line with its amounts as decimals: what it is charged, and what it would be before multipliers. */
export interface PricedLine {
  readonly line: BillLine;
  readonly amount: Decimal;
  /** What it would be before multipliers; zero for a line that stands for a rule. */
  readonly listAmount: Decimal;
  readonly conditions: Conditions;
}

/** Steps 6 and 7: a segment priced, with each step that acted on it. */
export function priceSegment(segment: PaidSegment, context: BillContext): PricedLine {
  const { piece } = segment;
  noteReading(piece.rate.rate, labelled(piece.rate, context).label, context);
  return piece.rate.state === 'published'
    ? publishedLine(segment, piece.rate, context)
    : includedLine(segment, piece.rate, context);
}

function publishedLine(segment: PaidSegment, rate: PreparedRate, context: BillContext): PricedLine {
  const { piece, step, paid, whole, allowances } = segment;
  const price = priceAt(rate, step);
  const listed = price.amount(paid);
  const { amount, adjustments } = multiply(listed.value, rate, piece.conditions, context);
  const blocks: Adjustment[] =
    rate.block && whole && !piece.used.eq(piece.quantity)
      ? [{ kind: 'block', label: blockWords(rate), used: plain(piece.used), billed: plain(piece.quantity) }]
      : [];
  const line: BillLine = {
    ...labelled(rate, context),
    quantity: plain(paid),
    price: plain(price.price),
    per: rate.per,
    amount: plain(amount),
    tier: lineTier(rate, step),
    adjustments: [...blocks, ...allowances, ...adjustments],
    rate: step < 0 ? rate.path : `${rate.path}/tiers/steps/${step}`,
    source: rate.rate.source,
    ...(whole ? foldedParts(segment) : {}),
    ...(listed.rounded ? { rounded: QUOTIENT_ERROR } : {}),
  };
  return { line, amount, listAmount: listed.value, conditions: piece.conditions };
}

function includedLine(segment: PaidSegment, rate: CardRate, context: BillContext): PricedLine {
  const line: BillLine = {
    ...labelled(rate, context),
    quantity: plain(segment.quantity),
    price: '0',
    per: '1',
    amount: '0',
    tier: null,
    adjustments: [{ kind: 'included', label: 'included at no charge' }],
    rate: rate.path,
    source: rate.rate.source,
    ...foldedParts(segment),
  };
  return { line, amount: ZERO, listAmount: ZERO, conditions: segment.piece.conditions };
}

function labelled({ rate }: Pick<CardRate, 'rate'>, { meters }: BillContext): { meter: string; label: string } {
  return { meter: rate.meter, label: rate.label ?? meters.get(rate.meter)?.many ?? rate.meter };
}

/** The meters that a line charges for beside its own, where there are any. */
function foldedParts({ piece }: PaidSegment): { parts?: Record<string, string> } {
  if (piece.folded.size === 0) return {};
  return { parts: Object.fromEntries([...piece.folded].map(([meter, part]) => [meter, plain(part)])) };
}

/** A line that stands for a rule of the card rather than a rate: its whole amount, once. */
export function ruleLine(
  label: string,
  amount: Decimal,
  rule: string,
  source: string,
  conditions: Conditions,
  error: DecimalString | null,
): PricedLine {
  const text = plain(amount);
  const line: BillLine = {
    meter: 'requests',
    label,
    quantity: '1',
    price: text,
    per: '1',
    amount: text,
    tier: null,
    adjustments: [],
    rate: rule,
    source,
    ...(error === null ? {} : { rounded: error }),
  };
  return { line, amount, listAmount: ZERO, conditions };
}
