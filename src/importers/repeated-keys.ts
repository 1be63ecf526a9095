import { LineCounter, parseDocument } from 'yaml';

/**
 * Where JSON gives a key of one object twice, of which a parser would keep the last in silence: `line 12: "big-1"`.
 * YAML contains JSON, and its parser finds them; what else it may say of a text that is JSON does not matter here.
 */
export function repeatedKeys(text: string): string[] {
  const lines = new LineCounter();
  const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  return errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(
      ({ pos }) => `line ${lines.linePos(pos[0]).line}: ${/^"(?:[^"\\]|\\.)*"/.exec(text.slice(pos[0]))?.[0] ?? '?'}`,
    );
}
