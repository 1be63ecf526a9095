import { fitsRule } from '../../src/catalog/identity/match-rule.ts';
import { MAX_TEXT, regexRefusal } from '../../src/catalog/identity/regex-cost.ts';
import { MatchRuleFile } from '../../src/catalog/schema/match-rule.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { junk, spoiltText } from './spoil.ts';
import { must, mustRead, type Target } from './target.ts';

const PARTS = [
  ...['a', 'b', '.', '\\d', '\\w', '\\s', '[a-z]', '[^a]', 'a*', 'a+', 'a?', '.*', '.+', '\\w*', '\\d+', '[a-z]*'],
  ...['a{0,200}', '.{1,99}', '(a+)+', '(a|a)*', '(a|b)', '(?:a*)', '(?=a*)', '(?!.*b)', '(?<=a*)', '(?<!a+)', '\\1'],
  ...[
    '^',
    '$',
    '|',
    '\\b',
    '\\B',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '*',
    '+',
    '?',
    '\\',
    '(?<n>a)',
    '\\k<n>',
    '\\u{1F600}',
  ],
] as const;
const HOSTILE = ['a'.repeat(MAX_TEXT), `${'a'.repeat(MAX_TEXT - 1)}!`, 'ab'.repeat(MAX_TEXT / 2), '1'.repeat(MAX_TEXT)];
const MOST_MILLISECONDS = 500;

const patternOf = (draw: Draw): string =>
  Array.from({ length: 1 + draw.below(9) }, () => PARTS[draw.below(PARTS.length)] ?? '').join('');

/** A pattern that is taken is quick on the worst of texts. */
function holdPattern(pattern: string): void {
  const refusal = regexRefusal(pattern);
  if (refusal !== null) mustRead(refusal);
  if (refusal !== null) return;
  for (const text of HOSTILE) {
    const begun = process.threadCpuUsage();
    fitsRule({ regex: pattern }, text);
    const taken = process.threadCpuUsage(begun).user / 1000;
    must(taken < MOST_MILLISECONDS, `${pattern} took ${taken.toFixed(0)} ms`);
  }
}

export const matchRules: readonly Target[] = [
  {
    name: 'patterns of match rules',
    cases: 2000,
    run: (draw, show) => {
      const pattern = draw.chance(80) ? patternOf(draw) : spoiltText(draw, patternOf(draw)).slice(0, 300);
      show(pattern);
      holdPattern(pattern);
    },
  },
  {
    name: 'match rules of any shape',
    cases: 500,
    run: (draw, show) => {
      const rule = ruleOf(draw, 0);
      show(JSON.stringify(rule));
      const read = MatchRuleFile.safeParse(rule);
      if (read.success) for (const text of HOSTILE) fitsRule(read.data, text);
    },
  },
];

function ruleOf(draw: Draw, depth: number): unknown {
  const many = (): unknown[] => Array.from({ length: draw.below(depth > 3 ? 2 : 6) }, () => ruleOf(draw, depth + 1));
  return draw.pick([
    () => ({ equals: draw.pick(['a', '', 'mega-1']) }),
    () => ({ starts_with: 'a' }),
    () => ({ regex: patternOf(draw) }),
    () => (depth > 6 ? junk(draw) : { or: many() }),
    () => (depth > 6 ? {} : { and: many() }),
    () => junk(draw),
  ])();
}
