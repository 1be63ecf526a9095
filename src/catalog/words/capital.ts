/** The text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a sentence: a capital at its start, a full stop at its end unless it has its own. */
export function sentence(text: string): string {
  return `${capital(text)}${/[.!?]["”]?$/.test(text) ? '' : '.'}`;
}
