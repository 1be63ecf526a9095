import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { jsonSchemaOf } from '../src/catalog/json-schema.ts';
import { FILE_SCHEMAS, type FileKind } from '../src/catalog/schema/index.ts';
import { MetersFile } from '../src/catalog/schema/meters-file.ts';

const { meters } = MetersFile.parse(parse(readFileSync('data/meters.yaml', 'utf8')));
const rows = meters.map((meter) => `  ${JSON.stringify(meter)},`).join('\n');
writeFileSync(
  'src/engine/standard-meters.ts',
  `// Written by \`npm run generate\` from data/meters.yaml; not edited by hand.
import { type Meters, meterTable } from './meter.ts';

/** Every meter that the catalog knows. */
export const STANDARD_METERS: Meters = /* @__PURE__ */ meterTable([
${rows}
]);
`,
);

mkdirSync('data/.schema', { recursive: true });
for (const kind of Object.keys(FILE_SCHEMAS) as FileKind[]) {
  writeFileSync(`data/.schema/${kind}.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
}
