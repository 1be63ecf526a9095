import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_DATA_SIZE } from '../src/catalog/data-file.ts';
import { type CatalogProblem, locatedText } from '../src/catalog/problem.ts';
import { readCatalog, readTexts } from '../src/catalog/read-directory.ts';

/** A directory with some files. */
function directoryOf(files: Readonly<Record<string, string | Buffer>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'ratecard-data-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

function read(directory: string): { paths: string[]; problems: string[] } {
  const problems: CatalogProblem[] = [];
  const paths = readTexts(directory, problems).map(({ path }) => path);
  return { paths: paths.sort(), problems: problems.map(locatedText).sort() };
}

describe('the files of a data directory', () => {
  test('are those in YAML, but for hidden ones', () => {
    const directory = directoryOf({
      'meters.yaml': 'a',
      'providers/acme.yaml': 'a',
      'notes.txt': 'a',
      'meters.yaml.orig': 'a',
      '.old/meters.yaml': 'a',
      'providers/.acme.yaml': 'a',
      'ends./one.yaml': 'a',
    });
    expect(read(directory)).toEqual({ paths: ['ends./one.yaml', 'meters.yaml', 'providers/acme.yaml'], problems: [] });
  });

  test('with other endings, folders called so, and links to folders or to nothing are told', () => {
    const directory = directoryOf({
      'a.yml': 'a',
      'B.YAML': 'a',
      'c.yaml/inner.txt': 'a',
      'real/d.yaml': 'a',
      'e.txt': 'a',
    });
    symlinkSync(join(directory, 'real'), join(directory, 'linked'));
    symlinkSync(join(directory, 'nowhere'), join(directory, 'gone'));
    symlinkSync(join(directory, 'e.txt'), join(directory, 'f'));
    symlinkSync(join(directory, 'real/d.yaml'), join(directory, 'g.yaml'));
    expect(read(directory)).toEqual({
      paths: ['g.yaml', 'real/d.yaml'],
      problems: [
        'data/B.YAML: this file is not where the catalog looks; expected a name that ends in .yaml',
        'data/a.yml: this file is not where the catalog looks; expected a name that ends in .yaml',
        'data/c.yaml: this file is not where the catalog looks; expected a file of this name',
        'data/gone: the file cannot be read (ENOENT)',
        'data/linked: this file is not where the catalog looks; expected a folder, not a link to one',
      ],
    });
  });

  test('are read up to a size, and told the line where they stop being text', () => {
    const directory = directoryOf({
      'most.yaml': 'a'.repeat(MAX_DATA_SIZE),
      'more.yaml': 'a'.repeat(MAX_DATA_SIZE + 1),
      'bytes.yaml': Buffer.concat([Buffer.from('a\nb\nc'), Buffer.from([0xff])]),
      'first.yaml': Buffer.from([0xff]),
    });
    const { paths, problems } = read(directory);
    expect(paths).toEqual(['most.yaml']);
    expect(problems).toEqual([
      'data/bytes.yaml:3:1: the text is not in UTF-8; save the file in that encoding',
      'data/first.yaml:1:1: the text is not in UTF-8; save the file in that encoding',
      'data/more.yaml: the file has 1000001 bytes; expected at most 1000000; split it',
    ]);
  });
});

describe('the catalog of a data directory', () => {
  test('names files as it was asked to', () => {
    const directory = directoryOf({ 'data/meters.yaml': 'meters: 5', 'meters.yaml': 'meters: 5' });
    const named = (shown: string): (string | undefined)[] =>
      readCatalog(directory, shown).problems.map(({ file }) => file);
    expect(named('there//')).toEqual(['there/data/meters.yaml', 'there/meters.yaml']);
    expect(named('$&')).toEqual(['$&/data/meters.yaml', '$&/meters.yaml']);
    expect(readCatalog(directory).problems[0]?.file).toBe(`${directory}/data/meters.yaml`);
  });

  test('of nothing, and of a file, is empty, which is said', () => {
    const directory = directoryOf({ 'a.yaml': 'a' });
    const { catalog, problems } = readCatalog(join(directory, 'none'));
    expect(catalog.offers.size).toBe(0);
    expect(problems).toEqual([
      {
        code: 'no_such_directory',
        args: { directory: join(directory, 'none'), found: 'nothing' },
        file: join(directory, 'none'),
        path: '',
        line: 0,
        column: 0,
      },
    ]);
    expect(readCatalog(join(directory, 'a.yaml')).problems).toMatchObject([{ args: { found: 'a file' } }]);
  });

  test('tells what is wrong with a whole file at no place in it', () => {
    const [problem] = readCatalog(directoryOf({ 'odd.yml': 'a: 1' })).problems;
    expect(problem).toMatchObject({ code: 'misplaced_file', path: '', line: 0, column: 0 });
  });

  test('tells an import that is not sound', () => {
    const directory = directoryOf({ 'upstream/zoo/report.json': '{}' });
    const [problem] = readCatalog(directory, 'data').problems;
    expect(problem).toMatchObject({ code: 'upstream_unsound', file: 'data/upstream', path: '', line: 0, column: 0 });
  });
});
