import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { assemble } from '../src/catalog/assemble.ts';
import { readCompiled } from '../src/catalog/compiled-catalog.ts';
import { parseDataFile } from '../src/catalog/data-file.ts';
import {
  type CatalogProblem,
  type CatalogProblemCode,
  catalogProblemText,
  locatedText,
} from '../src/catalog/problem.ts';
import { readWorkloadText } from '../src/catalog/read-workload-file.ts';
import { ratecard } from './command.ts';

const Case = z.strictObject({
  name: z.string(),
  in: z.string().optional(),
  replace: z.string().optional(),
  by: z.string().optional(),
  add: z.string().optional(),
  copy: z.string().optional(),
  text: z.string().optional(),
  expect: z.strictObject({
    code: z.string(),
    line: z.number().optional(),
    column: z.number().optional(),
    path: z.string().optional(),
    text: z.string(),
    gone: z.boolean().optional(),
  }),
});
const File = z.strictObject({ files: z.record(z.string(), z.string()), cases: z.array(Case).min(1) });
const { files, cases } = File.parse(parse(readFileSync('tests/catalog-problems.yaml', 'utf8')));
const METERS = readFileSync('data/meters.yaml', 'utf8');

function filesFor(one: z.output<typeof Case>): Record<string, string> {
  const changed: Record<string, string> = { 'meters.yaml': METERS, ...files };
  if (one.add !== undefined) changed[one.add] = one.text ?? changed[one.copy ?? ''] ?? '';
  if (one.in !== undefined) {
    const before = changed[one.in] ?? '';
    expect(before).toContain(one.replace ?? '');
    changed[one.in] = before.replace(one.replace ?? '', () => one.by ?? '');
  }
  return changed;
}

const textsOf = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([path, text]) => ({ path, text }));

test('the files are right as they stand', () => {
  const { catalog, problems } = assemble(textsOf({ 'meters.yaml': METERS, ...files }));
  expect(problems).toEqual([]);
  expect([...catalog.offers.keys()]).toEqual(['acme/one']);
});

describe('each problem is named with its place', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { text, gone, ...place } = one.expect;
    const { catalog, problems } = assemble(textsOf(filesFor(one)));
    const found = problems.find(({ code }) => code === place.code);
    expect(found, JSON.stringify(problems)).toMatchObject({ file: `data/${one.add ?? one.in}`, ...place });
    expect(found && catalogProblemText(found)).toBe(text);
    if (gone !== undefined) expect(catalog.models.has('lab/one')).toBe(!gone);
  });

  test('periods that overlap, which reading a card finds too, are told once', () => {
    const one = cases.find(({ name }) => name === 'overlapping periods');
    const { problems } = assemble(textsOf(filesFor(one as z.output<typeof Case>)));
    expect(problems.map(({ code }) => code)).toEqual(['overlapping_periods']);
  });

  test('every code has a case', () => {
    const codes = {
      yaml_syntax: true,
      duplicate_key: true,
      unknown_key: true,
      wrong_type: true,
      missing_key: true,
      invalid_value: true,
      misplaced_file: true,
      unknown_source: true,
      unknown_meter: true,
      unknown_model: true,
      unknown_provider: true,
      meters_broken: false,
      overlapping_periods: true,
      unordered_periods: true,
      ambiguous_rates: true,
      request_rule_with_period_rule: true,
      claim_does_not_hold: true,
      duplicate_name: true,
      duplicate_alias: true,
      json_syntax: true,
      workload_unsound: true,
      upstream_unsound: false,
      number_notation: true,
      malformed_name: true,
      too_large: false,
      unreadable: false,
      unreadable_card: true,
      not_utf8: false,
      unpriced_meter: true,
      no_such_directory: false,
    } as const satisfies Record<CatalogProblemCode, boolean>;
    const wanted = Object.entries(codes).flatMap(([code, hasCase]) => (hasCase ? [code] : []));
    expect([...new Set(cases.map(({ expect: { code } }) => code))].sort()).toEqual(wanted.sort());
  });

  test('meters that contain each other', () => {
    const meters =
      'meters:\n  - { id: a, one: a, many: as, within: [b] }\n  - { id: b, one: b, many: bs, within: [a] }\n';
    const [problem] = assemble(textsOf({ 'meters.yaml': meters })).problems;
    expect(problem).toMatchObject({
      code: 'meters_broken',
      file: 'data/meters.yaml',
      path: 'meters',
      line: 2,
      column: 3,
    });
    expect(problem && catalogProblemText(problem)).toMatch(/contain/);
  });
});

test.each([
  ['lists beside each other', `[${'[x], '.repeat(61)}]`],
  ['mappings beside each other', `[${'{ x: y }, '.repeat(61)}]`],
  ['a list set wide', `\n  -${' '.repeat(130)}x`],
])('%s are not nested', (_name, text) => {
  const problems: CatalogProblem[] = [];
  expect(parseDataFile({ path: 'one.yaml', text: `a: ${text}` }, problems)).not.toBeNull();
  expect(problems).toEqual([]);
});

