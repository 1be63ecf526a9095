import type { Assumption } from './assumption.ts';
import { type Conditions, conditionsKey } from './condition.ts';
import type { BillContext } from './context.ts';
import { Decimal, type DecimalString, plain, ZERO } from './decimal.ts';
import type { Gap } from './gap.ts';
import { add, pieceFor } from './piece.ts';
import type { RatedRequests } from './price-group.ts';
import { totalsFor } from './request-rule.ts';

/**
 * What the requests of a bill came to before anything that only their sum decides, as plain data: sums of the same
 * offer and moment add up exactly, in any order, to those of all requests.
 */
export interface BillSums {
  readonly requests: DecimalString;
  /** The conditions under which requests were made. */
  readonly met: readonly Conditions[];
  readonly pieces: readonly {
    /** The place of the rate on the card. */
    readonly rate: number;
    readonly step: number | null;
    readonly conditions: Conditions;
    readonly quantity: DecimalString;
    readonly used: DecimalString;
    readonly folded: Readonly<Record<string, DecimalString>>;
  }[];
  readonly totals: readonly {
    readonly conditions: Conditions;
    readonly isRounded: boolean;
    readonly isRaised: boolean;
    readonly inexact: DecimalString;
    readonly rounded: DecimalString;
    readonly raised: DecimalString;
  }[];
  /** The whole counts of meters that decide a price or a fee. */
  readonly counted: Readonly<Record<string, DecimalString>>;
  readonly assumptions: readonly Assumption[];
  readonly gaps: readonly Gap[];
}

/** What a running bill adds up, as it goes. */
export interface Running {
  readonly rated: RatedRequests;
  readonly counted: Map<string, Decimal>;
  readonly met: Conditions[];
  requests: Decimal;
}

/** The sums of a running bill as data. */
export function billSums({ rated, counted, met, requests }: Running, { assumptions, gaps }: BillContext): BillSums {
  const texts = (map: ReadonlyMap<string, Decimal>): Record<string, DecimalString> =>
    Object.fromEntries([...map].map(([key, value]) => [key, plain(value)]));
  return {
    requests: plain(requests),
    met,
    pieces: [...rated.pieces.values()].map(({ rate, step, conditions, quantity, used, folded }) => ({
      rate: rate.index,
      step,
      conditions,
      quantity: plain(quantity),
      used: plain(used),
      folded: texts(folded),
    })),
    totals: [...rated.totals.values()].map(({ inexact, rounded, raised, ...rest }) => ({
      ...rest,
      inexact: plain(inexact),
      rounded: plain(rounded),
      raised: plain(raised),
    })),
    counted: texts(counted),
    assumptions: [...assumptions],
    gaps: [...gaps],
  };
}

/** Adds sums to a running bill on the same card. */
export function addSums(sums: BillSums, running: Running, { card, assumptions, gaps }: BillContext): void {
  const { rated, counted } = running;
  for (const { rate: index, step, conditions, quantity, used, folded } of sums.pieces) {
    const rate = card.rates.find((one) => one.index === index);
    if (!rate) throw new RangeError(`the card has no rate ${index}; these sums are of another`);
    const piece = pieceFor(rated.pieces, rate, step, conditions);
    piece.quantity = add(piece.quantity, new Decimal(quantity));
    piece.used = add(piece.used, new Decimal(used));
    for (const [meter, part] of Object.entries(folded)) {
      piece.folded.set(meter, add(piece.folded.get(meter) ?? ZERO, new Decimal(part)));
    }
  }
  for (const { conditions, isRounded, isRaised, inexact, rounded, raised } of sums.totals) {
    const totals = totalsFor(rated.totals, conditions);
    totals.isRounded ||= isRounded;
    totals.isRaised ||= isRaised;
    totals.inexact = totals.inexact.plus(inexact);
    totals.rounded = add(totals.rounded, new Decimal(rounded));
    totals.raised = add(totals.raised, new Decimal(raised));
  }
  for (const [meter, quantity] of Object.entries(sums.counted)) {
    counted.set(meter, add(counted.get(meter) ?? ZERO, new Decimal(quantity)));
  }
  for (const conditions of sums.met) noteMet(running, conditions);
  running.requests = add(running.requests, new Decimal(sums.requests));
  const known = new Set(assumptions.map(({ code, text }) => `${code} ${text}`));
  assumptions.push(...sums.assumptions.filter(({ code, text }) => !known.has(`${code} ${text}`)));
  gaps.push(...sums.gaps);
}

/** Remembers conditions under which requests were made, each once. */
export function noteMet({ met }: Running, conditions: Conditions): void {
  if (!met.some((known) => conditionsKey(known) === conditionsKey(conditions))) met.push(conditions);
}
