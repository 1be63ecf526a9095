import { cardProblems } from '../engine/card-mark.ts';
import { type Conditions, isConditionKey } from '../engine/condition.ts';
import { Decimal } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';
import type { Meters } from '../engine/meter.ts';
import { namedMeters, unknownMeters } from '../engine/named-meters.ts';
import type { Offer } from '../engine/offer.ts';
import { periodAt } from '../engine/period-at.ts';
import { type CardRate, preparePeriod } from '../engine/prepare.ts';
import { engineProblemText } from '../engine/problem.ts';
import type { Period } from '../engine/rate-card.ts';
import { tryReadCard } from '../engine/read-card.ts';
import { selectRate } from '../engine/select-rate.ts';
import { factorOf, microPrice, priceText } from './sql-price.ts';
import { cardRefusals } from './sql-refusals.ts';
import { rateQuantities, type SqlSum } from './sql-tiers.ts';

/** A line of the bill: a quantity made of sums, and what a unit of it costs in millionths. */
export interface SqlLine {
  readonly rate: string;
  readonly meter: string;
  readonly quantity: string;
  readonly microPrice: string;
}

/** Everything that the query is written from. */
export interface SqlPlan {
  readonly columns: readonly string[];
  readonly sums: readonly SqlSum[];
  readonly lines: readonly SqlLine[];
  /** The places of the prices. */
  readonly scale: number;
  readonly assumed: readonly string[];
}

export interface PlanOptions {
  readonly at: string;
  readonly when?: Conditions;
  readonly columns?: readonly string[];
  readonly meters: Meters;
}

/** Decides which sums a card needs and what each of them costs; or says why sums cannot price it. */
export function planSql(offer: Offer, options: PlanOptions): SqlPlan | { readonly refused: readonly string[] } {
  const { meters, when = {} } = options;
  const problems = cardProblems(offer) ?? tryReadCard(offer, meters);
  if (problems.length > 0) return { refused: problems.map(engineProblemText) };
  const at = parseInstant(options.at);
  const index = at ? periodAt(offer.periods, at.ms) : -1;
  const period = offer.periods[index];
  if (!at || !period) return { refused: [`${offer.id} has no rates at ${options.at}`] };
  const card = preparePeriod(period, index);
  const unread = unknownMeters(offer, period, card.path, meters);
  if (unread.length > 0) return { refused: unread.map(engineProblemText) };
  const columns = [...new Set(options.columns ?? countedMeters(period, meters))];
  const unknown = [
    ...columns.filter((column) => !meters.has(column)).map((column) => `there is no meter called ${column}`),
    ...Object.keys(when).flatMap((key) => (isConditionKey(key) ? [] : [`${key} is not a condition`])),
  ];
  const refused = [...unknown, ...cardRefusals(card, when, at.ms)];
  if (refused.length > 0) return { refused };

  const shares = new Map<CardRate, string[]>();
  const counted = [...columns, ...impliedMeters(meters).filter((meter) => !columns.includes(meter))];
  for (const meter of counted) {
    const selection = selectRate(meter, card, meters, when, at.ms);
    if ('rate' in selection) shares.set(selection.rate, [...(shares.get(selection.rate) ?? []), meter]);
    else if (selection.certain || meters.get(meter)?.implied === undefined)
      refused.push(`${meter}: ${selection.gap('1').reason}`);
  }

  const sums: SqlSum[] = [];
  const lines: SqlLine[] = [];
  const assumed = new Set<string>();
  for (const [rate, folded] of shares) {
    if (rate.state !== 'published') continue;
    const used = folded.map((meter) =>
      columns.includes(meter) ? `own_${meter}` : (meters.get(meter)?.implied ?? '0'),
    );
    const made = rateQuantities(rate, used.join(' + '), { columns, meters });
    if ('refused' in made) {
      refused.push(...made.refused);
      continue;
    }
    sums.push(...made.sums);
    if (made.assumed) assumed.add(made.assumed);
    const factor = factorOf(rate, card, { when, ms: at.ms, meters });
    for (const { step, quantity } of made.quantities) {
      const micro = microPrice(rate, step, factor);
      if (micro === null)
        refused.push(`${rate.path}: a unit costs ${priceText(rate, step)}, which has no short decimal`);
      else {
        const path = step < 0 ? rate.path : `${rate.path}/tiers/steps/${step}`;
        lines.push({ rate: path, meter: rate.rate.meter, quantity, microPrice: micro });
      }
    }
  }
  if (lines.length === 0 && refused.length === 0) refused.push(`${offer.id} charges for nothing that the table counts`);
  if (refused.length > 0) return { refused };
  const scale = Math.max(0, ...lines.map((line) => new Decimal(line.microPrice).decimalPlaces()));
  return { columns, sums, lines, scale, assumed: [...assumed] };
}

/** The meters that the rates and tiers of a period name, those that every request implies left out. */
function countedMeters({ rates }: Period, meters: Meters): string[] {
  const named = namedMeters({ from: null, until: null, rates }).map(({ meter }) => meter);
  return [...new Set(named)].filter((meter) => meters.get(meter)?.implied === undefined);
}

function impliedMeters(meters: Meters): string[] {
  return [...meters.values()].flatMap(({ id, implied }) => (implied === undefined ? [] : [id]));
}
