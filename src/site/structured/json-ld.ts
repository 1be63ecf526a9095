/** A thing as schema.org describes it. */
export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Things as the text of a JSON-LD script: nothing in it can end the script or open a comment. */
export function jsonLdText(things: readonly Thing[]): string {
  const [only] = things;
  const document =
    things.length === 1
      ? { '@context': 'https://schema.org', ...only }
      : { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(document).replace(/[<>&\u2028\u2029]/g, (mark) => ESCAPES[mark] ?? '');
}
