import type { MatchRule } from './schema/claims-file.ts';

/** Whether a rule holds for a name. Case matters to regular expressions alone, as it does to the upstream. */
export function matchesRule(rule: MatchRule, name: string): boolean {
  const text = name.toLowerCase();
  if ('equals' in rule) return text === rule.equals.toLowerCase();
  if ('starts_with' in rule) return text.startsWith(rule.starts_with.toLowerCase());
  if ('ends_with' in rule) return text.endsWith(rule.ends_with.toLowerCase());
  if ('contains' in rule) return text.includes(rule.contains.toLowerCase());
  if ('regex' in rule) return new RegExp(rule.regex).test(name);
  if ('or' in rule) return rule.or.some((one) => matchesRule(one, name));
  return rule.and.every((one) => matchesRule(one, name));
}
