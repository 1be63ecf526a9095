import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/launch-browser.ts';

const README = readFileSync('README.md', 'utf8');
const [, EXAMPLE = ''] = /^```ts\n([\s\S]*?)^```/m.exec(README) ?? [];
const [, PRINTED = ''] = /^```text\n([\s\S]*?)^```/m.exec(README) ?? [];
interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const { dependencies, version } = manifestIn('.');

/** An empty project outside the tree, into which the package was installed from its tarball without the network. */
let project = '';

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'ratecard-project-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
  const [packed] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' })) as [{ readonly filename: string }];
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n');
  const local = Object.keys(dependencies).map((name) => resolve('node_modules', name));
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--install-links'];
  run('npm', 'install', ...quiet, `./${packed.filename}`, ...local);
});

describe('the package, installed into an empty project', () => {
  test('has all that it depends on, at the versions that it names, and nothing else', () => {
    const scoped = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    const names = scoped.flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(project, 'node_modules', name)).map((one) => `${name}/${one}`) : [name],
    );
    const found = names.map((name) => [name, manifestIn(join(project, 'node_modules', name)).version]);
    expect(Object.fromEntries(found)).toEqual({ ...dependencies, ratecard: version });
  });

  test('runs the example of the README', () => {
    writeFileSync(join(project, 'example.ts'), `${EXAMPLE}\nconsole.log(bill.total, bill.lines.length, bill.gaps);\n`);
    expect(run(process.execPath, 'example.ts')).toBe('2.55 2 []\n');
  });

  test('has the types that the example needs', () => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--module', 'nodenext'];
    writeFileSync(join(project, 'typed.ts'), EXAMPLE);
    expect(run(resolve('node_modules/.bin/tsc'), ...options, 'typed.ts')).toBe('');
  });

  test('runs the command of the README, which prints what it says', () => {
    const [, line = ''] = /^npm run -s ratecard -- (estimate .*)$/m.exec(README) ?? [];
    const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect(run('node_modules/.bin/ratecard', ...args, '--at', '2026-11-20')).toBe(PRINTED);
    expect(run('node_modules/.bin/ratecard', '--version').trim()).toBe(version);
  });

  test('is bundled for a browser, and prices there what the example prices', async () => {
    const page = EXAMPLE.replace(
      "import { openCatalog } from 'ratecard/catalog';",
      "import catalog from 'ratecard/catalog.json';",
    )
      .replace(/openCatalog\(\)\.catalog\.offers\.get\('([^']+)'\)/, "catalog.offers.find(({ id }) => id === '$1')")
      .replace('{ priceUsage }', '{ priceUsage, trustCard }')
      .replace('priceUsage(offer,', 'priceUsage(trustCard(offer),')
      .concat('\nglobalThis.answer = [bill.total, bill.lines.length, bill.gaps.length];\n');
    expect(page).toContain('catalog.json');
    const { outputFiles } = await build({
      stdin: { contents: page, resolveDir: project },
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
    });
    const browser = await launchBrowser();
    const tab = await browser.newPage();
    await tab.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const answer = await tab.evaluate(() => (globalThis as unknown as { answer: unknown }).answer);
    await browser.close();
    expect(answer).toEqual(['2.55', 2, 0]);
  });
});
