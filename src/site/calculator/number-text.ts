/** A number as a reader typed it: plain digits, or why it is not one. */
export type NumberText = { readonly value: string } | { readonly reason: string };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^\d+(\.\d+)?$/;
const MOST_CHARACTERS = 60;

/** Reads `30,000`, `30000` or `0.5`; says what is wrong with anything else. */
export function readNumber(text: string, kind: 'whole' | 'decimal'): NumberText {
  const trimmed = text.trim();
  const value = GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  if (value.length > MOST_CHARACTERS) return { reason: `at most ${MOST_CHARACTERS} digits` };
  if (!PLAIN.test(value)) return { reason: reasonFor(value) };
  if (kind === 'whole' && value.includes('.')) return { reason: 'a whole number, without a fraction' };
  return { value };
}

function reasonFor(text: string): string {
  if (text.startsWith('-')) return 'a number from 0 up';
  if (/^\d+,\d+$/.test(text)) return `digits with a point, such as ${text.replace(',', '.')}, or groups of three`;
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'plain digits, without an exponent';
  return 'digits, such as 1200 or 0.5';
}
