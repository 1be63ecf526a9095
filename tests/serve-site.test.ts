import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../scripts/lib/serve-site.ts';

const directory = mkdtempSync(join(tmpdir(), 'ratecard-site-'));
let site: ServedSite;

beforeAll(async () => {
  mkdirSync(join(directory, 'models'));
  writeFileSync(join(directory, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
  writeFileSync(join(directory, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(directory, 'models', 'index.html'), '<h1>Models</h1>');
  writeFileSync(join(directory, '404.html'), '<h1>Nothing here</h1>');
  site = await serveSite(0, directory);
});
afterAll(() => site.close());

describe('the served site', () => {
  test.each([
    ['/', 200, 'Home'],
    ['/models/', 200, 'Models'],
    ['/nowhere', 404, 'Nothing here'],
    ['/nowhere/', 404, 'Nothing here'],
    ['/models/none.json?x=1', 404, 'Nothing here'],
    ['/%2e%2e/package.json', 404, 'Nothing here'],
    ['/%', 404, 'Nothing here'],
  ])('%s answers %i', async (path, status, words) => {
    const answer = await fetch(`${site.origin}${path}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await answer.text()).toContain(words);
  });

  test('a part of a missing page is asked for in vain', async () => {
    const answer = await fetch(`${site.origin}/nowhere`, { headers: { range: 'bytes=0-3' } });
    expect(answer.status).toBe(404);
  });

  test('a site that is not built is told so', async () => {
    await expect(serveSite(0, join(directory, 'models', 'none'))).rejects.toThrow('run npm run build');
  });
});
