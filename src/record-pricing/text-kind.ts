/** How the values of a text stand in it. */
export type TextKind = 'lines' | 'document' | 'csv';

/** The kind of a text by its first line: one that is whole JSON begins lines, one that begins JSON a document. */
export function textKind(first: string): TextKind {
  const text = first.trim();
  if (/^(data|event|id|retry)?:/.test(text)) return 'lines';
  if (!/^[[{"]/.test(text) || (text.startsWith('"') && text.includes(','))) return 'csv';
  try {
    JSON.parse(text);
    return 'lines';
  } catch {
    return /[[{,(]$/.test(text) ? 'document' : 'lines';
  }
}