test('nesting by brackets that quotes hide is too deep', () => {
  const problems: CatalogProblem[] = [];
  const text = `a: ${'["]",'.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(parseDataFile({ path: 'one.yaml', text }, problems)).toBeNull();
  expect(new Set(problems.map(catalogProblemText))).toEqual(
    new Set(['not valid YAML: nested more than 60 levels deep']),
  );
});

test('each key that is no name is told once', () => {
  const problems: CatalogProblem[] = [];
  parseDataFile({ path: 'one.yaml', text: '? { a: b }\n: c\n? [d]\n: e\n? { f: g }\n: h\n' }, problems);
  const words = 'not valid YAML: a list or a mapping as a key; a key is a name';
  expect(problems.map(locatedText)).toEqual([1, 3, 5].map((line) => `data/one.yaml:${line}:3: ${words}`));
});

test('a source may be called by a word of rules', () => {
  const offer = (files['offers/acme/one.yaml'] ?? '').replace(
    'sources:',
    ['meter', 'subject', 'meters', 'shares', 'source']
      .map((key) => `  ${key}: { url: "https://acme.example/more", retrieved: 2026-11-20 }`)
      .reduce((all, line) => `${all}\n${line}`, 'sources:'),
  );
  expect(assemble(textsOf({ 'meters.yaml': METERS, ...files, 'offers/acme/one.yaml': offer })).problems).toEqual([]);
});

test('a workload that its schema refuses is none', () => {
  const text = 'kind: requests\nname: Odd\nabout: ""\nrequests: 5\ninput_tokens: 100\n';
  const read = readWorkloadText('odd.yaml', text);
  expect('problems' in read && read.problems.map(locatedText)).toEqual([
    'odd.yaml:3:8 about: expected some text; found ""',
  ]);
});

describe('check', () => {
  function directory(all: Readonly<Record<string, string | Buffer>>): string {
    const root = mkdtempSync(join(tmpdir(), 'ratecard data '));
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  test('reports every problem at once, and leaves the rest usable', () => {
    const offer = files['offers/acme/one.yaml'] ?? '';
    const root = directory({
      'meters.yaml': METERS,
      ...files,
      'offers/acme/two.yaml': offer
        .replace('model_id: one', 'model_id: two')
        .replace('"0.50"', '0.50')
        .replace('name: One', 'nam: One'),
      'offers/acme/three.yaml': offer.replace('model_id: one', 'model_id: three').replace('lab/one', 'lab/none'),
    });
    const { code, out } = ratecard(['check', root, '--format', 'json']);
    const { problems, counts } = JSON.parse(out) as {
      problems: { code: string; file: string }[];
      counts: { offers: number };
    };
    expect(code).toBe(1);
    expect(counts.offers).toBe(1);
    expect(problems.map((problem) => [problem.file, problem.code])).toEqual(
      expect.arrayContaining([
        [`${root}/offers/acme/two.yaml`, 'wrong_type'],
        [`${root}/offers/acme/two.yaml`, 'unknown_key'],
        [`${root}/offers/acme/two.yaml`, 'missing_key'],
        [`${root}/offers/acme/three.yaml`, 'unknown_model'],
      ]),
    );
    expect(ratecard(['check', `${root}/`]).out).toContain(
      `${root}/offers/acme/two.yaml:13:39 periods/1/rates/0/price: expected a quoted`,
    );
  });

  test('finds nothing wrong with the catalog', () => {
    const { code, out } = ratecard(['check', 'data']);
    expect(out).toMatch(/^no problems in \d+ offers of \d+ models by \d+ providers, \d+ rates\n\d+ checked by hand/);
    expect(code).toBe(0);
  });

  test('takes nothing of an import whose files are not those that its report names', () => {
    const root = directory({ 'meters.yaml': METERS, ...files });
    cpSync('data/upstream/genai-prices', join(root, 'upstream/genai-prices'), { recursive: true });
    expect(ratecard(['check', root]).code).toBe(0);
    writeFileSync(join(root, 'upstream/genai-prices/openai.json'), '{}');
    const { code, out } = ratecard(['check', root]);
    expect(code).toBe(1);
    expect(out).toMatch(/openai\.json is not as it was imported; import genai-prices again/);
    expect(out).toMatch(/1 problem in 1 offers/);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['providers/acme.yml', 'name: Acme', /acme\.yml: .* expected a name that ends in \.yaml$/m],
    ['providers/other.YAML', 'name: Acme', /other\.YAML: .* expected a name that ends in \.yaml$/m],
    ['providers/folder.yaml/inner.txt', '', /folder\.yaml: .* expected a file of this name$/m],
    ['providers/latin.yaml', Buffer.from('name: One\nkind: Caf\xe9\n', 'latin1'), /latin\.yaml:2:1: .*not in UTF-8/],
    ['providers/huge.yaml', `name: "${'x'.repeat(1_000_000)}"`, /huge\.yaml: the file has 1000008 bytes/],
  ])('names %s as what cannot be read', (path, content, words) => {
    const root = directory({ 'meters.yaml': METERS, ...files, [path]: content });
    const { code, out } = ratecard(['check', root]);
    expect(code).toBe(1);
    expect(out).toMatch(words);
    expect(out).toContain('1 problem in 1 offers');
  });

  test('a link that leads nowhere is a file that cannot be read', () => {
    const root = directory({ 'meters.yaml': METERS, ...files });
    symlinkSync('nowhere', join(root, 'providers', 'linked.yaml'));
    expect(ratecard(['check', root]).out).toContain(`${root}/providers/linked.yaml: the file cannot be read (ENOENT)`);
  });

  test.each([
    ['offers/linked', 'expected a folder, not a link to one'],
    ['upstream/linked', 'expected a folder, not a link to one'],
    ['providers/lost', 'the file cannot be read (ENOENT)'],
  ])('a link at %s is named rather than passed over', (path, words) => {
    const root = directory({
      'meters.yaml': METERS,
      ...files,
      'offers/other/one.yaml': files['offers/acme/one.yaml'] ?? '',
    });
    const elsewhere = mkdtempSync(join(tmpdir(), 'ratecard elsewhere '));
    renameSync(join(root, 'offers/other'), join(elsewhere, 'other'));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(path.endsWith('lost') ? 'nowhere' : join(elsewhere, 'other'), join(root, path));
    const { code, out } = ratecard(['check', root]);
    expect(code).toBe(1);
    expect(out).toContain(`${root}/${path}: `);
    expect(out).toContain(words);
    expect(out).toContain('1 problem in 1 offers');
  });

  test('links that lead in circles are named, and followed none of them', () => {
    const root = directory({ 'meters.yaml': METERS, ...files });
    for (const name of ['one', 'two', 'three']) symlinkSync(root, join(root, 'offers', name));
    expect(ratecard(['check', root]).out).toContain('3 problems in 1 offers');
  });

  test('a catalog that was kept is put together again when a file behind a link changes', () => {
    const text = files['providers/acme.yaml'] ?? '';
    const [root, elsewhere] = [directory({ 'meters.yaml': METERS, ...files }), directory({ 'acme.yaml': text })];
    rmSync(join(root, 'providers/acme.yaml'));
    symlinkSync(join(elsewhere, 'acme.yaml'), join(root, 'providers/acme.yaml'));
    const name = () => readCompiled(root, [], join(elsewhere, 'kept.json')).catalog.providers.get('acme')?.name;
    expect(name()).toBe('Acme');
    writeFileSync(join(elsewhere, 'acme.yaml'), text.replace('Acme', 'Acme Two'));
    expect(name()).toBe('Acme Two');
  });

  test('prints the first 20 problems and counts the others; JSON has all', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`providers/p${n}.yaml`, 'nam: X\n']));
    const root = directory({ 'meters.yaml': METERS, ...files, ...many });
    const { out } = ratecard(['check', root]);
    const { problems } = JSON.parse(ratecard(['check', root, '--format', 'json']).out) as { problems: object[] };
    expect(out.split('\n').filter((line) => line.startsWith(root))).toHaveLength(20);
    // Of each file: an unknown key, and name, kind, currency and sources missing.
    expect(problems).toHaveLength(150);
    expect(out).toContain('\nand 130 more; --format json lists them all\n');
    const { err } = ratecard(['show', 'acme'], { dataDirectory: root });
    expect(err.split('\n')).toHaveLength(21);
    expect(err).toContain('and 130 more; ratecard check lists them');
  });

  test('places each of as many unknown keys as a file can hold', () => {
    const wide = Array.from({ length: 80_000 }, (_, n) => `k${n}: ""\n`).join('');
    const root = directory({ 'meters.yaml': METERS, ...files, 'providers/wide.yaml': wide });
    const { problems } = JSON.parse(ratecard(['check', root, '--format', 'json']).out) as {
      problems: { code: string; line: number }[];
    };
    const unknown = problems.filter(({ code }) => code === 'unknown_key');
    expect(unknown).toHaveLength(80_000);
    expect(unknown.every(({ line }, n) => line === n + 1)).toBe(true);
  });

  test('says that a file is not a directory, wherever it is named', () => {
    const file = join(directory({ 'meters.yaml': METERS }), 'meters.yaml');
    expect(ratecard(['check', file])).toMatchObject({ code: 1, out: expect.stringContaining('is not a directory') });
    const { code, err } = ratecard(['show', 'acme'], { dataDirectory: file });
    expect([code, err]).toEqual([1, expect.stringMatching(/is not a directory.*\nthe catalog holds no offers$/)]);
  });

  test('says that a directory is not there', () => {
    expect(ratecard(['check', 'nowhere'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('there is no directory nowhere'),
    });
  });
});
