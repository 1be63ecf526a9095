import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Catalog } from '../src/catalog/catalog.ts';
import { find, findModel } from '../src/catalog/find.ts';
import { isNotFound, type NotFound } from '../src/catalog/find-offer.ts';
import { namesOf } from '../src/catalog/names-of.ts';
import { nearest, nearestFew } from '../src/catalog/nearest.ts';
import { offersBy, offersOf } from '../src/catalog/offers-of.ts';
import { resolveOffer } from '../src/catalog/resolve-offer.ts';
import type { MatchRule } from '../src/catalog/schema/match-rule.ts';
import { search } from '../src/catalog/search.ts';
import { fits, parseWhere, strangeWord, type Where } from '../src/catalog/where.ts';
import { catalogOf } from './export-fixture.ts';

type Of<T> = Readonly<Record<string, T>>;

const data = parse(readFileSync(new URL('./find.yaml', import.meta.url), 'utf8')) as {
  files: Of<string>;
  rules: Of<MatchRule>;
  model_rules: Of<MatchRule>;
  finds: Of<string>;
  models: Of<string>;
  searches: Of<string[]>;
  conditions: Of<string[]>;
  refused: Of<string>;
  strange: Of<string | null>;
};
const METERS = 'meters:\n  - { id: messages, one: message, many: messages, implied: "1" }\n';

function small(): Catalog {
  const catalog = catalogOf({ 'meters.yaml': METERS, ...data.files });
  const ruled = <T extends { readonly id: string }>(all: ReadonlyMap<string, T>, key: string, rules: Of<MatchRule>) =>
    new Map([...all].map(([id, one]) => [id, rules[id] ? { ...one, [key]: rules[id] } : one]));
  return {
    ...catalog,
    offers: ruled(catalog.offers, 'match', data.rules),
    providers: ruled(catalog.providers, 'model_match', data.model_rules),
  };
}

const notFound = (found: NotFound): string =>
  found.kind === 'ambiguous'
    ? `ambiguous by ${found.by} ${found.candidates.join(' ')}`
    : `unknown: ${found.nearest.join(' ')}`;

describe('a name', () => {
  test.each(Object.entries(data.finds))('%s is %s', (name, expected) => {
    const catalog = small();
    const found = find(catalog, name);
    if (found.kind === 'offer') expect(`offer ${found.offer.id} by ${found.by}`).toBe(expected);
    else if (found.kind === 'model') expect(`model ${found.model.id}`).toBe(expected);
    else if (found.kind === 'provider') expect(`provider ${found.provider.id}`).toBe(expected);
    else expect([notFound(found), found.kind, found.name]).toEqual([expected, expected.replace(/\W.*/, ''), name]);
    const offer = resolveOffer(catalog, name);
    if (found.kind === 'offer') expect(offer).toMatchObject({ offer: { id: found.offer.id }, by: found.by });
    else expect('offer' in offer && offer.offer.id).toBe(MODEL_OFFERS[name] ?? false);
  });

  test.each(Object.entries(data.models))('of a model: %s is %s', (name, expected) => {
    const found = findModel(small(), name);
    expect(isNotFound(found) ? notFound(found) : found.id).toBe(expected);
  });
});

/** Models of which there is one offer, so that their id names it too. */
const MODEL_OFFERS: Of<string> = { 'lab/one': 'acme/one' };

test.each(Object.entries(data.searches))('words %s find %s, the best first', (words, expected) => {
  const catalog = small();
  const found = search(catalog, words);
  expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected);
  expect(search(catalog, words, 1)).toEqual(found.slice(0, 1));
  const all = { offer: catalog.offers, model: catalog.models, provider: catalog.providers };
  for (const { kind, id, name } of found) expect(all[kind].get(id)?.name).toBe(name);
});

describe('a condition', () => {
  test.each(Object.entries(data.conditions))('%s holds of %s', (text, expected) => {
    const catalog = small();
    const where = parseWhere(text) as Where;
    expect([...catalog.offers.values()].filter((offer) => fits(offer, where, catalog)).map(({ id }) => id)).toEqual(
      expected,
    );
  });

  test.each(Object.entries(data.refused))('%s is refused: %s', (text, words) => {
    expect(parseWhere(text)).toBe(words);
  });

  test.each(Object.entries(data.strange))('the word of %s: %s', (text, words) => {
    expect(strangeWord(parseWhere(text) as Where, small())).toBe(words);
  });
});

test('a word that a field may have is none that is strange, whether or not there are offers', () => {
  const none = { ...small(), offers: new Map() };
  const words = ['weights=open', 'weights=closed', 'kind=host', 'can=batch', 'input=text', 'output=text', 'lab=lab'];
  expect(words.map((text) => strangeWord(parseWhere(text) as Where, none))).toEqual([
    ...words.slice(0, -1).map(() => null),
    'no offer has lab=lab',
  ]);
});

test('the offers of a model and of a provider, and the names of one', () => {
  const catalog = small();
  const ids = (offers: readonly { id: string }[]): string[] => offers.map(({ id }) => id);
  expect(ids(offersOf(catalog, 'lab/two'))).toEqual(['acme/two', 'beta/two']);
  expect(ids(offersBy(catalog, 'acme'))).toEqual(['acme/one', 'acme/two']);
  expect([offersOf(catalog, 'lab/none'), offersBy(catalog, 'gamma')]).toEqual([[], []]);
  const [one, two] = offersBy(catalog, 'acme').map((offer) => namesOf(catalog, offer));
  expect([one, two]).toEqual([
    ['One by Acme', 'eins', 'Acme AI One by Acme'],
    ['Two', 'Acme AI Two'],
  ]);
  const [stray] = offersBy(catalog, 'beta').map((offer) => namesOf({ ...catalog, providers: new Map() }, offer));
  expect(stray).toEqual(['Two', 'acme2']);
});

test('the nearest word is at most two letters off, or a third of a long one', () => {
  expect(nearest('abcd', ['abxy', 'wxyz'])).toBe('abxy');
  expect(nearest('abcd', ['axyz'])).toBeNull();
  expect(nearest('abcdefghi', ['abcdefxyz'])).toBe('abcdefxyz');
  expect(nearest('abcdefghi', ['abcdewxyz'])).toBeNull();
  expect(nearest('abcd', [])).toBeNull();
});

test('of names the nearest three are given, whether or not the lab is written, the best first', () => {
  const names = ['lab/small', 'lab/smaller', 'smell', 'other/SMALL', 'large', 'lab/smallest-of-all'];
  // Those that are it but for the lab, one that begins so, and only then one that is a letter off.
  expect(nearestFew('Small', names)).toEqual(['lab/small', 'other/SMALL', 'lab/smaller']);
  expect(nearestFew('Smell', names)).toEqual(['smell', 'lab/small', 'other/SMALL']);
  expect(nearestFew('small', ['lab/small', 'lab/small', 'other/small'])).toEqual(['lab/small', 'other/small']);
  expect(nearestFew('Small', names, 1)).toEqual(['lab/small']);
  expect(nearestFew('abcdefgh', ['abcdwxyz', 'abcvwxyz'])).toEqual(['abcdwxyz']);
  expect(nearestFew('ab', ['xyz', 'wxyz'])).toEqual(['xyz']);
});
