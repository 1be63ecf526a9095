import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { diffText, holdText, importUpstream, UpstreamError } from '../src/importers/index.ts';
import { UPSTREAM_NAMES, type UpstreamName } from '../src/importers/names.ts';

/** Where each dataset is published; null for what its installed package carries. */
const PUBLISHED: Readonly<Record<UpstreamName, string | null>> = {
  'genai-prices': 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/data.json',
  litellm: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json',
  llmdb: null,
  'models.dev': 'https://models.dev/api.json',
  openrouter: 'https://openrouter.ai/api/v1/models',
};
/** The most lines of an import's diff that the summary shows. */
const MOST_LINES = 200;

/**
 * Imports every dataset into `--data` and says in `--summary` (Markdown) what each changed, what was held back for
 * someone to look at, and what could not be read. `--from name=address` reads one elsewhere. Ends with 1 when any
 * dataset was not imported; the others are.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    summary: { type: 'string', default: '.cache/imports.md' },
    from: { type: 'string', multiple: true, default: [] },
  },
});
const given = new Map(values.from.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
const strange = [...given.keys()].filter((name) => !(UPSTREAM_NAMES as readonly string[]).includes(name));
if (strange.length > 0) throw new Error(`no dataset ${strange.join(', ')}; expected ${UPSTREAM_NAMES.join(', ')}`);

const sections: string[] = [];
let isWhole = true;
for (const name of UPSTREAM_NAMES) {
  const { lines, imported } = await importOne(name, given.get(name) ?? PUBLISHED[name]);
  isWhole &&= imported;
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more lines`] : [];
  sections.push(`## ${name}\n\n\`\`\`text\n${[...lines.slice(0, MOST_LINES), ...more].join('\n')}\n\`\`\`\n`);
}
mkdirSync(dirname(values.summary), { recursive: true });
writeFileSync(values.summary, sections.join('\n'));
process.stdout.write(sections.join('\n'));
process.exitCode = isWhole ? 0 : 1;

async function importOne(name: UpstreamName, from: string | null): Promise<{ lines: string[]; imported: boolean }> {
  const today = new Date().toISOString().slice(0, 10);
  const options = { directory: join(values.data, 'upstream'), from, accepted: [], write: true, today };
  try {
    const { diff, holds, written } = await importUpstream(name, options);
    return { lines: [...holds.map((hold) => `held back: ${holdText(hold)}`), ...diffText(diff)], imported: written };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return { lines: [`not read: ${error.message}`], imported: false };
  }
}
