import type { BillOptions, Conditions, Offer, Period, Usage, UsageGroup } from '../../src/engine/index.ts';
import { tryReadCard } from '../../src/engine/read-card.ts';
import { partsOf } from '../oracle/containment.ts';
import type { Question } from '../oracle/question.ts';
import { chargesFor, fundingFor } from './charges.ts';
import { type Draw, drawFromList } from './draw.ts';
import fc from './fast-check.ts';
import { countText, decimal, thousandths } from './numbers.ts';
import { ratesFor, rulesFor } from './rates.ts';

/** Meters that are counted together. */
const FAMILIES: readonly [readonly string[], ...(readonly string[])[]] = [
  ['messages'],
  ['input_tokens', 'output_tokens'],
  ['input_tokens', 'cache_read_tokens', 'output_tokens', 'output_reasoning_tokens'],
  ['input_tokens', 'cache_write_tokens', 'cache_write_5m_tokens', 'cache_write_1h_tokens', 'output_tokens'],
  ['input_tokens', 'cache_read_tokens', 'input_audio_tokens', 'cache_audio_read_tokens'],
  ['cache_read_tokens', 'input_audio_tokens', 'cache_audio_read_tokens', 'input_text_tokens', 'cache_text_read_tokens'],
  ['output_tokens', 'output_text_tokens', 'output_reasoning_tokens', 'output_text_reasoning_tokens'],
  ['audio_seconds', 'input_audio_seconds', 'output_audio_seconds', 'requests'],
  ['input_document_pages', 'input_annotated_document_pages', 'messages', 'images'],
  ['input_tokens', 'output_tokens', 'web_searches', 'requests'],
  ['compute_seconds', 'images', 'cache_storage_token_hours'],
];

const MOMENTS = [
  '2026-11-20',
  '2026-11-20T11:00:00Z',
  '2026-11-20T10:59:59.999Z',
  '2026-11-20T16:30:00Z',
  '2026-11-20T16:29:59Z',
  '2026-11-20T21:00:00Z',
  '2026-11-21T06:00:00+01:00',
  '2026-11-21T05:59:00+01:00',
  '2026-11-22T23:30:00-05:00',
  '2026-11-23T08:30:00+08:00',
  '2026-03-29T00:59:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-24T20:00:00Z',
  '2026-11-01T05:59:00Z',
  '2026-12-31T23:59:59Z',
  '2027-01-01',
] as const;

function conditions(draw: Draw): Conditions {
  return {
    ...(draw.chance(35) ? { service_tier: draw.pick(['batch', 'standard', 'flex']) } : {}),
    ...(draw.chance(20) ? { region: draw.pick(['us', 'global', 'eu']) } : {}),
    ...(draw.chance(20) ? { context_size: draw.pick(['high', 'low', 'medium']) } : {}),
    ...(draw.chance(10) ? { speed: draw.pick(['fast', 'standard']) } : {}),
    ...(draw.chance(10) ? { plan: 'pro' } : {}),
  };
}

/** Counts whose parts fit into their wholes; rarely ones that do not. */
export function usageOf(draw: Draw, meters: readonly string[]): Usage {
  const stated = meters.filter(() => !draw.chance(20));
  const own = new Map(stated.map((meter) => [meter, thousandths(draw)]));
  const usage: Record<string, string | number> = {};
  for (const meter of stated) {
    const parts = stated.filter((part) => partsOf(meter).has(part));
    const sum = parts.reduce((all, part) => all + (own.get(part) ?? 0n), own.get(meter) ?? 0n);
    usage[meter] = countText(draw, parts.length > 0 && draw.chance(1) ? sum / 2n : sum);
  }
  return usage;
}

function groupOf(draw: Draw, meters: readonly string[]): UsageGroup {
  const many = draw.chance(30);
  const requests = many ? draw.pick<string | number>([2, 3, 0, 7, 1000, '12', 999_983]) : undefined;
  const when = draw.chance(25) ? conditions(draw) : undefined;
  return {
    usage: usageOf(draw, meters),
    ...(requests === undefined ? {} : { requests }),
    ...(when ? { when } : {}),
  };
}

function options(draw: Draw, meters: readonly string[], methods: readonly string[]): BillOptions {
  const extra: BillOptions = {
    at: MOMENTS[draw.below(MOMENTS.length)] ?? MOMENTS[0],
    ...(draw.chance(40) ? { when: conditions(draw) } : {}),
    ...(draw.chance(20) ? { days: 1 + draw.below(31) } : {}),
  };
  if (!draw.chance(40)) return extra;
  const method = draw.chance(30) ? methods[draw.below(methods.length + 1)] : undefined;
  return {
    ...extra,
    ...(draw.chance(10) ? { fees: false } : {}),
    ...(method === undefined ? {} : { payment_method: method }),
    ...(draw.chance(30) ? { top_up: draw.pick(['5', '20', '0.5', '100', '7.77']) } : {}),
    ...(draw.chance(40)
      ? {
          used_before: {
            ...(draw.chance(70) ? { usage: usageOf(draw, meters) } : {}),
            ...(draw.chance(60) ? { cost: decimal(draw, 50, 2) } : {}),
          },
        }
      : {}),
    ...(draw.chance(20)
      ? {
          currency: draw.pick(['EUR', 'USD']),
          ...(draw.chance(90)
            ? { exchange_rates: [{ from: 'USD', to: 'EUR', rate: '0.8537', date: '2026-11-19', source: 's' }] }
            : {}),
        }
      : {}),
  };
}

function periodOf(draw: Draw, meters: readonly string[], from: string | null, until: string | null): Period {
  const kinds = draw.chance(25) ? 'request' : 'any';
  return {
    from,
    until,
    rates: ratesFor(draw, meters, kinds),
    ...rulesFor(draw, meters, kinds),
    ...chargesFor(draw, meters),
  };
}

/** A card and usage of the same meters, with options: the whole of a question. */
export function questionFrom(draw: Draw): Question {
  const family = draw.pick(FAMILIES);
  const meters = draw.chance(20) ? [...new Set([...family, ...draw.pick(FAMILIES)])] : family;
  const change = draw.chance(10) ? draw.pick(['2026-11-20T11:00:00Z', '2026-11-20', '2027-01-01']) : null;
  const funding = draw.chance(30) ? fundingFor(draw) : undefined;
  const ends = change === '2027-01-01' ? ['2027-01-02'] : ['2027-01-01', '2026-11-20T16:30:00Z'];
  const end = change !== null && draw.chance(50) ? (ends[draw.below(ends.length)] ?? null) : null;
  const periods = change
    ? [periodOf(draw, meters, null, change), periodOf(draw, meters, change, end)]
    : [periodOf(draw, meters, null, null)];
  const offer: Offer = {
    id: 'p/m',
    provider: 'p',
    model: 'm',
    currency: 'USD',
    periods,
    ...(funding ? { funding } : {}),
  };
  const groups = Array.from({ length: draw.chance(35) ? 2 + draw.below(2) : 1 }, () => groupOf(draw, meters));
  const methods = funding ? [...funding.map(({ method }) => method), 'cheque'] : [];
  tryReadCard(offer);
  return { offer, groups, options: options(draw, meters, methods) };
}

/** Questions that shrink: to fewer and smaller choices, the simplest of which come first. */
export const questions: fc.Arbitrary<Question> = fc
  .array(fc.nat(0x7fffffff), { maxLength: 400, size: 'max' })
  .map((choices) => questionFrom(drawFromList(choices)));
