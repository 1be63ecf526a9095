import * as z from 'zod';
import { FILE_SCHEMAS, type FileKind } from './schema/index.ts';

/** The JSON Schema of a kind of data file, for editors. */
export function jsonSchemaOf(kind: FileKind): object {
  return z.toJSONSchema(FILE_SCHEMAS[kind], { io: 'input', reused: 'ref' });
}
