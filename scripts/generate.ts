import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../src/catalog/json-schema.ts';
import { FILE_SCHEMAS, type FileKind } from '../src/catalog/schema/index.ts';
import { MetersFile } from '../src/catalog/schema/meters-file.ts';
import { ADAPTERS } from '../src/usage-records/index.ts';
import { licenceList } from './lib/licence-list.ts';
import { meterText } from './lib/meter-text.ts';
import { recordFormats } from './lib/record-formats.ts';

/** Writes the files that are made from others; with --check, only says which are not up to date. */
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  stale.push(path);
  if (!checkOnly) writeFileSync(path, text);
}

const { meters } = MetersFile.parse(parse(readFileSync('data/meters.yaml', 'utf8')));
put(
  'src/engine/standard-meters.ts',
  `// Written by \`npm run generate\` from data/meters.yaml; not edited by hand.
import { type Meters, meterTable } from './meter.ts';
import { meterLines } from './meter-lines.ts';

/** Every meter that the catalog knows. */
export const STANDARD_METERS: Meters = /* @__PURE__ */ meterTable(
  /* @__PURE__ */ meterLines(\`${meterText(meters)}\`),
);
`,
);

mkdirSync('data/.schema', { recursive: true });
for (const kind of Object.keys(FILE_SCHEMAS) as FileKind[]) {
  put(`data/.schema/${kind}.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
}

put('docs/LICENCES.md', licenceList(readFileSync('package-lock.json', 'utf8')));
put('docs/RECORD-FORMATS.md', recordFormats(ADAPTERS));

for (const path of stale)
  process.stdout.write(`${checkOnly ? 'not up to date (npm run generate)' : 'written'}: ${path}\n`);
process.exitCode = checkOnly && stale.length > 0 ? 1 : 0;
