import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersOf, readHeaders } from '../../scripts/lib/site-headers.ts';
import { type Visit, visit } from './browse.ts';

const RULES = readHeaders(readFileSync('dist/site/_headers', 'utf8'));
const POLICY = new Map(headersOf(RULES, '/')).get('Content-Security-Policy') ?? '';

let site: Visit;
beforeAll(async () => {
  site = await visit();
});
afterAll(() => site.end());

describe('the Content-Security-Policy', () => {
  test('trusts the site itself and no inline code', () => {
    expect(POLICY).toContain("default-src 'self'");
    expect(POLICY).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });

  test('is sent with every page, data may be read by other sites', async () => {
    for (const path of ['/', '/calculator/', '/no/such/page/']) {
      expect((await fetch(`${site.origin}${path}`)).headers.get('content-security-policy'), path).toBe(POLICY);
    }
    const data = await fetch(`${site.origin}/api/v1/index.json`);
    expect(data.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${site.origin}/`)).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('is kept by every page as built: no inline script, style or handler', () => {
    const pages = readdirSync('dist/site', { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map((entry) => join(entry.parentPath, entry.name));
    const inline = pages.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<style|<[a-z][^>]*\s(?:style|on[a-z]+)=|<script(?![^>]*\ssrc=)[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !tag.startsWith('<script type="application/ld+json"'))
        .map((tag) => `${file}: ${tag}`),
    );
    expect(inline).toEqual([]);
  });

  test.each(['/', '/calculator/', '/records/', '/offers/empiriolabs/mistral-small-3-1/', '/404.html', '/embed/'])(
    '%s works under it without a violation',
    async (path) => {
      const { page, context, errors } = await site.open(path);
      await page.waitForLoadState('networkidle');
      await context.close();
      expect(errors).toEqual([]);
    },
  );

  test('stops an inline script', async () => {
    const { page, context, errors } = await site.open('/');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    });
    await context.close();
    expect(ran).toBe(false);
    expect(errors.join()).toContain('Content Security Policy');
  });
});

test.each(['Content-Security-Policy: x', '/*\nName without a colon', '  X-Early: 1'])(
  'a headers file of %j is refused',
  (text) => {
    expect(() => readHeaders(text)).toThrow('_headers');
  },
);
