/** A value as text; '' for a list or an object, which is no word. */
export function plainText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '' : String(value);
}
