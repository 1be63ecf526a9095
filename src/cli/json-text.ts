/**
 * Reads JSON with every number kept as its text, so that `0.1` stays `"0.1"` and no digit is lost to binary
 * fractions. Exponents are kept as they stand and refused by whoever expects a plain decimal.
 */
export function parseJsonText(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  );
}

/** What is wrong with a JSON text, without the engine's own way of quoting it. */
export function jsonErrorText(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, "[\s\S]*$/, '') : String(error);
}
