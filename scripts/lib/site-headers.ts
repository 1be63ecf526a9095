/** A rule of a `_headers` file: the headers of every path that the pattern matches, `*` standing for anything. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file: a path pattern on a line of its own, its headers indented below. Throws on anything else. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) rules.push({ pattern: patternOf(line.trim()), headers: [] });
    else {
      const [, name, value] = /^\s+([A-Za-z-]+):\s*(.+)$/.exec(line) ?? [];
      const rule = rules.at(-1);
      if (!name || !value || !rule) throw new Error(`_headers: expected a path or an indented header, found "${line}"`);
      rule.headers.push([name, value.trim()]);
    }
  }
  return rules;
}

/** The headers of a path, those of later rules last. */
export function headersOf(rules: readonly HeaderRule[], path: string): (readonly [name: string, value: string])[] {
  return rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
