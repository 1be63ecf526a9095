import type { Period, Rate, Span, Tiers, When } from '../../src/engine/index.ts';
import { containersOf, partsOf } from '../oracle/containment.ts';
import type { Draw } from './draw.ts';
import { decimal, limits, per, price } from './numbers.ts';

const DAYTIME = { zone: 'UTC', from: '08:00', until: '16:30' } as const;
const NIGHT = { zone: 'UTC', from: '16:30', until: '08:00' } as const;
const WEEKEND_NIGHT = { zone: 'Europe/Berlin', from: '22:00', until: '06:00', days: ['fri', 'sat'] } as const;
const OFFICE = {
  zone: 'America/New_York',
  from: '09:00',
  until: '24:00',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
} as const;
const SHANGHAI = { zone: 'Asia/Shanghai', from: '00:30', until: '08:30' } as const;
const KOLKATA = { zone: 'Asia/Kolkata', from: '05:30', until: '05:30' } as const;

/** Conditions of the rates of one meter, of which at most one at a time is the most specific. */
const LADDERS: readonly [readonly When[], ...(readonly When[])[]] = [
  [{}],
  [{}, { service_tier: 'batch' }],
  [{}, { service_tier: ['batch', 'flex'] }, { service_tier: 'batch' }],
  [{}, { region: 'us' }, { region: 'us', service_tier: 'batch' }],
  [{ service_tier: ['standard', 'batch'], speed: 'fast' }, {}],
  [{ context_size: 'low' }, { context_size: ['high', 'medium'] }],
  [{ plan: 'pro' }],
  [{ region: ['global', 'eu'] }, { region: 'us' }],
  [{}, { time: [NIGHT] }],
  [{ time: [DAYTIME] }, { time: [NIGHT] }],
  [{}, { time: [WEEKEND_NIGHT] }],
  [{ time: [OFFICE, SHANGHAI] }, {}],
  [{ time: [KOLKATA] }],
  [{ time: [SHANGHAI] }],
  [{ dates: { until: '2026-11-20T12:00:00+01:00' } }, { dates: { from: '2026-11-20T11:00:00Z' } }],
  [{}, { dates: { from: '2026-11-20' } }, { dates: { from: '2026-11-20', until: '2026-11-21' }, region: 'us' }],
];

/** Conditions for any other rule. */
const RULE_WHENS: readonly [When, ...When[]] = [
  { service_tier: 'batch' },
  { service_tier: ['standard', 'flex'] },
  { region: 'us' },
  { mode: 'standard' },
  { time: [NIGHT] },
  { time: [WEEKEND_NIGHT, OFFICE] },
  { dates: { from: '2026-11-20' } },
  { context_size: 'high' },
  { plan: 'pay_as_you_go', upstream_key: 'provider' },
  { speed: 'standard', endpoint: 'standard', region: 'global' },
];

export function spanOf(draw: Draw): Span {
  return draw.pick(['month', 'day', 'once', 'year']);
}

/** The fields of every rule, with a condition now and then. */
export function rule(draw: Draw, percent = 15): { readonly source: string; readonly when?: When } {
  return draw.chance(percent) ? { source: 's', when: draw.pick(RULE_WHENS) } : { source: 's' };
}

/** Which kinds of tier a card may have. */
export type TierKinds = 'request' | 'any';

function tiers(draw: Draw, meter: string, subjects: readonly string[], kinds: TierKinds): Tiers {
  const steps = limits(draw).map((over) => ({ over, price: price(draw) }));
  const related = [meter, ...containersOf(meter), ...partsOf(meter), ...subjects];
  const subject = related[draw.below(related.length)] ?? meter;
  const boundary = draw.pick(['exclusive', 'inclusive']);
  if (draw.chance(kinds === 'any' ? 25 : 60)) return { kind: 'cliff', subject, boundary, steps };
  if (kinds === 'request') return { kind: 'graduated', span: 'request', steps };
  if (draw.chance(40)) return { kind: 'volume', subject, boundary, span: spanOf(draw), steps };
  return { kind: 'graduated', span: draw.pick(['month', 'day', 'request', 'once']), steps };
}

function block(draw: Draw): { readonly size?: string; readonly minimum?: string } {
  const size = draw.pick(['1', '10', '1000', '0.5', '60', '7']);
  const minimum = draw.pick(['1', '10', '250', '0.75', '61']);
  if (draw.chance(30)) return { size, minimum };
  return draw.chance(30) ? { minimum } : { size };
}

function rateOf(draw: Draw, meter: string, when: When, subjects: readonly string[], kinds: TierKinds): Rate {
  const base = { meter, source: 's', ...(Object.keys(when).length > 0 || draw.chance(5) ? { when } : {}) };
  if (draw.chance(4)) return { ...base, state: 'included' };
  if (draw.chance(2)) return { ...base, state: 'unpublished', ...(draw.chance(50) ? { behind: 'plan' as const } : {}) };
  return {
    ...base,
    ...(draw.chance(10) ? { state: 'published' } : {}),
    price: price(draw),
    per: per(draw),
    ...(draw.chance(12) ? { block: block(draw) } : {}),
    ...(draw.chance(25) ? { tiers: tiers(draw, meter, subjects, kinds) } : {}),
  };
}

/** Rates for some of a family of meters. */
export function ratesFor(draw: Draw, meters: readonly string[], kinds: TierKinds): Rate[] {
  const rates: Rate[] = [];
  for (const meter of meters) {
    if (draw.chance(25)) continue;
    const ladder = draw.chance(30) ? draw.pick(LADDERS) : LADDERS[0];
    for (const when of ladder) rates.push(rateOf(draw, meter, when, meters, kinds));
  }
  return rates;
}

/** Allowances, multipliers and rules for each request. */
export function rulesFor(draw: Draw, meters: readonly string[], kinds: TierKinds): Partial<Period> {
  const named = (percent: number): string[] => draw.some(meters, percent);
  const multipliers = Array.from({ length: draw.chance(30) ? 1 + draw.below(3) : 0 }, () => {
    const only = named(40);
    return {
      label: 'm',
      factor: draw.pick(['0.5', '1.1', '2', '0', '0.333', '1.25']),
      ...(only.length > 0 ? { meters: only } : {}),
      ...rule(draw, 50),
    };
  });
  const conflict = draw.chance(1);
  const allowances = Array.from({ length: kinds === 'any' && draw.chance(40) ? 1 + draw.below(3) : 0 }, () => {
    const some = named(35);
    const quantity = draw.chance(50) ? decimal(draw, 300, 2) : draw.pick(['1', '1000', '128000', '1000000']);
    return {
      label: 'a',
      meters: some.length > 0 ? some : [meters[0] ?? 'messages'],
      quantity,
      span: spanOf(draw),
      ...rule(draw),
    };
  });
  const perRequest = kinds === 'request' || conflict;
  return {
    ...(multipliers.length > 0 ? { multipliers } : {}),
    ...(allowances.length > 0 ? { allowances } : {}),
    ...(perRequest && draw.chance(60)
      ? {
          request_rounding: {
            increment: draw.pick(['0.000001', '0.01', '0.0005', '0.3']),
            mode: draw.pick(['up', 'down', 'half_up', 'half_even']),
            ...rule(draw),
          },
        }
      : {}),
    ...(perRequest && draw.chance(50)
      ? { request_minimum: { amount: draw.pick(['0.0001', '0.01', '0.00123', '5']), ...rule(draw) } }
      : {}),
  };
}
