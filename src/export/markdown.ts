/** Characters that Markdown or HTML would read as markup, wherever they stand in a line. */
const MARKUP = /[\\`*[\]<>|~]/g;

/** An underscore that could open or close emphasis: not one inside a word such as `input_tokens`. */
const LOOSE_UNDERSCORE = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/** Line ends and control characters, which would break a table or a heading. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** Text as it should be read, with nothing in it taken for markup: `a|b` is `a\|b`. */
export function inline(text: string): string {
  return text
    .replace(BREAKS, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(MARKUP, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(LOOSE_UNDERSCORE, '\\_')
    .trim();
}

/** A link; an address that is not one of the web is left out and the words stand alone. */
export function link(words: string, url: string | undefined): string {
  if (!url || !/^https?:\/\//i.test(url)) return inline(words);
  const address = url.replace(/[\s<>|\\`\p{Cc}]/gu, (mark) => encodeURIComponent(mark));
  return `[${inline(words)}](<${address}>)`;
}

/** A heading of a level from 1 to 6. */
export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${inline(text)}`;
}

/** A table of cells that are already Markdown; `right` names the columns of figures. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (right.includes(index) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Blocks with an empty line between them and a line end after the last; empty blocks fall away. */
export function document(blocks: readonly string[]): string {
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
