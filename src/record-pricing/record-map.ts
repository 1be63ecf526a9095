import type { RecordMapping } from '../usage-records/index.ts';

/** What a map file says. */
export interface RecordMap {
  /** Offers by the names that records use for models, alone or as `provider:model`. */
  readonly models: Readonly<Record<string, string>>;
  /** Where records of one's own keep what. */
  readonly records: RecordMapping | null;
}

/** A map, or what is wrong with its text, each problem with its place. */
export type ReadMapText = RecordMap | { readonly problems: readonly string[] };

/** A map as the text of a file that `readMap` reads. */
export function mapText({ models, records }: RecordMap): string {
  const names = Object.entries(models).map(([name, offer]) => `  ${JSON.stringify(name)}: ${JSON.stringify(offer)}\n`);
  const own = records ? `records: ${JSON.stringify(records)}\n` : '';
  return `models:${names.length > 0 ? '\n' : ' {}\n'}${names.join('')}${own}`;
}
