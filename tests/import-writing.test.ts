import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allUpstreamTexts, readUpstream, type UpstreamImport } from '../src/catalog/read-upstream.ts';
import { runToEnd } from '../src/cli/run.ts';
import { DISK, type Disk, writeImport } from '../src/importers/write-import.ts';
import { generation } from './imports/generation.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ratecard-import-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const versionOf = (found: UpstreamImport | null): string | null => found?.report.version ?? null;

test('what is written is what is read', () => {
  writeImport(directory, 'models.dev', generation(1));
  const found = readUpstream(directory, 'models.dev');
  expect(found?.texts).toEqual(generation(1).texts);
  expect(found?.report).toEqual(generation(1).report);
  expect(readdirSync(directory)).toEqual(['models.dev']);
  expect(readUpstream(directory, 'llmdb')).toBeNull();
});

/** A disk that fails at its step of this number, after doing nothing or half of it. */
function failingDisk(step: number): Disk {
  let at = 0;
  const counted = <A extends unknown[], R>(act: (...args: A) => R, half: (...args: A) => void = () => undefined) => {
    return (...args: A): R => {
      at += 1;
      if (at > step) {
        half(...args);
        throw new Error('stopped');
      }
      return act(...args);
    };
  };
  return {
    makeDirectory: counted(DISK.makeDirectory),
    list: counted(DISK.list),
    write: counted(DISK.write, (path, text) => writeFileSync(path, text.slice(0, text.length / 2))),
    rename: counted(DISK.rename),
    remove: counted(DISK.remove),
  };
}

describe.each([
  ['after one that ended', () => undefined],
  [
    'after one that was killed while it changed places',
    () => renameSync(join(directory, 'models.dev'), join(directory, '.models.dev.old')),
  ],
])('an import %s', (_name, leave) => {
  test('that is stopped at any step leaves the old import or the new one, and the next goes through', () => {
    const seen: (string | null)[] = [];
    for (let step = 0; ; step += 1) {
      writeImport(directory, 'models.dev', generation(1));
      expect(versionOf(readUpstream(directory, 'models.dev'))).toBe('1');
      leave();
      let finished = true;
      try {
        writeImport(directory, 'models.dev', generation(2), failingDisk(step));
      } catch {
        finished = false;
      }
      seen.push(versionOf(readUpstream(directory, 'models.dev')));
      if (finished) break;
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.indexOf('2')).toBeGreaterThan(5);
    expect([...new Set(seen)]).toEqual(['1', '2']);
  });
});

