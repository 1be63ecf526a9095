import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { licenceList, lockedPackages } from '../scripts/lib/licence-list.ts';

/** Licences under which code may be shipped inside of, or beside, an MIT package without a further duty than notice. */
const SHIPPED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Apache-2.0'];
/** Those that ask something of who passes the code on, which nobody does with a tool. */
const TOOLS = [...SHIPPED, 'CC0-1.0', 'CC-BY-4.0', 'MPL-2.0', 'LGPL-3.0-or-later', 'Python-2.0'];

/** Whether one of several licences to choose from is allowed, and all of several that hold together. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const anyOf = licence.replaceAll(/[()]/g, '').split(' OR ');
  return anyOf.some((one) => one.split(' AND ').every((name) => allowed.includes(name)));
}

const packages = lockedPackages(readFileSync('package-lock.json', 'utf8'));

describe('licences', () => {
  test('of what the package brings along ask for no more than notice', () => {
    const shipped = packages.filter(({ isShipped }) => isShipped);
    expect(shipped.map(({ name }) => name)).toContain('decimal.js');
    expect(shipped.filter(({ licence }) => !isAllowed(licence ?? '', SHIPPED))).toEqual([]);
  });

  test('of every tool are known and allow its use', () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(({ licence }) => !isAllowed(licence ?? '', TOOLS))).toEqual([]);
  });

  test('that ask for more are refused', () => {
    for (const licence of ['AGPL-3.0-only', '', 'SEE LICENSE IN LICENSE', 'MIT AND AGPL-3.0-only', 'UNLICENSED']) {
      expect(isAllowed(licence, TOOLS), licence).toBe(false);
    }
    expect(isAllowed('(AGPL-3.0-only OR MIT)', SHIPPED)).toBe(true);
  });

  test('are listed', () => {
    expect(readFileSync('docs/LICENCES.md', 'utf8')).toBe(licenceList(readFileSync('package-lock.json', 'utf8')));
  });
});
