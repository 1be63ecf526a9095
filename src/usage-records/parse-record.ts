/** A number of so many digits that a binary number may not hold them all, where a value can stand. */
const LONG_NUMBER = /[:[,]\s*-?[\d.]{16}/;

/**
 * Parses JSON without losing a digit. Up to 15 significant digits, a number read as binary and written again is the
 * same decimal; a text that holds a longer one is parsed with every number kept as its text.
 */
export function parseRecord(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  );
}

/** {@link parseRecord} for text that may be no JSON: undefined then. */
export function tryParseRecord(text: string): unknown {
  try {
    return parseRecord(text);
  } catch {
    return undefined;
  }
}
