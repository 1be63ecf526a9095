import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseJsonText } from '../src/cli/json-text.ts';

const parse = JSON.parse.bind(JSON);
afterEach(() => void vi.restoreAllMocks());

/** A Node whose `JSON.parse` tells a reviver nothing of the text that a value was written as. */
function withoutSourceText(): void {
  vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) =>
    parse(text, reviver ? (key, value) => reviver(key, value) : undefined),
  );
}

describe.each([
  ['with the source text of numbers', () => undefined],
  ['without it', withoutSourceText],
])('JSON, on a Node %s', (_name, prepare) => {
  test.each([
    ['a fraction', '{"a":0.1000000000000000055511151231257827}', { a: '0.1000000000000000055511151231257827' }],
    ['a count beyond 2^53', '[9007199254740993]', ['9007199254740993']],
    ['trailing zeros', '1.50', '1.50'],
    ['an exponent', '[1e3, -2E-5]', ['1e3', '-2E-5']],
    ['digits in texts and keys', '{"1.5":"2.50 \\" 3 \\\\"}', { '1.5': '2.50 " 3 \\' }],
    ['nested lists', '[[1,[2.0]],{"a":[{"b":3}]}]', [['1', ['2.0']], { a: [{ b: '3' }] }]],
    ['what is no number', '[true,null,false,"x"]', [true, null, false, 'x']],
    ['a mark of byte order', '\uFEFF{"a":1}', { a: '1' }],
    ['a key that texts and other objects repeat', '{"a":"a","b":{"a":1},"c":["a","a"]}', undefined],
  ])('keeps %s', (_case, text, expected) => {
    prepare();
    if (expected === undefined) expect(() => parseJsonText(text)).not.toThrow();
    else expect(parseJsonText(text)).toEqual(expected);
  });

  test.each(['01', '1.', '.5', '+1', '1e', '--1', '{"a":1 2}', '{tokens}', 'NaN', '"\n"', ''])('refuses %j', (text) => {
    prepare();
    expect(() => parseJsonText(text)).toThrow(SyntaxError);
  });

  test.each(['{"a":1,"a":2}', '{"b":{"a":1,"c":[1,2],"a":2}}', '[{"a":[],"\\u0061":1}]'])(
    'refuses a key given twice in %s',
    (text) => {
      prepare();
      expect(() => parseJsonText(text)).toThrow('"a" stands twice');
    },
  );
});
