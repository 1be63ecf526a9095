import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { describe, expect, test } from 'vitest';

const MOST_BYTES = 30_000;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function npm(...args: string[]): string {
  return execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('the package', () => {
  test('holds only the library, its data and its papers', () => {
    const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts')) as [Packed];
    const paths = packed.files.map(({ path }) => path);
    const strange = paths.filter(
      (path) =>
        !/^dist\/lib\/(engine|workload|usage-records|record-pricing|catalog|importers|export|cli)\/.*\.(js|d\.ts)$/.test(
          path,
        ) &&
        !['dist/lib/catalog.json', 'package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md'].includes(path),
    );
    expect(strange).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(['dist/lib/catalog.json', 'dist/lib/cli/main.js', 'LICENSE', 'README.md']),
    );
  });

  test('publint finds nothing', async () => {
    const { messages } = await publint({ strict: true });
    expect(messages).toEqual([]);
  });

  test('its types are right for every kind of importer that it has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ratecard-'));
    const [packed] = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [Packed];
    const report = execFileSync(
      process.execPath,
      [
        'node_modules/@arethetypeswrong/cli/dist/index.js',
        join(folder, packed.filename),
        '--profile',
        'esm-only',
        '--format',
        'json',
      ],
      { encoding: 'utf8' },
    );
    const { analysis } = JSON.parse(report) as { analysis: { problems: { kind: string; resolutionKind?: string }[] } };
    const checked = ['node16-esm', 'bundler'];
    expect(
      analysis.problems.filter(({ resolutionKind }) => !resolutionKind || checked.includes(resolutionKind)),
    ).toEqual([]);
  });

  test(`importing ratecard to price and compare costs at most ${MOST_BYTES} bytes, compressed`, async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "export { compare, priceUsage, trustCard } from './dist/lib/workload/library.js';",
        resolveDir: '.',
      },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    const size = gzipSync(outputFiles[0]?.contents ?? '').length;
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('runs as the command that it installs', () => {
    const out = execFileSync(process.execPath, ['dist/lib/cli/main.js', 'check'], { encoding: 'utf8' });
    expect(out).toMatch(/^no problems in \d+ offers/);
  });
});
