import { spawnSync } from 'node:child_process';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { type Sample, samplesOf } from '../src/site/quick-start/samples.ts';

const { catalog } = readCatalog('data');

const hasPython = spawnSync('python3', ['--version']).status === 0;
const hasShell = spawnSync('bash', ['--version']).status === 0;

/** What a sample's language says is wrong with it. */
function faults({ language, code }: Sample): string {
  if (language === 'TypeScript') {
    const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n');
  }
  if (language === 'Python' && hasPython) {
    return spawnSync('python3', ['-c', 'import sys, ast; ast.parse(sys.stdin.read())'], {
      input: code,
      encoding: 'utf8',
    }).stderr;
  }
  return '';
}

/** The arguments that a shell hands to curl. */
function curlArguments(code: string, env: Record<string, string>): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${code}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, ...env } });
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

const real = [...catalog.offers.values()];
const [base] = real;
if (!base) throw new Error('the catalog is empty');

/** An offer whose every text tries to end the string that it stands in. */
const hostile: CatalogOffer = {
  ...base,
  id: 'x/hostile',
  model_id: `a'b"c\\d$(touch x)\`e\`\n</script>`,
  base_url: 'https://example.com/v1',
  auth: { in: 'header', name: 'x-"api`$key', env: 'X_API_KEY', source: 'page' },
  endpoints: [{ method: 'POST', url: `https://example.com/v1/it's`, style: 'anthropic_messages', source: 'page' }],
};

const inBody: CatalogOffer = {
  ...hostile,
  id: 'x/in-body',
  auth: { in: 'body', name: `ke'y`, env: 'X_API_KEY', source: 'page' },
};

describe.each([...real, hostile, inBody].filter((offer) => samplesOf(offer).length > 0))('samples of $id', (offer) => {
  const samples = samplesOf(offer);

  test('are written in the language that they are said to be in', () => {
    for (const sample of samples) expect(faults(sample), sample.code).toBe('');
  });

  test.runIf(hasShell)('send valid JSON with the model id and the key', () => {
    const { auth } = offer;
    const curl = samples.find(({ language }) => language === 'cURL');
    const args = curlArguments(curl?.code ?? '', { [auth?.env ?? '']: 'secret' });
    const body = JSON.parse(args[args.indexOf('-d') + 1] ?? '') as Record<string, unknown>;
    expect(body['model'] ?? body['model_id']).toBe(offer.model_id);
    if (auth?.in === 'body') expect(body[auth.name]).toBe('secret');
    else expect(args).toContain(`${auth?.name}: ${auth?.scheme ? `${auth.scheme} ` : ''}secret`);
    expect(offer.endpoints?.map(({ url }) => url)).toContain(args[0]);
  });
});

test('no sample is made up for an API that is not known', () => {
  const { auth: _, ...unknown } = hostile;
  expect(samplesOf(unknown)).toEqual([]);
  expect(samplesOf({ ...hostile, endpoints: [] })).toEqual([]);
});
