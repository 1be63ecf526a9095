/** A text for a terminal: what would steer it is shown instead, as `\u001b`; ends of lines are left. */
export function shownText(text: string): string {
  return text.replaceAll(
    /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
