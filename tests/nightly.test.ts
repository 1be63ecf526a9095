import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { UPSTREAM_NAMES } from '../src/importers/names.ts';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'ratecard-nightly-'));

test('every dataset is imported by one command, which says what it could not read and imports the others', () => {
  const folder = temporary();
  const row = { litellm_provider: 'acme', mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
  writeFileSync(join(folder, 'litellm.json'), JSON.stringify({ 'acme/mega': row }));
  const others = UPSTREAM_NAMES.filter((name) => name !== 'litellm').map((name) => `${name}=${folder}/none.json`);
  const from = [`litellm=${folder}/litellm.json`, ...others].flatMap((one) => ['--from', one]);
  const data = join(folder, 'data');
  const args = ['scripts/import-all.ts', '--data', data, '--summary', join(folder, 'summary.md'), ...from];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(readFileSync(join(data, 'upstream/litellm/acme.json'), 'utf8')).toContain('"acme/mega"');
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect([...summary.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual([...UPSTREAM_NAMES]);
  expect(summary.match(/^not read: cannot read .*none\.json \(ENOENT\)$/gm)).toHaveLength(others.length);
});

test('a change is opened once with what was imported, then brought up to date, and not where nothing changed', () => {
  const folder = temporary();
  const [origin, checkout, bin, log] = ['origin.git', 'checkout', 'bin', 'gh.log'].map((name) => join(folder, name));
  if (!origin || !checkout || !bin || !log) throw new Error('no folders');
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' });
  mkdirSync(join(checkout, 'data'), { recursive: true });
  mkdirSync(bin);
  execFileSync('git', ['init', '--quiet', '--bare', origin]);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', origin);
  writeFileSync(join(checkout, 'data/a.json'), '1');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'Begin');
  const open = (count: number): string => {
    writeFileSync(join(bin, 'gh'), `#!/bin/sh\necho "$*" >> '${log}'\n[ "$2" = list ] && echo ${count}\nexit 0\n`);
    chmodSync(join(bin, 'gh'), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    return execFileSync('bash', [resolve('.ci/open-change'), 'summary.md'], {
      cwd: checkout,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };
  expect(open(0)).toBe('nothing changed\n');
  expect(existsSync(log)).toBe(false);
  writeFileSync(join(checkout, 'data/a.json'), '2');
  open(0);
  expect(git('show', 'origin/imports:data/a.json')).toBe('2');
  expect(readFileSync(log, 'utf8')).toMatch(/pr create --head imports .*--body-file summary\.md/);
  writeFileSync(join(checkout, 'data/b.json'), '3');
  open(1);
  expect(git('show', 'origin/imports:data/b.json')).toBe('3');
  expect(readFileSync(log, 'utf8')).toMatch(/pr edit imports --body-file summary\.md\n$/);
});

test('what the workflows run is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
  for (const name of ['test', 'imports', 'explore']) {
    const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
    const { jobs, permissions } = parse(text) as { jobs: object; permissions: object };
    expect([Object.keys(jobs), permissions]).toEqual([[name], {}]);
    for (const [, script = ''] of text.matchAll(/npm run (?:-s )?([a-z:-]+)/g))
      expect(Object.keys(scripts)).toContain(script);
    for (const [, path = ''] of text.matchAll(/bash (\S+)/g)) expect(existsSync(path), path).toBe(true);
  }
});
