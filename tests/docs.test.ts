import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../src/catalog/assemble.ts';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { priceUsage } from '../src/engine/index.ts';
import { ratecard } from './command.ts';

const README = readFileSync('README.md', 'utf8');
const CONTRIBUTING = readFileSync('CONTRIBUTING.md', 'utf8');

function blocks(text: string, language: string): string[] {
  const fence = new RegExp(`^ *\`\`\`${language}\n([\\s\\S]*?)^ *\`\`\``, 'gm');
  return [...text.matchAll(fence)].map(([, inside = '']) => inside);
}

/** The words of a shell command with single quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('the README', () => {
  test('prints what its first estimate prints', () => {
    const command = blocks(README, 'sh').find((block) => block.includes('estimate')) ?? '';
    const { code, out } = ratecard(words(command.slice(command.indexOf('estimate'))));
    expect(code).toBe(0);
    expect(`${out}\n`).toBe(blocks(README, 'text')[0]);
  });

  test('shows a library example that runs and is right about itself', () => {
    const [example = ''] = blocks(README, 'ts');
    mkdirSync('.cache', { recursive: true });
    const file = join('.cache', 'readme-example.ts');
    writeFileSync(
      file,
      `${example}\nprocess.stdout.write(JSON.stringify([bill.total, bill.gaps, bill.lines.length]));\n`,
    );
    expect(JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }))).toEqual(['2.55', [], 2]);
    expect(example).toContain("bill.total; // '2.55'");
  });

  test('names scripts and files that are there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const text of [README, CONTRIBUTING, readFileSync('ARCHITECTURE.md', 'utf8')]) {
      for (const [, name = ''] of text.matchAll(/`npm run (?:-s )?([a-z:-]+)/g))
        expect(Object.keys(scripts)).toContain(name);
      for (const [, path = ''] of text.matchAll(/\]\(([A-Za-z][^):]*)\)/g))
        expect(readFileSync(path, 'utf8').length).toBeGreaterThan(0);
    }
  });
});

describe('the commands of the documents', () => {
  const texts = [README, CONTRIBUTING, ...readdirSync('docs').map((file) => readFileSync(join('docs', file), 'utf8'))];
  const written = texts.flatMap((text) => [
    ...blocks(text, 'sh').flatMap((block) =>
      [...block.matchAll(/ratecard -- (.*?)(?= +#|$)/gm)].map(([, line = '']) => line),
    ),
    ...[
      ...text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`(?:npm run -s ratecard --|ratecard) ([^`]+)`/g),
    ].map(([, line = '']) => line),
  ]);
  const isPattern = (line: string) => /[[<]|\b[A-Z]{3,}\b/.test(line) || !line.includes(' ');

  test('are there', () => {
    expect(written.filter((line) => !isPattern(line)).length).toBeGreaterThanOrEqual(7);
  });

  test.each(written.filter((line) => !isPattern(line) || line === 'check'))('ratecard %s', (line) => {
    const { code, out, err } = ratecard(words(line));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toBe('');
  });

  test.each(written.filter(isPattern))('ratecard %s is as its help says', (line) => {
    const [name = ''] = words(line);
    const { code, out } = ratecard([name, '--help']);
    expect(code).toBe(0);
    for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(out).toContain(option);
  });

  test('the README names every command, and the CHANGELOG', () => {
    const { out } = ratecard(['--help']);
    const names = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(names).toContain('estimate');
    for (const name of names.filter((one) => one !== 'help')) {
      expect(README).toMatch(new RegExp(`ratecard -- ${name} |\`${name}\``));
      expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\`${name}\``);
    }
  });

  test('tests that CONTRIBUTING names are there', () => {
    for (const [, path = ''] of CONTRIBUTING.matchAll(/vitest run (\S+?)`/g)) expect(existsSync(path), path).toBe(true);
  });
});

describe('CONTRIBUTING shows files of an offer', () => {
  const shown = [...CONTRIBUTING.matchAll(/`data\/([^`<]+\.yaml)`[^`]*\n\n? *```yaml\n([\s\S]*?)^ *```/gm)].map(
    ([, path = '', text = '']) => ({ path, text: text.replaceAll(/^ {3}/gm, '') }),
  );
  const meters = { path: 'meters.yaml', text: readFileSync('data/meters.yaml', 'utf8') };

  test('that the catalog takes as they stand', () => {
    expect(shown.map(({ path }) => path)).toEqual([
      'providers/acme.yaml',
      'models/acme-lab/talker-2.yaml',
      'offers/acme/talker-2.yaml',
    ]);
    expect(blocks(CONTRIBUTING, 'yaml')).toHaveLength(shown.length);
    const { catalog, problems } = assemble([meters, ...shown]);
    expect(problems).toEqual([]);
    expect([...catalog.offers.keys()]).toEqual(['acme/talker-2']);
  });

  test('that price a message with its tokens', () => {
    const offer = assemble([meters, ...shown]).catalog.offers.get('acme/talker-2') as CatalogOffer;
    const usage = { input_tokens: 1000, output_tokens: 200 };
    const { total, gaps } = priceUsage(offer, [{ requests: 1000, usage }], { at: '2026-11-20', fees: false });
    expect([total, gaps]).toEqual(['1.9', []]);
  });

  test('whose first lines lead to their schemas', () => {
    for (const { path, text } of shown) {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
      expect(existsSync(join('data', path, '..', schema)), schema).toBe(true);
    }
  });
});

test('ARCHITECTURE gives every dependency its line, and no other', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
  const section = readFileSync('ARCHITECTURE.md', 'utf8').split('## What we depend on')[1] ?? '';
  const named = [...section.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', ')).slice(1);
  const wanted = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
  expect(named.filter((name) => !/^-+$/.test(name)).sort()).toEqual(wanted.sort());
});

test('every data file tells editors its schema', () => {
  const files = readdirSync('data', { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  const wrong = files.filter((file) => {
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))?.[1];
    if (schema === undefined) return true;
    return !JSON.parse(readFileSync(join(file, '..', schema), 'utf8')).$schema;
  });
  expect(files.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
