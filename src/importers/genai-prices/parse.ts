import * as z from 'zod';
import { MatchRuleFile } from '../../catalog/schema/match-rule.ts';
import { faultOf, parseShape } from '../parse-shape.ts';

const ParsedProvider = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  pricing_urls: z.array(z.string()).optional(),
  api_pattern: z.string().optional(),
  provider_match: MatchRuleFile.optional(),
  model_match: MatchRuleFile.optional(),
  fallback_model_providers: z.array(z.string()).optional(),
  models: z.array(z.unknown()),
});

const ParsedModel = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  match: MatchRuleFile,
  context_window: z.int().positive().nullish(),
  deprecated: z.boolean().nullish(),
  prices: z.union([
    z.record(z.string(), z.unknown()),
    z.array(z.looseObject({ constraint: z.unknown().optional(), prices: z.record(z.string(), z.unknown()) })).min(1),
  ]),
});

const StartDate = z.looseObject({ start_date: z.iso.date() });
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:00(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/);
const TimeOfDay = z.looseObject({ start_time: Clock, end_time: Clock });
const Tiered = z.strictObject({
  base: z.unknown(),
  tiers: z.array(z.strictObject({ start: z.int().min(0), price: z.unknown() })).min(1),
});

export type ParsedProvider = z.output<typeof ParsedProvider>;
export type ParsedModel = z.output<typeof ParsedModel>;
export type Tiered = z.output<typeof Tiered>;

export function parseProviders(data: unknown): ParsedProvider[] {
  return parseShape(z.array(ParsedProvider).min(1), data, 'a list of providers with their models');
}

/** A row, or why it cannot be one. */
export function parseModel(row: unknown): { readonly model: ParsedModel } | { readonly fault: string } {
  const result = ParsedModel.safeParse(row);
  return result.success ? { model: result.data } : { fault: faultOf(result.error) };
}

/** When an entry's prices hold; null where that cannot be read. */
export function parseConstraint(
  value: unknown,
): { from: string | null; hours: { start: number; end: number } | null } | null {
  if (value === undefined || value === null) return { from: null, hours: null };
  const date = StartDate.safeParse(value);
  if (date.success) return { from: date.data.start_date, hours: null };
  const time = TimeOfDay.safeParse(value);
  if (!time.success) return null;
  return { from: null, hours: { start: utcMinute(time.data.start_time), end: utcMinute(time.data.end_time) } };
}

export function parseTiered(value: unknown): Tiered | null {
  return Tiered.safeParse(value).data ?? null;
}

/** `00:30:00Z` is 30; `02:00:00+02:00` is 0. */
function utcMinute(text: string): number {
  const [, hours = '0', minutes = '0', sign, offHours = '0', offMinutes = '0'] =
    /^(\d\d):(\d\d):00(?:Z|([+-])(\d\d):(\d\d))$/.exec(text) ?? [];
  const offset = (Number(offHours) * 60 + Number(offMinutes)) * (sign === '-' ? -1 : 1);
  return (Number(hours) * 60 + Number(minutes) - offset + 1440) % 1440;
}
