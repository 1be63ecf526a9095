import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import * as claims from '../src/catalog/schema/claims-file.ts';
import * as funding from '../src/catalog/schema/funding.ts';
import * as matchRule from '../src/catalog/schema/match-rule.ts';
import * as modelNames from '../src/catalog/schema/model-names-file.ts';
import * as period from '../src/catalog/schema/period.ts';
import * as rate from '../src/catalog/schema/rate.ts';
import * as text from '../src/catalog/schema/text.ts';
import * as when from '../src/catalog/schema/when.ts';

interface Case {
  readonly schema: string;
  readonly accepts: readonly unknown[];
  readonly refuses?: readonly { readonly value: unknown; readonly says: readonly string[] }[];
}

const SCHEMAS: Readonly<Record<string, unknown>> = {
  ...text,
  ...rate,
  ...funding,
  ...when,
  ...period,
  ...matchRule,
  ...modelNames,
  ...claims,
};
const CASES = parse(readFileSync(new URL('./schema-values.yaml', import.meta.url), 'utf8')) as readonly Case[];

test.each([
  [{ equals: 'a'.repeat(201) }, 'expected at most 200 characters'],
  [{ or: Array.from({ length: 201 }, () => ({ equals: 'a' })) }, 'expected at most 200 rules'],
])('a rule for names ends somewhere: case %#', (rule, says) => {
  expect(JSON.stringify(matchRule.MatchRuleFile.safeParse(rule).error?.issues)).toContain(says);
});

describe.each(CASES)('$schema', ({ schema: name, accepts, refuses = [] }) => {
  const schema = SCHEMAS[name] as z.ZodType;

  test.each(accepts.map((value) => [JSON.stringify(value), value]))('takes %s', (_text, value) => {
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  test.each(refuses.map(({ value, says }) => [JSON.stringify(value), value, says] as const))(
    'refuses %s',
    (_text, value, says) => {
      expect(schema.safeParse(value).error?.issues.map(({ message }) => message)).toEqual(says);
    },
  );
});
