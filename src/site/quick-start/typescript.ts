import { ANSWER_PATH, type Call } from './call.ts';

/** The call in TypeScript: by the OpenAI package where the API takes what it sends, else by `fetch`. */
export function typescriptSample(call: Call): string {
  return call.sdkBase === null ? plainTypeScript(call) : sdkTypeScript(call, call.sdkBase);
}

function sdkTypeScript({ auth, body }: Call, base: string): string {
  return `import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: ${text(base)},
  apiKey: process.env[${text(auth.env)}],
});
const answer = await client.chat.completions.create({
${fields(body, '  ')}
});
console.log(answer.choices[0]?.message.content);`;
}

function plainTypeScript({ url, auth, body, style }: Call): string {
  const key = `process.env[${text(auth.env)}]`;
  const header =
    auth.in === 'header' ? [`    ${text(auth.name)}: \`${auth.scheme ? `${auth.scheme} ` : ''}\${${key}}\`,`] : [];
  const keyField = auth.in === 'body' ? [`    ${name(auth.name)}: ${key},`] : [];
  const path = ANSWER_PATH[style].map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return `const response = await fetch(${text(url)}, {
  method: 'POST',
  headers: {
${[...header, `    'Content-Type': 'application/json',`].join('\n')}
  },
  body: JSON.stringify({
${[...keyField, fields(body, '    ')].join('\n')}
  }),
});
if (!response.ok) throw new Error(await response.text());
const answer = await response.json();
console.log(answer${path});`;
}

function fields(body: Readonly<Record<string, unknown>>, margin: string): string {
  return Object.entries(body)
    .map(([field, value]) => `${margin}${name(field)}: ${literal(value)},`)
    .join('\n');
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value).map(([field, one]) => `${name(field)}: ${literal(one)}`);
    return `{ ${inner.join(', ')} }`;
  }
  return typeof value === 'string' ? text(value) : String(JSON.stringify(value));
}

/** A string between single quotes. */
function text(value: string): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

function name(field: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(field) ? field : text(field);
}
