import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { OfferClaim } from '../src/catalog/schema/claims-file.ts';
import type { Period, Rate } from '../src/engine/rate-card.ts';
import { whenWords } from '../src/engine/when-words.ts';
import { buildImport } from '../src/importers/build-import.ts';
import { UPSTREAM_NAMES } from '../src/importers/names.ts';
import { isLeftOut } from '../src/importers/note.ts';
import { UPSTREAMS } from '../src/importers/upstreams.ts';

interface Case {
  readonly name: string;
  readonly data: unknown;
  /** By `provider:model_id`, in the order of the rows. */
  readonly claims: Readonly<
    Record<string, { state: string; reason?: string; rates?: string[]; facts?: Record<string, unknown> }>
  >;
  readonly providers?: Readonly<Record<string, unknown>>;
  readonly notes: Readonly<Record<string, number>>;
  /** Notes of the report as `code provider path: found`, among others. */
  readonly says?: readonly string[];
}

/** `input_tokens 3 per 1000000, over 200000 6, service tier batch` */
function rateText(rate: Rate, { from, until }: Period): string {
  const dates = from ? `from ${from}: ` : until ? `until ${until}: ` : '';
  const when = rate.when ? `, ${whenWords(rate.when)}` : '';
  if (rate.state === 'unpublished' || rate.state === 'included') return `${dates}${rate.meter} ${rate.state}${when}`;
  const { tiers } = rate;
  if (tiers && (tiers.kind !== 'cliff' || tiers.subject !== 'input_tokens')) throw new Error('expected a cliff');
  const word = tiers?.boundary === 'inclusive' ? 'from' : 'over';
  const steps = (tiers?.steps ?? []).map(({ over, price }) => `, ${word} ${over} ${price}`).join('');
  return `${dates}${rate.meter} ${rate.price} per ${rate.per}${steps}${when}`;
}

function seen({ price, model_id: _, marks: __, ...facts }: OfferClaim, expected: Case['claims'][string]): unknown {
  return {
    state: price.state,
    ...(price.state === 'unknown' ? { reason: price.reason } : {}),
    ...(price.state === 'published'
      ? { rates: price.periods.flatMap((period) => period.rates.map((rate) => rateText(rate, period))) }
      : {}),
    ...(expected.facts ? { facts } : {}),
  };
}

describe.each(UPSTREAM_NAMES)('%s', (upstream) => {
  const cases = parse(readFileSync(`tests/imports/${upstream}.yaml`, 'utf8')) as Case[];
  test.each(cases)('$name', ({ data, claims, providers, notes, says = [] }) => {
    const translation = UPSTREAMS[upstream].translate(data);
    const built = buildImport(
      upstream,
      { data, version: '1', as_of: null, url: 'https://acme.example' },
      translation,
      null,
      '2026-11-20',
    );
    const offers = translation.providers.flatMap(({ provider, offers }) =>
      offers.map((offer): [string, OfferClaim] => [`${provider.id}:${offer.model_id}`, offer]),
    );
    const found = offers.map(([id, offer]) => [id, seen(offer, claims[id] ?? { state: '?' })]);
    expect(Object.fromEntries(found)).toEqual(claims);
    expect(built.report.reasons).toEqual(notes);
    const said = built.report.notes.map(({ code, provider, path, found }) => `${code} ${provider} ${path}: ${found}`);
    expect(said).toEqual(expect.arrayContaining([...says]));
    if (providers) {
      expect(Object.fromEntries(translation.providers.map(({ provider }) => [provider.id, provider]))).toEqual(
        providers,
      );
    }
    const leftOut = translation.notes.filter(({ code }) => isLeftOut(code)).length;
    expect(offers.length + leftOut).toBe(translation.rows.read);
  });

  const shapes: [string, unknown][] = [
    ['null', null],
    ['text', 'moved permanently'],
    ['an empty list', []],
    ['an empty object', {}],
    ['an object of an error', { error: { code: 500, message: 'down' } }],
  ];
  test.each(shapes)('%s is refused as a whole', (_name, data) => {
    expect(() => UPSTREAMS[upstream].translate(data)).toThrow(/the upstream's shape has changed: expected/);
  });
});
