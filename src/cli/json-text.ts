/** A text in JSON, in full, or a number outside of any. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const TEXT_OR_BRACKET = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * Reads JSON with every number kept as its text, so that `0.1` stays `"0.1"` and no digit is lost to binary
 * fractions. Exponents are kept as they stand and refused by whoever expects a plain decimal. A mark of byte order
 * is passed over. Throws a `SyntaxError` on what is no JSON, and on a key that stands twice in one object.
 */
export function parseJsonText(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  JSON.parse(bare);
  const twice = repeatedKey(bare);
  if (twice !== null) throw new SyntaxError(`the key ${JSON.stringify(twice)} stands twice in one object; keep one`);
  return JSON.parse(bare.replaceAll(TEXT_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
}

/** The first key that stands twice in an object of a valid JSON text; null where there is none. */
function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(TEXT_OR_BRACKET)) {
    const keys = open.at(-1);
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && keys && isKey) {
      const key = JSON.parse(token) as string;
      if (keys.has(key)) return key;
      keys.add(key);
    }
    isKey = token === '{' || token === ',';
  }
  return null;
}
