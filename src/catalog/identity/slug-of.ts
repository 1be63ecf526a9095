/**
 * A text as a part of a model's id: `Llama 3.1 8B` is `llama-3.1-8b`. A letter outside ASCII becomes its code point, so
 * that names of other scripts stay apart: `模型` is `u6a21u578b`. Empty where there is no letter and no digit.
 */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) =>
      /[\p{L}\p{N}]/u.test(letter) ? `u${letter.codePointAt(0)?.toString(16)}` : '-',
    )
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[^a-z0-9]+|-$/g, '');
}
