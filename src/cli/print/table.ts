/** How a column of a text table is set. */
export type Align = 'left' | 'right' | 'decimal';

/**
 * Sets rows of text in columns, two spaces apart. Decimal columns line up on the point; text that is not a number
 * is set to the left of where the figures begin.
 */
export function textTable(rows: readonly (readonly string[])[], align: readonly Align[], indent = ''): string {
  const columns = align.map((kind, index) =>
    setColumn(
      rows.map((row) => row[index] ?? ''),
      kind,
    ),
  );
  return rows.map((_, row) => `${indent}${columns.map((column) => column[row] ?? '').join('  ')}`.trimEnd()).join('\n');
}

function setColumn(cells: readonly string[], align: Align): string[] {
  const tails = cells.map((cell) => (align === 'decimal' ? tailLength(cell) : 0));
  const tail = Math.max(0, ...tails);
  const padded = cells.map((cell, index) => cell + ' '.repeat(align === 'decimal' ? tail - (tails[index] ?? 0) : 0));
  const width = Math.max(0, ...padded.map(displayWidth));
  return padded.map((cell) => {
    const space = ' '.repeat(width - displayWidth(cell));
    return align === 'left' ? cell + space : space + cell;
  });
}

/** The characters from the decimal point on. */
function tailLength(cell: string): number {
  const point = /\d(\.\d*)\D*$/.exec(cell)?.[1];
  return point ? point.length : 0;
}

/** How many columns of a terminal a text takes: combining marks none, wide characters two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{Mark}/u.test(char)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char)
      ? 2
      : 1;
  }
  return width;
}

/** Breaks a text into lines of at most `width` columns, at spaces. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => indent + one).join('\n');
}
