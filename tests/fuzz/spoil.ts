import type { Draw } from '../arbitrary/draw.ts';

/** Keys that objects of the language have of themselves. */
const STRANGE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '', '0', ' '] as const;

const TOKENS = [
  ...['- ', '? ', ': ', '[', '{', ']', '}', ',', '"', "'", '|\n', '>-\n', '#', '%YAML 9.9\n', '---\n', '...\n'],
  ...['&a ', '*a', '<<: *a\n', '!!binary ', '!!js/function ', '!x ', '__proto__: ', 'constructor: {prototype: 1}'],
  ...['~', 'null', 'true', '0x1F', '0o17', '1e999', '.inf', '-0', '1_000', '9'.repeat(70), `0.${'0'.repeat(59)}1`],
  ...['2026-11-20', '2026-02-30', '\t', '\r', '\u0000', '\uFEFF', '\uD800', '\u2028', '\u202e', '\\u0000', '💸'],
  ...['{"a":', '[[[[', '-1', '=', '&', '%', '%zz', '+', '@', '@-', '--', '..', '../', 'x'.repeat(300)],
] as const;

/** A text with some of it taken out, put in, doubled, moved or repeated many times. */
export function spoiltText(draw: Draw, text: string): string {
  let spoilt = text;
  for (let time = 0; time <= draw.below(4); time += 1) {
    const from = draw.below(spoilt.length + 1);
    const until = Math.min(spoilt.length, from + 1 + draw.below(draw.chance(70) ? 8 : 200));
    const piece = spoilt.slice(from, until);
    const [before, after] = [spoilt.slice(0, from), spoilt.slice(until)];
    const token = TOKENS[draw.below(TOKENS.length)] ?? '';
    const ways: (() => string)[] = [
      () => before + after,
      () => before + piece + piece + after,
      () => before + token + piece + after,
      () => before + token + after,
      () => before + String.fromCharCode(draw.below(0x250)) + after,
      () => before,
      () => before + [...piece].reverse().join('') + after,
      () => `${before}${(draw.chance(50) ? token : piece).repeat(draw.below(500))}${after}`.slice(0, 200_000),
    ];
    spoilt = (ways[draw.below(ways.length)] ?? (() => spoilt))();
  }
  return spoilt;
}

type Holder = Record<string, unknown>;

/** Every place of a value, whose keys may be of a list or an object. */
function placesIn(value: unknown): { readonly holder: Holder; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** A copy of a value with something in some of its places that makes no sense, stands elsewhere, or is too much. */
export function spoiltValue(draw: Draw, value: unknown): unknown {
  const copy = structuredClone(value);
  for (let time = 0; time <= draw.below(3); time += 1) {
    const places = placesIn(copy);
    const place = places[draw.below(places.length)];
    if (!place) return junk(draw);
    const { holder, key } = place;
    const old = holder[key];
    const other = places[draw.below(places.length)];
    const put = (name: string, one: unknown): void => {
      Object.defineProperty(holder, name, { value: one, enumerable: true, configurable: true, writable: true });
    };
    const ways: (() => void)[] = [
      () => put(key, junk(draw)),
      () => put(key, junk(draw)),
      () => put(key, structuredClone(other?.holder[other.key])),
      () =>
        put(
          key,
          Array.from({ length: draw.below(60) }, () => structuredClone(old)),
        ),
      () => put(key, nested(draw.below(80), old)),
      () => put(key, typeof old === 'object' ? 'text' : String(old)),
      () => put(key, typeof old === 'string' ? spoiltText(draw, old) : [old]),
      () => put(Array.isArray(holder) ? key : draw.pick(STRANGE_KEYS), old),
      () => put(Array.isArray(holder) ? key : draw.pick(STRANGE_KEYS), junk(draw)),
      () => {
        delete holder[key];
      },
    ];
    ways[draw.below(ways.length)]?.();
  }
  return copy;
}

export function junk(draw: Draw): unknown {
  const list: unknown[] = [
    ...[null, true, 0, -1, 0.1, 1e21, 1e-7, 2 ** 53, '', ' ', 'a', '-1', '1e3', '0', '00', '1'.repeat(61)],
    ...['100', '99.999', '2026-11-20', '2026-02-30', 'P1M', 'P0D', 'USD', 'input_tokens', '0x1', '+1', '1,5', '．５'],
    ...[[], {}, [null], [[]], { a: 1 }, TOKENS[draw.below(TOKENS.length)]],
  ];
  return list[draw.below(list.length)];
}

function nested(depth: number, value: unknown): unknown {
  let inner = value;
  for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { inner };
  return inner;
}
