import * as z from 'zod';
import { regexRefusal } from '../identity/regex-cost.ts';

const Text = z.string().min(1, 'expected some text').max(200, 'expected at most 200 characters');

const Pattern = z.string().superRefine((pattern, context) => {
  const refusal = regexRefusal(pattern);
  if (refusal !== null) context.addIssue({ code: 'custom', message: refusal });
});

/** A rule that a name may fit: one test, or several of which any or all must hold. At most four levels deep. */
export type MatchRule =
  | { readonly equals: string }
  | { readonly starts_with: string }
  | { readonly ends_with: string }
  | { readonly contains: string }
  | { readonly regex: string }
  | { readonly or: readonly MatchRule[] }
  | { readonly and: readonly MatchRule[] };

const TESTS = [
  z.strictObject({ equals: Text }),
  z.strictObject({ starts_with: Text }),
  z.strictObject({ ends_with: Text }),
  z.strictObject({ contains: Text }),
  z.strictObject({ regex: Pattern }),
] as const;

function level(inner: z.ZodType<MatchRule>): z.ZodType<MatchRule> {
  const rules = z.array(inner).min(1, 'expected at least one rule').max(200, 'expected at most 200 rules');
  return z.union([...TESTS, z.strictObject({ or: rules }), z.strictObject({ and: rules })]);
}

export const MatchRuleFile: z.ZodType<MatchRule> = level(level(level(z.union(TESTS))));
