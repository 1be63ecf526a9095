/** The answer of a file that needs the site's own address when none is known: it is not made, and the build says so. */
export function leftOut(path: string): Response {
  console.warn(
    `${path} is left out: it needs absolute addresses, and RATECARD_SITE does not say where the site will be`,
  );
  return new Response(null);
}

/** Text of a type that no page has: XML, plain text. */
export function textResponse(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