test('a process that is killed at any moment leaves one import, whole', async () => {
  writeImport(directory, 'models.dev', generation(1));
  const versions = new Set<string | null>();
  for (let round = 0; round < 16; round += 1) {
    const child = spawn(process.execPath, ['tests/imports/write-for-ever.ts', directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((ready) => child.stdout.once('data', ready));
    await new Promise((wait) => setTimeout(wait, (round * 7) % 40));
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
    versions.add(versionOf(readUpstream(directory, 'models.dev')));
  }
  expect([...versions].sort()).toEqual(['1', '2']);
});

describe('an import that someone changed by hand is refused', () => {
  const place = (): string => join(directory, 'models.dev');
  beforeEach(() => writeImport(directory, 'models.dev', generation(1)));

  test('a file cut short', () => {
    const file = join(place(), 'p0.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    expect(() => readUpstream(directory, 'models.dev')).toThrow(/p0\.json is not as it was imported/);
  });
  test('a file gone', () => {
    rmSync(join(place(), 'p1.json'));
    expect(() => readUpstream(directory, 'models.dev')).toThrow(/p1\.json is missing/);
  });
  test('a file too many', () => {
    writeFileSync(join(place(), 'mine.json'), '{}');
    expect(() => readUpstream(directory, 'models.dev')).toThrow(
      /holds mine\.json, which its report\.json does not name/,
    );
  });
  test('no report', () => {
    rmSync(join(place(), 'report.json'));
    expect(() => readUpstream(directory, 'models.dev')).toThrow(/has no report\.json/);
  });
});

test('all imports are read as files of the catalog, one whose change of places was cut off too', () => {
  const upstream = join(directory, 'upstream');
  writeImport(upstream, 'models.dev', generation(1));
  writeImport(upstream, 'litellm', generation(2));
  renameSync(join(upstream, 'models.dev'), join(upstream, '.models.dev.old'));
  const { texts, faults } = allUpstreamTexts(directory);
  expect(faults).toEqual([]);
  const paths = (name: string): string[] => [0, 1, 2, 3, 4, 5].map((index) => `upstream/${name}/p${index}.json`);
  expect(texts.map(({ path }) => path)).toEqual([...paths('litellm'), ...paths('models.dev')]);
  rmSync(join(upstream, 'litellm', 'p3.json'));
  expect(allUpstreamTexts(directory)).toMatchObject({ faults: [expect.stringMatching(/p3\.json is missing/)] });
  expect(allUpstreamTexts(join(directory, 'none'))).toEqual({ texts: [], faults: [] });
});

/** Runs `ratecard import` on data in this directory. */
async function ratecard(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runToEnd(
    ['import', ...args],
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      readFile: (path) => readFileSync(path, 'utf8'),
      readStdin: () => '',
      today: () => '2026-11-20',
      dataDirectory: directory,
    },
    '0.0.0',
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the command', () => {
  const file = (text: string): string => {
    const path = join(directory, 'given.json');
    writeFileSync(path, text);
    return path;
  };
  const models = (prompt: string): string =>
    JSON.stringify({ data: [{ id: 'acme/big', pricing: { prompt, completion: '0.000015' } }] });

  test('shows the diff and writes nothing, then writes it when told, then has nothing to do', async () => {
    const given = file(models('0.000003'));
    const shown = await ratecard('openrouter', '--from', given);
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(
      /^\+ openrouter:acme\/big\n1 new, 0 gone, 0 changed, 0 as before\n1 rows read, 1 of them priced/,
    );
    expect(shown.err).toBe('nothing is written; --write writes this');
    expect(readUpstream(join(directory, 'upstream'), 'openrouter')).toBeNull();
    expect(await ratecard('openrouter', '--from', given, '--write')).toMatchObject({ code: 0, err: '' });
    expect(readUpstream(join(directory, 'upstream'), 'openrouter')?.report.rows.claims).toBe(1);
    expect((await ratecard('openrouter', '--from', given)).out).toMatch(/^0 new, 0 gone, 0 changed, 1 as before/);
  });

  test('holds back a price that moved far, and writes it once accepted', async () => {
    await ratecard('openrouter', '--from', file(models('0.000003')), '--write');
    const given = file(models('0.000000003'));
    const stopped = await ratecard('openrouter', '--from', given, '--write', '--format', 'json');
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(
      /^held back: openrouter:acme\/big input_tokens .* from 3 to 0\.003; .*\nnothing is written$/,
    );
    expect(JSON.parse(stopped.out)).toMatchObject({ written: false, held: [{ code: 'moved' }] });
    const price = (): unknown => readUpstream(join(directory, 'upstream'), 'openrouter')?.texts.get('openrouter');
    expect(price()).toMatch(/"price":"3"/);
    const accepted = await ratecard('openrouter', '--from', given, '--accept', 'openrouter:acme/big', '--write');
    expect(accepted.code).toBe(0);
    expect(price()).toMatch(/"price":"0\.003"/);
  });

  test.each([
    ['nothing', '', /is empty; expected JSON; nothing is written/],
    ['a page', '<html>502</html>', /is not JSON: it begins with "<html>502/],
    ['a cut download', models('0.000003').slice(0, -9), /is JSON that is cut or broken/],
    [
      'a row given twice',
      '{"data": [{"id": "a/b",\n"pricing": {"prompt": "1", "prompt": "2"}}]}',
      /gives a key twice, and only one would be read: line 2: "prompt"; take one of them out/,
    ],
    ['another shape', '{"models": []}', /the upstream's shape has changed: expected \{data/],
  ])('refuses %s', async (_name, text, words) => {
    const { code, out, err } = await ratecard('openrouter', '--from', file(text), '--write');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(words);
    expect(readUpstream(join(directory, 'upstream'), 'openrouter')).toBeNull();
  });

  test('says what is missing', async () => {
    expect((await ratecard('openrouter')).err).toMatch(/name a file or an address of .* with --from/);
    expect((await ratecard('openrouter', '--from', join(directory, 'none.json'))).err).toMatch(/cannot read .*ENOENT/);
    expect(await ratecard('nobody')).toMatchObject({ code: 2 });
  });
});
