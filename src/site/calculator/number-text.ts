/** A number as a reader typed it: plain digits, or why it is not one. */
export type NumberText = { readonly value: string } | { readonly reason: string };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^\d+(\.\d+)?$/;
/** Groups of three as others set them apart. */
const SPACED = /^\d{1,3}([ \u00a0\u2009\u202f]\d{3})+$/;
const POINTED = /^\d{1,3}(\.\d{3})+$/;
const MOST_CHARACTERS = 60;

/** Reads `30,000`, `30000` or `0.5`; says what is wrong with anything else. */
export function readNumber(text: string, kind: 'whole' | 'decimal'): NumberText {
  const trimmed = text.trim();
  const value = GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  if (value.length > MOST_CHARACTERS) return { reason: `at most ${MOST_CHARACTERS} digits` };
  const grouped = SPACED.test(value) || (kind === 'whole' && POINTED.test(value));
  if (grouped) return { reason: `digits without ${value.includes('.') ? 'points' : 'spaces'}, such as ${bare(value)}` };
  if (!PLAIN.test(value)) return { reason: reasonFor(value, kind) };
  if (kind === 'whole' && value.includes('.')) return { reason: 'a whole number, without a fraction' };
  return { value };
}

function bare(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function reasonFor(text: string, kind: 'whole' | 'decimal'): string {
  if (text.startsWith('-')) return 'a number from 0 up';
  if (kind === 'decimal' && /^\d+,\d+$/.test(text))
    return `digits with a point, such as ${text.replace(',', '.')}, or groups of three`;
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'plain digits, without an exponent';
  return kind === 'whole' ? 'a whole number, such as 1200' : 'digits, such as 1200 or 0.5';
}
