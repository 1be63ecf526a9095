import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OfferFile } from '../src/catalog/schema/offer-file.ts';
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

test('CONTRIBUTING shows an offer that the schema takes', () => {
  const [example = ''] = blocks(CONTRIBUTING, 'yaml');
  expect(OfferFile.safeParse(parse(example)).error?.issues).toBeUndefined();
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
