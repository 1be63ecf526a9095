import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SITE = 'dist/site';

function pages(): string[] {
  return readdirSync(SITE, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file that a path of the site leads to, if there is one. */
function fileOf(path: string): string | null {
  const inside = join(SITE, decodeURIComponent(path));
  return [inside, join(inside, 'index.html')].find((file) => existsSync(file) && !file.endsWith('/')) ?? null;
}

test('every internal link leads somewhere, and every fragment to its place', () => {
  const wrong = pages().flatMap((page) => {
    const html = readFileSync(page, 'utf8');
    const here = `/${page.slice(SITE.length + 1).replace(/index\.html$/, '')}`;
    return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, link = '']) => {
      if (/^(https?:|mailto:|data:)/.test(link)) return [];
      const { pathname, hash } = new URL(link.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), `http://site${here}`);
      const file = fileOf(pathname);
      if (!file) return [`${page}: ${link}`];
      if (hash === '' || !file.endsWith('.html')) return [];
      const target = file === page ? html : readFileSync(file, 'utf8');
      return target.includes(`id="${decodeURIComponent(hash.slice(1))}"`) ? [] : [`${page}: ${link} has no such place`];
    });
  });
  expect(pages().length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('every page has a title and a description of its own, and a language', () => {
  const heads = pages().map((page) => {
    const html = readFileSync(page, 'utf8');
    expect(html, page).toMatch(/^<!DOCTYPE html><html[^>]* lang="en"/);
    return [/<title>([^<]+)<\/title>/.exec(html)?.[1], /<meta name="description" content="([^"]+)"/.exec(html)?.[1]];
  });
  for (const index of [0, 1]) {
    const texts = heads.map((head) => head[index]);
    expect(texts).not.toContain(undefined);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
