import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../src/catalog/assemble.ts';
import { differingParts } from '../src/catalog/identity/differing-parts.ts';
import { groupOffers, type OfferName } from '../src/catalog/identity/group-offers.ts';
import { IDENTITY_RULES, type ModelIdentity } from '../src/catalog/identity/identity.ts';
import { lookUp } from '../src/catalog/identity/look-up.ts';
import { fitsRule } from '../src/catalog/identity/match-rule.ts';
import { parseModelId } from '../src/catalog/identity/parse-model-id.ts';
import { locatedText } from '../src/catalog/problem.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { type MatchRule, MatchRuleFile } from '../src/catalog/schema/match-rule.ts';
import fc from './arbitrary/fast-check.ts';

const read = <T>(name: string): T => parse(readFileSync(new URL(`./identity/${name}`, import.meta.url), 'utf8')) as T;
const ALIASES = readFileSync(new URL('../data/model-aliases.yaml', import.meta.url), 'utf8');
const { aliases } = assemble([{ path: 'model-aliases.yaml', text: ALIASES }]);
if (!aliases) throw new Error('data/model-aliases.yaml has problems');

interface IdCase extends Partial<Omit<ModelIdentity, 'rules' | 'key' | 'slug'>> {
  readonly id: string;
}
const ids = read<readonly IdCase[]>('ids.yaml');
const sold = read<readonly { model: string; offers: number; ids: string[]; apart: string[] }[]>('much-sold.yaml');
const offersOf = (list: readonly string[]): OfferName[] =>
  list.map((model_id, index) => ({ id: `seller-${index}/${model_id}`, provider: `seller-${index}`, model_id }));

describe('what a model id says', () => {
  test.each(ids)('$id', ({ id, ...expected }) => {
    const { rules, key, slug, id: _, ...found } = parseModelId(id, aliases.names);
    const absent = { lab: null, words: [], generation: [], size: [], date: null, quantisation: [], endpoint: [] };
    expect(found).toEqual({ ...absent, ...expected });
  });

  test('every rule acts on some id, and says on what', () => {
    const all = groupOffers(offersOf([...ids.map(({ id }) => id), 'mistral-small-2503']), aliases);
    const acted = all.flatMap(({ offers }) => offers.flatMap(({ identity }) => identity.rules));
    expect(Object.keys(IDENTITY_RULES).filter((rule) => !acted.some((one) => one.rule === rule))).toEqual([]);
    expect(acted.filter(({ on }) => on === '')).toEqual([]);
  });
});

describe.each(sold)('$model', ({ model, ids: own, apart }) => {
  const groups = groupOffers(offersOf([...own, ...apart]), aliases);
  const group = groups.find((one) => one.model === model);

  test('every seller of it is grouped', () => {
    expect(group?.offers.map(({ model_id }) => model_id).sort()).toEqual([...own].sort());
  });

  test('none of the likes of it is', () => {
    const inside = new Set(group?.offers.map(({ model_id }) => model_id));
    expect(apart.filter((id) => inside.has(id))).toEqual([]);
  });
});

const word = fc.constantFrom(
  'gpt',
  'claude',
  'sonnet',
  'mini',
  'lite',
  'turbo',
  'thinking',
  'instruct',
  'qwen',
  'nova',
  'abc',
);
const size = fc.constantFrom('7b', '8b', '70b', '8x7b', '0.6b', '235b');
const date = fc.constantFrom('20240718', '2024-07-18', '20250929', '2503', '0324', '251201');
const prefix = fc.constantFrom(
  '',
  'openai/',
  'us.anthropic.',
  '@cf/meta/',
  'models/',
  'accounts/fireworks/models/',
  'azure/',
  'novita/',
);
const suffix = fc.constantFrom('', ':free', ':batch', '@eu', '-v1:0', '-maas', '-latest', '-fp8');
const anyId = fc
  .tuple(
    prefix,
    fc.array(fc.oneof(word, size, date, fc.constantFrom('3', '3.1', '4o', 'v2', 'k2p5')), {
      minLength: 1,
      maxLength: 5,
    }),
    suffix,
  )
  .map(([before, parts, after]) => `${before}${parts.join('-')}${after}`);
const realIds = sold.flatMap(({ ids: own, apart }) => [...own, ...apart]);
const oddId = fc.string({ unit: fc.constantFrom(...'-+!._~:@/ a1模型é'), minLength: 1, maxLength: 6 });
const someIds = fc.array(fc.oneof(anyId, fc.constantFrom(...realIds), fc.string(), oddId), { maxLength: 25 });

