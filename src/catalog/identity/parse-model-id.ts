import { findDate } from './date-parts.ts';
import type { AppliedRule, ModelIdentity } from './identity.ts';
import type { ModelNames } from './names.ts';
import { joinNumbers, type Part, readPart } from './parts.ts';
import { takePrefixes } from './prefixes.ts';
import { slugOf } from './slug-of.ts';
import { takeSuffixes } from './suffixes.ts';

/** Far longer than any id. */
const MAX_ID = 300;

/**
 * What a provider's model id says: `us.anthropic.claude-sonnet-4-5-20250929-v1:0` is anthropic, the words claude and
 * sonnet, generation 4.5, date 2025-09-29, in the region us. Whatever no rule knows stays a word of the name, so that
 * it keeps models apart.
 */
export function parseModelId(id: string, names: ModelNames): ModelIdentity {
  const lower = id.trim().toLowerCase().slice(0, MAX_ID);
  const suffixes = takeSuffixes(lower);
  const prefixes = takePrefixes(suffixes.rest, names);
  const rest = slugOf(prefixes.rest);
  const rules: AppliedRule[] = [...suffixes.rules, ...prefixes.rules];
  const split = rest.split(/[-_]/).filter(Boolean);
  const lab = split.length > 0 ? prefixes.lab : null;
  const found = findDate(split);
  if (found) rules.push({ rule: 'date', on: split.slice(found.index, found.index + found.length).join('-') });
  const undated = found ? split.toSpliced(found.index, found.length, '/') : split;
  const pieces = undated.map((part) => withPoints(part, rules)).flatMap(readPart);
  const parts = joinNumbers(pieces).filter(({ text }) => text !== '/');
  if (parts.length < pieces.length - (found ? 1 : 0)) rules.push({ rule: 'dashes_as_points', on: rest });
  const named = withoutLab(parts, lab, names, rules);
  const of = (kind: Part['kind']): string[] => named.filter((part) => part.kind === kind).map(({ text }) => text);
  const generation = of('number');
  const words = of('word');
  if (generation.length < 2 && !isSorted(words)) rules.push({ rule: 'word_order', on: words.join('-') });
  const identity = {
    lab,
    words,
    generation,
    size: of('size').sort(),
    date: found?.date ?? null,
    quantisation: of('quantisation').sort(),
  };
  const endpoint = [...new Set([...prefixes.endpoint, ...suffixes.endpoint])].sort();
  return { id, ...identity, endpoint, slug: rest, key: keyOf(identity, named), rules };
}

/** `k2p6` as `k2.6`. */
function withPoints(part: string, rules: AppliedRule[]): string {
  const pointed = part.replace(/^([a-z]*\d+)p(\d+)$/, '$1.$2');
  if (pointed !== part) rules.push({ rule: 'letter_point', on: part });
  return pointed;
}

/** The parts without words that repeat the lab: of `mistralai`, not `mistral`. */
function withoutLab(parts: readonly Part[], lab: string | null, names: ModelNames, rules: AppliedRule[]): Part[] {
  const repeated = names.labWords.get(lab ?? '') ?? new Set(lab === null ? [] : [lab]);
  const named = parts.filter(({ kind, text }) => kind !== 'word' || !repeated.has(text));
  if (named.length < parts.length) rules.push({ rule: 'lab_in_name', on: lab ?? '' });
  return named;
}

/**
 * Everything that keeps models apart, as one text. Around at most one version the order of words does not matter
 * (claude-4.5-sonnet, claude-sonnet-4.5); around several it says which version is of what.
 */
function keyOf(
  {
    lab,
    words,
    generation,
    size,
    date,
    quantisation,
  }: Omit<ModelIdentity, 'id' | 'endpoint' | 'slug' | 'key' | 'rules'>,
  parts: readonly Part[],
): string {
  const spoken = parts.filter(({ kind }) => kind === 'word' || kind === 'number').map(({ text }) => text);
  const name = generation.length > 1 ? spoken : [...words].sort();
  const version = generation.length > 1 ? '' : generation.join('');
  return [lab ?? '', name.join('+'), version, size.join('+'), date ?? '', quantisation.join('+')].join('|');
}

function isSorted(words: readonly string[]): boolean {
  return words.every((word, index) => index === 0 || (words[index - 1] ?? '') <= word);
}
