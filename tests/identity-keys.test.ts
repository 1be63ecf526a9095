import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { modelAliases } from '../src/catalog/identity/aliases.ts';
import { differingParts } from '../src/catalog/identity/differing-parts.ts';
import { groupOffers } from '../src/catalog/identity/group-offers.ts';
import { parseModelId } from '../src/catalog/identity/parse-model-id.ts';
import type { ModelNamesFile } from '../src/catalog/schema/model-names-file.ts';

interface Group {
  readonly offers: readonly string[];
  readonly keys: readonly string[];
  readonly rules: readonly string[];
}

const { names, ids, groups, differing } = parse(
  readFileSync(new URL('./identity/keys.yaml', import.meta.url), 'utf8'),
) as {
  names: ModelNamesFile;
  ids: Readonly<Record<string, readonly string[]>>;
  groups: Readonly<Record<string, Group>>;
  differing: readonly (readonly [string, string, ...string[]])[];
};

const small = () => modelAliases(names).aliases;

test('an id is read into its slug, its key and the rules that acted', () => {
  const { names } = small();
  for (const [id, expected] of Object.entries(ids)) {
    const { slug, key, endpoint, rules } = parseModelId(id, names);
    const at = endpoint.length > 0 ? [`at ${endpoint.join(', ')}`] : [];
    expect([slug, key, ...at, ...rules.map(({ rule, on }) => `${rule} ${on}`)], id).toEqual(expected);
  }
});

test('an id is read as far as any id goes', () => {
  expect(parseModelId(`mega-${'a'.repeat(400)}`, small().names).slug).toHaveLength(300);
});

describe('offers', () => {
  const offers = Object.values(groups)
    .flatMap((group) => group.offers)
    .map((text, index) => {
      const [provider = '', model_id = ''] = text.split(' ');
      return { id: `${provider}/${(index * 7) % 10}${model_id}`, provider, model_id };
    });

  test('are grouped by their keys and the alias file, in the order of models and ids', () => {
    const found = groupOffers(offers, small());
    expect(found.map(({ model }) => model)).toEqual(Object.keys(groups).sort());
    for (const { model, keys, offers: members, rules } of found) {
      const sold = members.map(({ provider, model_id }) => `${provider} ${model_id}`);
      expect({ offers: sold.sort(), keys, rules }, model).toEqual({
        ...groups[model],
        offers: [...(groups[model]?.offers ?? [])].sort(),
      });
      const order = members.map(({ id }) => id);
      expect(order).toEqual([...order].sort());
    }
  });

  test('joined by the alias file say so', () => {
    const [first] = groupOffers([{ id: 'a/1', provider: 'a', model_id: 'omni-one' }], small());
    expect(first?.offers[0]?.identity.rules).toEqual([
      { rule: 'family', on: 'omni-one' },
      { rule: 'alias', on: 'acme/mega-9' },
    ]);
  });
});

test.each(differing)('%s and %s', (a, b, ...parts) => {
  const { names } = small();
  expect(differingParts(parseModelId(a, names), parseModelId(b, names))).toEqual(parts);
});

test('names that two models or two labs claim are told in their places', () => {
  const lab = (id: string, more: object) => ({ id, ...more });
  const file = {
    labs: [
      lab('acme', { aliases: ['ac'], families: ['mega'] }),
      lab('other', { aliases: ['ac'], families: ['o', 'mega'] }),
      lab('ac', {}),
    ],
    sellers: [],
    models: [
      { model: 'acme/mega-1', aliases: ['mega-one', 'acme/mega-1'] },
      { model: 'other/o-2', aliases: ['x', 'mega-1'] },
      { model: 'acme/mega-one', aliases: ['acme/mega-one'] },
    ],
  } as ModelNamesFile;
  const { aliases, conflicts } = modelAliases(file);
  expect(conflicts.map(({ alias, model, other, path }) => [alias, model, other, path.join('/')])).toEqual([
    ['ac', 'other', 'acme', 'labs/1/aliases/0'],
    ['mega', 'other', 'acme', 'labs/1/families/1'],
    ['ac', 'ac', 'acme', 'labs/2/id'],
    ['mega-1', 'other/o-2', 'acme/mega-1', 'models/1/aliases/1'],
    ['acme/mega-one', 'acme/mega-one', 'acme/mega-1', 'models/2/model'],
    ['acme/mega-one', 'acme/mega-one', 'acme/mega-1', 'models/2/aliases/0'],
  ]);
  expect(aliases.models.get('acme|mega|1|||')).toBe('acme/mega-1');
});
