import { ANSWER_PATH, type Call } from './call.ts';

/** The call in Python: by the OpenAI package where the API takes what it sends, else by the standard library. */
export function pythonSample(call: Call): string {
  return call.sdkBase === null ? plainPython(call) : sdkPython(call, call.sdkBase);
}

function sdkPython({ auth, body }: Call, base: string): string {
  const args = Object.entries(body).map(([name, value]) => `    ${name}=${indent(literal(value))},`);
  return `import os
from openai import OpenAI

client = OpenAI(
    base_url=${literal(base)},
    api_key=os.environ[${literal(auth.env)}],
)
answer = client.chat.completions.create(
${args.join('\n')}
)
print(answer.choices[0].message.content)`;
}

function plainPython({ url, auth, body, style }: Call): string {
  const key = `os.environ[${literal(auth.env)}]`;
  const fields = Object.entries(body).map(([name, value]) => `    ${literal(name)}: ${indent(literal(value))},`);
  const keyField = auth.in === 'body' ? [`    ${literal(auth.name)}: ${key},`] : [];
  const header =
    auth.in === 'header'
      ? [`        ${literal(auth.name)}: ${auth.scheme ? `${literal(`${auth.scheme} `)} + ` : ''}${key},`]
      : [];
  const path = ANSWER_PATH[style].map((step) => `[${literal(step)}]`).join('');
  return `import json
import os
from urllib.request import Request, urlopen

body = {
${[...keyField, ...fields].join('\n')}
}
request = Request(
    ${literal(url)},
    data=json.dumps(body).encode(),
    headers={
${[...header, '        "Content-Type": "application/json",'].join('\n')}
    },
)
with urlopen(request) as response:
    answer = json.load(response)
print(answer${path})`;
}

/** JSON is Python too, as long as it holds no true, false or null. The items of a list stand on lines of their own. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[\n${value.map((item) => `    ${literal(item)},`).join('\n')}\n]`;
  return JSON.stringify(value).replaceAll('","', '", "').replaceAll('":"', '": "').replaceAll('},{', '}, {');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
