import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Offer, readCard } from '../src/engine/index.ts';
import { type Located, type ReadOptions, readRecords, type UsageRecord } from '../src/usage-records/index.ts';

const FOLDER = new URL('./usage-records/', import.meta.url);

/** What each disjoint quantity costs in micro-dollars. */
export const PRICES = {
  uncached: '1.25',
  cache_read: '0.20',
  cache_write: '2',
  cache_write_1h: '3',
  output: '2.5',
  audio: '10',
  cached_audio: '0.5',
  audio_output: '20',
  searches: '5000',
  fetches: '1000',
  audio_seconds: '100',
} as const;

export interface Expected {
  readonly model?: string;
  readonly at?: string;
  readonly usage: Readonly<Record<string, number>> | null;
  readonly requests?: number;
  readonly money?: object;
  readonly conditions?: object;
  readonly disjoint: Readonly<Record<keyof typeof PRICES, number>>;
  readonly micro_dollars: string;
}

export interface Fixture {
  readonly format: string;
  readonly records: readonly unknown[];
  readonly expect: readonly Expected[];
}

export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER)
  .sort()
  .map((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Fixture);

const rate = (meter: string, price: string) => ({ meter, price, per: 1_000_000, source: 'page' });
const each = (meter: string, price: string) => ({ meter, price, per: 1, source: 'page' });

/** A card with the prices above, nothing for a tier or a region. */
export const CARD: Offer = readCard({
  id: 'acme/all',
  provider: 'acme',
  model: 'acme/all',
  currency: 'USD',
  periods: [
    {
      from: null,
      until: null,
      rates: [
        rate('input_tokens', '1.25'),
        rate('cache_read_tokens', '0.20'),
        rate('cache_write_tokens', '2'),
        rate('cache_write_1h_tokens', '3'),
        rate('output_tokens', '2.5'),
        rate('input_audio_tokens', '10'),
        rate('cache_audio_read_tokens', '0.5'),
        rate('output_audio_tokens', '20'),
        each('web_searches', '0.005'),
        each('web_fetches', '0.001'),
        each('input_audio_seconds', '0.0001'),
      ],
    },
  ],
});

export interface ReadAll {
  readonly outcomes: readonly Located<number>[];
  readonly records: readonly UsageRecord[];
  readonly problems: readonly string[];
  readonly skipped: readonly string[];
  readonly repeated: number;
}

/** Reads values as the records of one file. */
export function readAll(values: readonly unknown[], options: ReadOptions = {}): ReadAll {
  const outcomes: Located<number>[] = [];
  const reader = readRecords<number>(options, (outcome) => outcomes.push(outcome));
  const file = reader.file();
  for (const [line, value] of values.entries()) file.read(value, line + 1);
  file.end(values.length);
  reader.end();
  return {
    outcomes,
    records: outcomes.flatMap((one) => (one.kind === 'record' ? [one.record] : [])),
    problems: outcomes.flatMap((one) => (one.kind === 'skipped' ? [] : one.problems.map(({ code }) => code))),
    skipped: outcomes.flatMap((one) => (one.kind === 'skipped' ? [one.reason] : [])),
    repeated: [...reader.repeated.values()].reduce((sum, count) => sum + count, 0),
  };
}
