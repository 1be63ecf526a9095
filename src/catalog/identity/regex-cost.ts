import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** The longest text that a pattern is tried on. */
export const MAX_TEXT = 200;
/** The longest pattern. */
export const MAX_PATTERN = 200;
/** The most steps that a pattern may need on such a text, at worst: some milliseconds. */
export const MAX_STEPS = 1_000_000;

/**
 * Why a pattern is refused, or null where it is safe: at worst it tries every branch at every length of every
 * quantifier from every start. `^o[134]` needs 1 step; `(a+)+` is refused, since it repeats what repeats.
 */
export function regexRefusal(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN) return `expected a pattern of at most ${MAX_PATTERN} characters`;
  let parsed: AST.Pattern;
  try {
    parsed = new RegExpParser({ ecmaVersion: 2022 }).parsePattern(pattern);
  } catch (error) {
    return `expected a regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  try {
    const starts = parsed.alternatives.every(isAnchored) ? 1 : MAX_TEXT;
    const steps = starts * branches(parsed.alternatives);
    return steps > MAX_STEPS
      ? `expected a pattern that needs at most ${MAX_STEPS} steps; this may need ${steps}`
      : null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

class Refused extends Error {}

function isAnchored({ elements }: AST.Alternative): boolean {
  const [first] = elements;
  return first?.type === 'Assertion' && first.kind === 'start';
}

function branches(alternatives: readonly AST.Alternative[]): number {
  return alternatives.reduce((sum, { elements }) => sum + elements.reduce((all, one) => all * ways(one), 1), 0);
}

/** In how many ways an element may match at one place, at most. */
function ways(element: AST.Element): number {
  switch (element.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return 1;
    case 'Group':
    case 'CapturingGroup':
      return branches(element.alternatives);
    case 'Assertion':
      return 'alternatives' in element ? branches(element.alternatives) : 1;
    case 'Quantifier':
      return repeats(element);
    case 'Backreference':
      throw new Refused('expected a pattern without references back to a group');
  }
}

function repeats({ min, max, element }: AST.Quantifier): number {
  const inner = ways(element);
  const most = Math.min(max, MAX_TEXT);
  const single = element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet';
  if (!single && most > 1) throw new Refused('expected a pattern that repeats characters only, no groups');
  return (most - Math.min(min, most) + 1) * inner;
}
