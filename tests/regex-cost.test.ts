import { expect, test } from 'vitest';
import { fitsRule } from '../src/catalog/identity/match-rule.ts';
import { MAX_PATTERN, MAX_TEXT, regexRefusal } from '../src/catalog/identity/regex-cost.ts';

const tooMany = (steps: number): string =>
  `expected a pattern that needs at most 1000000 steps; this may need ${steps}`;

/** On a text of 200 characters, from each of 200 starts unless `^` leaves one, a star has 201 lengths. */
test.each([
  ['^o[134]', null],
  ['a*b', null],
  ['a|', null],
  ['^a*a*b', null],
  ['a*a*b', tooMany(200 * 201 * 201)],
  ['a*\\d*b', tooMany(200 * 201 * 201)],
  ['[ab]*.*b', tooMany(200 * 201 * 201)],
  ['^a*a*a*b', tooMany(201 ** 3)],
  ['^a*a*b|a', tooMany(200 * (201 * 201 + 1))],
  ['^a*a*b|^a', null],
  ['^a*a*b|', tooMany(200 * (201 * 201 + 1))],
  ['^a*a*a*b|a', tooMany(200 * (201 ** 3 + 1))],
  ['$a*a*', tooMany(200 * 201 * 201)],
  ['\\ba*a*', tooMany(200 * 201 * 201)],
  ['a^a*a*', tooMany(200 * 201 * 201)],
  ['a{0,99}a{1,50}', null],
  ['a{0,99}a{0,49}', null],
  ['a{0,99}a{0,50}', tooMany(200 * 100 * 51)],
  ['a{150,}a{100,}a?', tooMany(200 * 51 * 101 * 2)],
  ['a{300,}b', null],
  ['a*a?(?:a|b)', null],
  ['a*(?:a|b|c)(d|e|f)(?=x|y)(?<!a|b|c)', tooMany(200 * 201 * 3 * 3 * 2 * 3)],
  ['a*(?:a|b|c)?(?:a|b|c){1}(?:aa)?a?', tooMany(200 * 201 * 6 * 3 * 2 * 2)],
  ['a*(?:a|b|c)?(?:a|b|c)?', tooMany(200 * 201 * 6 * 6)],
  ['(a+)+', 'expected a pattern that repeats characters only, no groups'],
  ['(?:ab){2}', 'expected a pattern that repeats characters only, no groups'],
  ['(a)\\1', 'expected a pattern without references back to a group'],
  ['(a', 'expected a regular expression: Invalid regular expression: /(a/: Unterminated group'],
])('%s: %s', (pattern, refusal) => {
  expect(regexRefusal(pattern)).toBe(refusal);
});

test('a pattern of as many characters as a name is the longest', () => {
  expect([MAX_PATTERN, MAX_TEXT]).toEqual([200, 200]);
  expect(regexRefusal('a'.repeat(200))).toBeNull();
  expect(regexRefusal('a'.repeat(201))).toBe('expected a pattern of at most 200 characters');
});

test('a pattern is tried on names of up to 200 characters, as it stands each time, and one that is none fits nothing', () => {
  expect([200, 201].map((length) => fitsRule({ regex: 'a$' }, 'a'.repeat(length)))).toEqual([true, false]);
  expect(fitsRule({ regex: 'a$' }, 'b')).toBe(false);
  expect(fitsRule({ regex: '(a' }, 'a')).toBe(false);
  expect(fitsRule({ regex: '(a' }, 'a')).toBe(false);
});
