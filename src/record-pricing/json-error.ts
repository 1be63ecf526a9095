/** What is wrong with a JSON text, without the engine's own way of quoting it. */
export function jsonErrorText(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, "[\s\S]*$/, '') : String(error);
}