test('offers checked by hand stand under the models that the rules give them', () => {
  const { catalog } = readCatalog('data');
  const groups = groupOffers([...catalog.offers.values()], aliases);
  const wrong = groups.flatMap(({ model, offers }) =>
    offers.filter(({ id }) => catalog.offers.get(id)?.model !== model).map(({ id }) => `${id} under ${model}`),
  );
  expect(groups.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

describe('laws of grouping', () => {
  const members = (list: readonly OfferName[]): string[][] =>
    groupOffers(list, aliases).map(({ offers }) => offers.map(({ id }) => id));

  test('every offer stands in one group, and no two groups have one id', () => {
    fc.assert(
      fc.property(someIds, (list) => {
        const offers = offersOf(list);
        expect(members(offers).flat().sort()).toEqual(offers.map(({ id }) => id).sort());
        const models = groupOffers(offers, aliases).map(({ model }) => model);
        expect(new Set(models).size).toBe(models.length);
      }),
    );
  });

  test('the order of offers does not matter', () => {
    fc.assert(
      fc.property(
        someIds.chain((list) =>
          fc.tuple(fc.constant(offersOf(list)), fc.shuffledSubarray(offersOf(list), { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(groupOffers(shuffled, aliases)).toEqual(groupOffers(list, aliases));
        },
      ),
    );
  });

  test('whether two offers are joined does not depend on the others', () => {
    fc.assert(
      fc.property(someIds, anyId, anyId, (others, a, b) => {
        const together = (list: readonly string[]): boolean => {
          const groups = groupOffers(offersOf(list), aliases);
          return groups.some(({ offers }) =>
            ['seller-0', 'seller-1'].every((one) => offers.some(({ provider }) => provider === one)),
          );
        };
        expect(together([a, b, ...others])).toBe(together([a, b]));
      }),
    );
  });

  test('different sizes, dates, versions or kinds are never joined by the rules', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyId, fc.constantFrom(...realIds)), { minLength: 2, maxLength: 25 }), (list) => {
        for (const { offers } of groupOffers(offersOf(list), { names: aliases.names, models: new Map() })) {
          const [first] = offers;
          for (const { identity } of offers) {
            if (!first) continue;
            expect(differingParts(identity, first.identity)).toEqual([]);
            expect([identity.size, identity.date, identity.quantisation]).toEqual([
              first.identity.size,
              first.identity.date,
              first.identity.quantisation,
            ]);
          }
        }
      }),
    );
  });

  test('another size, or another date, is another model whatever stands around it', () => {
    fc.assert(
      fc.property(
        prefix,
        word,
        suffix,
        fc.uniqueArray(size, { minLength: 2, maxLength: 2 }),
        (before, name, after, sizes) => {
          const [a, b] = sizes.map((one) => parseModelId(`${before}${name}-${one}${after}`, aliases.names).key);
          expect(a).not.toBe(b);
        },
      ),
    );
    fc.assert(
      fc.property(
        prefix,
        word,
        suffix,
        fc.date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 400 }),
        (before, name, after, day, later) => {
          const text = (at: Date): string => at.toISOString().slice(0, 10);
          const other = new Date(day.getTime() + later * 86_400_000);
          const keys = [day, other]
            .flatMap((at) => [text(at), text(at).replaceAll('-', '')])
            .map((one) => parseModelId(`${before}${name}-${one}${after}`, aliases.names).key);
          expect(keys[0]).toBe(keys[1]);
          expect(keys[2]).toBe(keys[3]);
          expect(keys[0]).not.toBe(keys[2]);
        },
      ),
    );
  });

  test('the id of a group reads as the group', () => {
    fc.assert(
      fc.property(someIds, (list) => {
        for (const { model, keys, offers } of groupOffers(offersOf(list), aliases)) {
          const plain = offers.every(({ identity }) => identity.lab !== null && /^[a-z0-9.@:/-]+$/.test(identity.id));
          if (plain && !aliases.models.has(keys[0] ?? ''))
            expect([model, parseModelId(model, aliases.names).key]).toEqual([model, keys[0]]);
        }
      }),
    );
  });

  test.each([
    ['-/a', 'unknown/seller-0.a'],
    ['unknown/a', 'unknown/seller-0.a'],
    ['Acme+Co/Mega!1', 'acme-co/mega-1'],
    ['acme/模型', 'acme/u6a21u578b'],
    ['...', 'unknown/seller-0.unnamed'],
  ])('%s, with signs, is %s', (id, model) => {
    expect(groupOffers(offersOf([id]), aliases).map((group) => group.model)).toEqual([model]);
  });

  test('any text is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        (text) => parseModelId(text, aliases.names).id === text,
      ),
    );
  });
});

