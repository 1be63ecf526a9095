import { count, type FieldGroup, type Fields, percent, quantity, tokens } from './field.ts';

const inGroup = (group: FieldGroup, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, { ...field, group }]));

/** How many months are looked at. */
export const MONTHS = count('months ahead', 'months', {
  aboveZero: true,
  most: 120,
  fixed: true,
  absent: 'one month is priced',
});

/** When the work falls, and how it grows. */
export const SCHEDULE: Fields = inGroup('schedule', {
  volume_per: {
    type: 'choice',
    label: 'what the volume is counted over',
    choices: ['month', 'working_day'],
    meanings: { month: 'a month', working_day: 'a working day' },
    absent: 'the volume is that of a month',
  },
  working_days: count('days of work in a month', 'days', {
    aboveZero: true,
    most: 31,
    asked: { input: 'volume_per', is: 'working_day' },
  }),
  growth_percent: {
    ...percent('growth from month to month', { absent: 'the volume is the same in every month' }),
    type: 'change',
  },
  months: MONTHS,
  start: { type: 'date', label: 'first day of the first month' },
});

/** What calls cost beside what they were made for. */
export const CALLS: Fields = inGroup('calls', {
  failed_percent: quantity('failed calls for each hundred that succeed', 'percent', {
    most: 10_000,
    absent: 'no call fails and is made again',
  }),
  failed_billed: {
    type: 'flag',
    label: 'failed calls are billed',
    with: 'failed_percent',
    asked: { input: 'failed_percent', aboveZero: true },
  },
  failed_output_percent: percent('how much of its answer a failed call has produced', {
    with: 'failed_billed',
    asked: { input: 'failed_billed', is: 'true' },
  }),
  reasoning_percent: quantity('hidden reasoning for each hundred tokens of answer', 'percent', {
    most: 1_000_000,
    absent: 'no hidden reasoning is billed beside the visible answer',
  }),
});

/** Inputs that matter once entries of a cache live for a time. */
export const CACHED = { input: 'cache_ttl_minutes' } as const;

/** What is read from a prompt cache. */
export const CACHE: Fields = inGroup('cache', {
  cache_ttl_minutes: quantity('how long a cache entry lives', 'minutes', {
    absent: 'nothing is read from a prompt cache',
  }),
  cache_minimum_tokens: tokens('shortest prefix that is cached', {
    with: 'cache_ttl_minutes',
    absent: 'a prefix of any length can be cached',
  }),
  cache_hit_percent: percent('reads that hit, of those that could', {
    with: 'cache_ttl_minutes',
    absent: 'every read that can hit does',
  }),
});
