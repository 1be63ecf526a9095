import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaOf } from '../src/catalog/json-schema.ts';
import { FILE_SCHEMAS, type FileKind } from '../src/catalog/schema/index.ts';

test.each(Object.keys(FILE_SCHEMAS) as FileKind[])('a file of kind %s is checked by what editors read', (kind) => {
  expect(JSON.parse(JSON.stringify(jsonSchemaOf(kind)))).toEqual(
    JSON.parse(readFileSync(new URL(`../data/.schema/${kind}.json`, import.meta.url), 'utf8')),
  );
});
