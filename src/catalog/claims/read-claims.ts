import type { DataText } from '../data-file.ts';
import type { CatalogProblem } from '../problem.ts';
import { ClaimsFile } from '../schema/claims-file.ts';
import { validate } from '../validate.ts';

/** `upstream/llmdb/openai.json` */
const CLAIMS = /^upstream\/([^/]+)\/([^/]+)\.json$/;

/** Whether a path is that of a claims file; a report beside them is none. */
export function isClaimsPath(path: string): boolean {
  return CLAIMS.test(path) && !path.endsWith('/report.json');
}

/** Reads a claims file, which an importer wrote. What is wrong with it is told by its path inside the file. */
export function readClaims({ path, text }: DataText, problems: CatalogProblem[]): ClaimsFile | null {
  const file = `data/${path}`;
  const place = { line: 0, column: 0 };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/, "[\s\S]*/, '') : String(error);
    problems.push({ code: 'json_syntax', args: { message }, file, path: '', ...place });
    return null;
  }
  return validate(ClaimsFile, { file, value, locate: () => place, locateKey: () => place }, problems);
}
