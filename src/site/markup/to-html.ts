import type { Markup } from './markup.ts';

/** Elements without an end. */
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'input']);

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup as HTML text, every string of it escaped. */
export function toHtml(node: Markup | string): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, attributes = {}, children = [] } = node;
  const open = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  if (VOID.has(tag)) return `<${tag}${open.join('')}>`;
  return `<${tag}${open.join('')}>${children.map(toHtml).join('')}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}
