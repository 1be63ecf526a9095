import type { Call } from './call.ts';

/** The call as a command of a shell. */
export function curlSample({ url, auth, body }: Call): string {
  const json = JSON.stringify(body, null, 2);
  const data =
    auth.in === 'body'
      ? `${quote(`{\n  ${JSON.stringify(auth.name)}: "`)}"$${auth.env}"${quote(`",${json.slice(1)}`)}`
      : quote(json);
  return [
    `curl ${quote(url)}`,
    ...(auth.in === 'header'
      ? [`-H ${doubleQuote(`${auth.name}: ${auth.scheme ? `${auth.scheme} ` : ''}`, auth.env)}`]
      : []),
    `-H 'Content-Type: application/json'`,
    `-d ${data}`,
  ].join(' \\\n  ');
}

/** Text that a shell takes as it stands. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function doubleQuote(text: string, variable: string): string {
  return `"${text.replaceAll(/["\\$`]/g, (mark) => `\\${mark}`)}$${variable}"`;
}
