import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  FIELDS,
  type Field,
  GROUP_NAMES,
  isNumberField,
  KIND_NAMES,
  KINDS,
  readWorkload,
  volumeKey,
} from '../src/workload/index.ts';

interface KindSchema {
  readonly properties: Readonly<Record<string, { description?: string; const?: string; enum?: string[]; anyOf?: [] }>>;
  readonly required: readonly string[];
}

const { oneOf } = JSON.parse(readFileSync('data/.schema/workload.json', 'utf8')) as { oneOf: readonly KindSchema[] };
const said = parse(readFileSync(new URL('./cases-workload/inputs.yaml', import.meta.url), 'utf8')) as {
  kinds: Record<string, string>;
  volumes: Record<string, string>;
  headings: Record<string, string[]>;
  sorts: Record<string, string[]>;
  choices: Record<string, Record<string, string>>;
};

/** Of each kind, what an editor is told of its inputs. */
describe.each(oneOf.map((schema) => [schema.properties['kind']?.const ?? '', schema] as const))(
  'inputs of %s',
  (name, { properties, required }) => {
    const kind = KINDS.find((one) => one === name) ?? 'mix';
    const fields = Object.entries(FIELDS[kind]);

    test('are called and measured as the schema of workload files says', () => {
      const { kind: _k, name: _n, about: _a, reasons: _r, parts: _p, ...inputs } = properties;
      const words = Object.entries(inputs).map(([key, { description }]) => [key, description]);
      const ours = ([key, field]: [string, Field]) => [
        key,
        isNumberField(field) ? `${field.label}, in ${field.unit}` : field.label,
      ];
      expect(fields.map(ours)).toEqual(words);
      const needed = fields.flatMap(([key, field]) => (field.required ? [key] : []));
      expect(required.filter((key) => key !== 'kind' && key !== 'parts')).toEqual(needed);
    });

    test('are a number, a range or one of some words as it says', () => {
      for (const [key, field] of fields) {
        const { enum: words, anyOf } = properties[key] ?? {};
        if (isNumberField(field)) expect([key, anyOf !== undefined]).toEqual([key, !field.fixed]);
        else {
          expect([key, field.choices]).toEqual([key, words]);
          expect(said.sorts[field.type]).toContain(key);
        }
      }
    });

    test('have a volume, headings and words for their choices', () => {
      expect([KIND_NAMES[kind], volumeKey(kind)]).toEqual([said.kinds[kind], said.volumes[kind]]);
      for (const [key, field] of fields) {
        const heading = Object.entries(said.headings).find(([, keys]) => keys.includes(key))?.[0];
        expect([key, field.group && GROUP_NAMES[field.group]]).toEqual([key, heading]);
        if (!isNumberField(field)) expect([key, field.meanings]).toEqual([key, said.choices[key]]);
      }
    });
  },
);

test('a description keeps its name and its reasons, and leaves out what is undefined', () => {
  const requests = { kind: 'requests', requests: '5', input_tokens: undefined, typo: undefined };
  expect(readWorkload({ ...requests, name: 'Mine', reasons: { requests: 'a guess' } })).toMatchObject({
    work: { kind: 'requests', path: '', name: 'Mine', reasons: { requests: 'a guess' }, parts: [] },
  });
  expect(readWorkload({ ...requests, name: 5, reasons: ['a guess'] })).toMatchObject({
    work: { name: null, reasons: {} },
  });
});

test('a share goes with its part, and a part without an offer of its own has none', () => {
  const part = (share_percent: string, offer?: unknown) => ({ share_percent, offer, workload: { kind: 'requests' } });
  const read = readWorkload({ kind: 'mix', volume: 3, parts: [part('99.5', 'p/x'), part('0.5', 7)] });
  const parts = 'work' in read ? read.work.parts : [];
  expect(parts.map(({ share, offer, work: { path } }) => [share.toFixed(), offer, path])).toEqual([
    ['99.5', 'p/x', 'parts/0/workload/'],
    ['0.5', null, 'parts/1/workload/'],
  ]);
});
