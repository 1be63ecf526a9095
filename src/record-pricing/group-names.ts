import type { Offer } from '../engine/offer.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import type { Where } from './where.ts';

/** The value that a record is grouped by; null where it has none. */
export type GroupValue = (record: UsageRecord, offer: Offer, where: Where) => string | null;

const BUILT_IN: Readonly<Record<string, GroupValue>> = {
  provider: (_record, offer) => offer.provider,
  offer: (_record, offer) => offer.id,
  model: (record) => record.model,
  format: (record) => record.format,
  file: (_record, _offer, where) => where.file,
  year: (record) => dateOf(record, 4),
  month: (record) => dateOf(record, 7),
  day: (record) => dateOf(record, 10),
  hour: (record) => dateOf(record, 13),
};

/** Names to group by that every format has; others are fields of the record. */
export const GROUP_NAMES: readonly string[] = Object.keys(BUILT_IN);

/** How the value of a name is found. */
export function groupValue(name: string): GroupValue {
  const built = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  return built ?? ((record) => record.fields[name] ?? null);
}

let lastDay = { day: -1, text: '' };

/** The beginning of a record's moment as text: `2026-11-20T09`, up to that many characters. */
function dateOf({ at }: UsageRecord, length: number): string | null {
  if (at === null) return null;
  if (length === 13) return new Date(at).toISOString().slice(0, 13);
  const day = Math.floor(at / 86_400_000);
  if (day !== lastDay.day) lastDay = { day, text: new Date(at).toISOString().slice(0, 10) };
  return lastDay.text.slice(0, length);
}