describe('the alias file', () => {
  const problemsOf = (text: string): string[] =>
    assemble([{ path: 'model-aliases.yaml', text }]).problems.map(locatedText);
  const LABS = 'labs:\n  - { id: acme, families: [mega] }\nsellers: []\n';

  test.each([
    [
      'a name of two models',
      `${LABS}models:\n  - { model: acme/mega-1, aliases: [mega-one] }\n  - { model: acme/mega-2, aliases: [acme/mega-one] }\n`,
      /:6:37 models\/1\/aliases\/0: "acme\/mega-one" of acme\/mega-2 is by the rules a name of acme\/mega-1/,
    ],
    ['an unknown key', `${LABS}modls: []\n`, /unknown key "modls"; did you mean "models"/],
    [
      'a model without its lab',
      `${LABS}models:\n  - { model: mega, aliases: [x] }\n`,
      /:5:14 models\/0\/model: expected lab\/model/,
    ],
    [
      'a family of two labs',
      'labs:\n  - { id: acme, families: [mega] }\n  - { id: other, families: [mega] }\nsellers: []\nmodels: []\n',
      /:3:29 labs\/1\/families\/0: "mega" of other is by the rules a name of acme/,
    ],
    ['no list of sellers', 'labs:\n  - { id: acme }\nmodels: []\n', /"sellers" is missing/],
  ])('%s is told with its place', (_name, text, words) => {
    expect(problemsOf(text).join('\n')).toMatch(words);
  });

  test('the one of the catalog has no problems', () => {
    expect(problemsOf(ALIASES)).toEqual([]);
  });
});

const rules = read<readonly { rule: unknown; fits?: string[]; not?: string[]; refused?: string }[]>('rules.yaml');

describe('match rules', () => {
  test.each(rules)('$rule', ({ rule, fits = [], not = [], refused }) => {
    const { success, data, error } = MatchRuleFile.safeParse(rule);
    expect(success).toBe(refused === undefined);
    if (refused !== undefined) expect(JSON.stringify(error?.issues)).toContain(refused);
    if (!data) return;
    expect(fits.filter((name) => !fitsRule(data, name))).toEqual([]);
    expect(not.filter((name) => fitsRule(data, name))).toEqual([]);
  });

  test('whatever pattern is let through is quick on the worst of texts', () => {
    const piece = fc.constantFrom(
      'a',
      'a*',
      'a+',
      '.*',
      'a?',
      '(?:a|a)',
      '(?:a|aa)',
      '[ab]*',
      '(?:a)?',
      'a{0,50}',
      '(a*)*',
      '(?!a*b)',
    );
    const patterns = fc
      .tuple(fc.constantFrom('', '^'), fc.array(piece, { minLength: 1, maxLength: 8 }))
      .map(([start, pieces]) => `${start}${pieces.join('')}c`);
    fc.assert(
      fc.property(patterns, (regex) => {
        const before = performance.now();
        fitsRule({ regex }, 'a'.repeat(200));
        expect(performance.now() - before).toBeLessThan(500);
      }),
    );
  });
});

describe('looking up', () => {
  const entry = (id: string, match?: MatchRule): { id: string; names: string[]; match?: MatchRule } => ({
    id,
    names: [id],
    ...(match ? { match } : {}),
  });
  const entries = [
    entry('gpt-4', { starts_with: 'gpt-4' }),
    entry('gpt-4o', { or: [{ equals: 'chatgpt-4o' }, { starts_with: 'gpt-4o' }] }),
    entry('o1', { regex: '^o1' }),
  ];

  test.each([
    ['gpt-4o', { kind: 'found', id: 'gpt-4o', by: 'name' }],
    ['GPT-4O', { kind: 'found', id: 'gpt-4o', by: 'name' }],
    ['ChatGPT-4o', { kind: 'found', id: 'gpt-4o', by: 'rule_name' }],
    ['gpt-4-0613', { kind: 'found', id: 'gpt-4', by: 'pattern' }],
    ['gpt-4o-2024', { kind: 'ambiguous', candidates: ['gpt-4', 'gpt-4o'], by: 'pattern' }],
    ['o1-mini', { kind: 'found', id: 'o1', by: 'pattern' }],
    ['claude', { kind: 'unknown' }],
  ])('%s', (name, expected) => {
    expect(lookUp(entries, name)).toEqual(expected);
    expect(lookUp([...entries].reverse(), name)).toEqual(expected);
  });
});
