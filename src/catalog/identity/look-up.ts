import type { MatchRule } from '../schema/match-rule.ts';
import { fitsRule, namesExactly } from './match-rule.ts';

/** Something that is looked for by a name: its id, the exact names it goes by, and the rule its names fit. */
export interface Entry {
  readonly id: string;
  readonly names: readonly string[];
  readonly match?: MatchRule;
}

/** Where a name leads, and how: by its very letters, without regard to capitals, or by a pattern. */
export type LookedUp =
  | { readonly kind: 'found'; readonly id: string; readonly by: 'name' | 'rule_name' | 'pattern' }
  | {
      readonly kind: 'ambiguous';
      readonly candidates: readonly string[];
      readonly by: 'name' | 'rule_name' | 'pattern';
    }
  | { readonly kind: 'unknown' };

/**
 * Looks a name up among entries: first by their names, then by names that rules give exactly, then by patterns. What
 * several fit in one step is ambiguous, with the candidates in the order of their ids; a later step never decides.
 */
export function lookUp(entries: readonly Entry[], name: string): LookedUp {
  const steps = [
    ['name', ({ names }: Entry) => names.includes(name)],
    ['name', ({ names }: Entry) => names.some((own) => own.toLowerCase() === name.toLowerCase())],
    ['rule_name', ({ match }: Entry) => match !== undefined && namesExactly(match, name)],
    ['pattern', ({ match }: Entry) => match !== undefined && fitsRule(match, name)],
  ] as const;
  for (const [by, fits] of steps) {
    const candidates = [...new Set(entries.filter(fits).map(({ id }) => id))].sort();
    const [only] = candidates;
    if (candidates.length > 1) return { kind: 'ambiguous', candidates, by };
    if (only !== undefined) return { kind: 'found', id: only, by };
  }
  return { kind: 'unknown' };
}
