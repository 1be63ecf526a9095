import { Decimal, plain } from '../engine/decimal.ts';
import { parseInstant } from '../engine/instant.ts';
import { assumeWork, type WorkAssumption } from './assumption.ts';
import { outlives } from './cache.ts';
import { FIELDS, isOfTheWhole } from './fields.ts';
import { stepsOf } from './kinds/agent.ts';
import { BATCH_HOURS } from './kinds/batch.ts';
import type { WorkOffer } from './limits.ts';
import { ownerOf } from './part-path.ts';
import { amountOf, type Point, stated } from './point.ts';
import type { PricedMonth, Pricing } from './price-month.ts';
import type { ReadInput } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';
import { addMonths, type MonthPlan } from './schedule.ts';
import { inputAt } from './spread.ts';

/** What a workload file took from a preset: the paths of the inputs, and the preset's reasons. */
export interface FromPreset {
  readonly preset: string;
  readonly inputs: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
}

/** Says aloud what the work takes as given: inputs from a preset, inputs not stated, and what follows. */
export function noteWork(work: ReadWork, point: Point, preset: FromPreset | null, list: WorkAssumption[]): void {
  for (const key of preset?.inputs ?? []) {
    const { input } = inputAt(work, key);
    const value = input ? inputWords(input) : (textAt(work, key) ?? '');
    const reason = preset?.reasons[key] ?? null;
    if (value) assumeWork(list, 'from_preset', { input: key, value, preset: preset?.preset ?? '', reason });
  }
  noteAbsent(work, list);
  notePoint(point, list);
}

function textAt(work: ReadWork, path: string): string | undefined {
  const { owner, key } = ownerOf(work, path);
  return owner?.texts.get(key);
}

/** `5`, or `5 (3 to 9)`. */
export function inputWords({ low, expected, high, ranged }: ReadInput): string {
  return ranged ? `${plain(expected)} (${plain(low)} to ${plain(high)})` : plain(expected);
}

function noteAbsent(work: ReadWork, list: WorkAssumption[]): void {
  for (const [key, field] of Object.entries(FIELDS[work.kind])) {
    const isStated = work.inputs.has(key) || work.texts.has(key);
    const means = field.with === undefined || work.inputs.has(field.with) || work.texts.has(field.with);
    if (isStated || !means || field.absent === undefined) continue;
    if (work.path !== '' && isOfTheWhole(work.kind, key)) continue;
    assumeWork(list, 'not_stated', { input: work.path + key, taken: field.absent });
  }
  for (const part of work.parts) noteAbsent(part.work, list);
}

function notePoint(point: Point, list: WorkAssumption[]): void {
  const { kind } = point;
  if (amountOf(point, 'reasoning_percent').gt(0) && (kind === 'chat' || kind === 'agent')) {
    assumeWork(list, 'reasoning_not_resent', {});
  }
  if (kind === 'agent' && stepsOf(point).lt(amountOf(point, 'steps'))) {
    assumeWork(list, 'steps_capped', { steps: plain(amountOf(point, 'steps')), cap: plain(stepsOf(point)) });
  }
  const pause = kind === 'chat' ? 'think_minutes' : 'step_minutes';
  const ttl = stated(point, 'cache_ttl_minutes');
  if (ttl?.gt(0) && !outlives(point, pause)) {
    assumeWork(list, 'cache_too_slow', { pause: plain(amountOf(point, pause)), ttl: plain(ttl) });
  }
  if (kind === 'batch' && amountOf(point, 'deadline_hours').lt(BATCH_HOURS)) {
    const args = { deadline: plain(amountOf(point, 'deadline_hours')), hours: String(BATCH_HOURS) };
    assumeWork(list, 'batch_too_slow', args);
  }
  for (const part of point.parts) notePoint(part.point, list);
}

/** Says aloud what was taken as given for the months and the cards. */
export function noteMonths(
  months: readonly PricedMonth[],
  point: Point,
  { offer, find }: Pricing,
  list: WorkAssumption[],
): void {
  const [first] = months;
  if (!first) return;
  if (!point.texts.has('start')) assumeWork(list, 'starts_at', { at: first.plan.at });
  assumeWork(list, 'days_spread', { days: first.plan.days, stated: point.numbers.has('working_days') });
  if (months.length > 1) assumeWork(list, 'months_apart', { months: months.length });
  const media = new Set(first.groups.flatMap(({ takes }) => (takes === 'text' ? [] : [takes])));
  if (!offer.modalities) {
    for (const one of media) assumeWork(list, 'limit_unknown', { offer: offer.id, limit: `ability to read ${one}` });
  }
  for (const { plan, cards } of months) {
    if (plan.rounded) assumeWork(list, 'volume_rounded', { month: plan.month, volume: plain(plan.volume) });
    for (const { offer: id, card } of cards) {
      const on = id === offer.id ? offer : find(id);
      if (on) noteChanges(on, plan, addMonths(first.plan.at, plan.month), list);
      if (card.waits && card.hasBatch) assumeWork(list, 'batch_price', { offer: id, hours: deadlineOf(point) });
      if (card.waits && !card.hasBatch) assumeWork(list, 'batch_missing', { offer: id });
      if (card.cacheUnpriced) assumeWork(list, 'cache_unpriced', { offer: id });
      if (card.counted !== null) assumeWork(list, 'counted_by', { offer: id, meter: card.counted });
      if (on && !on.context_window) assumeWork(list, 'limit_unknown', { offer: id, limit: 'context window' });
      if (on && !on.max_output) assumeWork(list, 'limit_unknown', { offer: id, limit: 'longest output' });
    }
  }
}

/** The shortest time within which answers that can wait for a batch are needed. */
function deadlineOf(point: Point): string {
  const all = [point, ...point.parts.map(({ point: part }) => part)].flatMap(
    (one) => stated(one, 'deadline_hours') ?? [],
  );
  return plain(Decimal.min(...all.filter((hours) => hours.gte(BATCH_HOURS))));
}

/** Prices that change between the first day of a month and its end. */
function noteChanges(offer: WorkOffer, { at, month }: MonthPlan, end: string, list: WorkAssumption[]): void {
  const from = parseInstant(at)?.ms ?? 0;
  const until = parseInstant(end)?.ms ?? 0;
  const dates = offer.periods.flatMap(({ from: start, rates }) => [
    start,
    ...rates.flatMap(({ when }) => [when?.dates?.from, when?.dates?.until]),
  ]);
  for (const date of new Set(dates)) {
    if (!date) continue;
    const ms = parseInstant(date)?.ms ?? Number.NaN;
    if (from < ms && ms < until) assumeWork(list, 'price_changes', { offer: offer.id, on: date, month });
  }
}
