import type { MatchRule } from '../schema/match-rule.ts';
import { MAX_TEXT, regexRefusal } from './regex-cost.ts';

const compiled = new Map<string, RegExp | null>();

/**
 * Whether a name fits a rule. Capitals do not matter, but to a regex they do. A regex that is not safe, or a name too
 * long to try one on, does not fit; reading a rule by its schema refuses such a regex.
 */
export function fitsRule(rule: MatchRule, name: string): boolean {
  const lower = name.toLowerCase();
  if ('or' in rule) return rule.or.some((inner) => fitsRule(inner, name));
  if ('and' in rule) return rule.and.every((inner) => fitsRule(inner, name));
  if ('equals' in rule) return lower === rule.equals.toLowerCase();
  if ('starts_with' in rule) return lower.startsWith(rule.starts_with.toLowerCase());
  if ('ends_with' in rule) return lower.endsWith(rule.ends_with.toLowerCase());
  if ('contains' in rule) return lower.includes(rule.contains.toLowerCase());
  return name.length <= MAX_TEXT && (regexOf(rule.regex)?.test(name) ?? false);
}

/** Whether a rule names this very name, rather than a pattern that it fits. */
export function namesExactly(rule: MatchRule, name: string): boolean {
  if ('or' in rule) return rule.or.some((inner) => namesExactly(inner, name));
  return 'equals' in rule && fitsRule(rule, name);
}

function regexOf(pattern: string): RegExp | null {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    regex = regexRefusal(pattern) === null ? new RegExp(pattern) : null;
    compiled.set(pattern, regex);
  }
  return regex;
}
