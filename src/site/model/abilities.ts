import { listWords } from '../../catalog/words/list.ts';
import type { OfferList } from '../ranking/offer-list.ts';

/** What offers state, as bits: capabilities, then what they take, then what they give. */
export interface Abilities {
  readonly bits: number;
  /** Tokens of context; 0 where nobody says. */
  readonly context: number;
}

/** What an offer states of itself. Vision is image input under another name. */
export function abilitiesOf({ index }: OfferList, row: number): Abilities {
  const [can = [], takes = [], gives = []] = index.facts[index.offers.facts[row] ?? -1] ?? [];
  const { capabilities, modalities } = index;
  const shifts = [0, capabilities.length, capabilities.length + modalities.length] as const;
  let bits = 0;
  for (const [part, positions] of [can, takes, gives].entries())
    for (const position of positions) bits |= 1 << ((shifts[part] ?? 0) + position);
  const [vision, image] = [capabilities.indexOf('vision'), modalities.indexOf('image') + capabilities.length];
  if ((bits & (1 << vision)) !== 0) bits = (bits | (1 << image)) & ~(1 << vision);
  return { bits, context: index.offers.context[row] ?? 0 };
}

/**
 * What a model can do: what more than half of its sellers that state anything state, and the context that most of them
 * state, of equals the larger.
 */
export function abilitiesOfModel(list: OfferList, rows: readonly number[]): Abilities {
  const speaking = rows.map((row) => abilitiesOf(list, row)).filter(({ bits }) => bits !== 0);
  let bits = 0;
  for (let bit = 1; bit < LAST; bit <<= 1) {
    if (speaking.filter((own) => (own.bits & bit) !== 0).length * 2 > speaking.length) bits |= bit;
  }
  const counts = new Map<number, number>();
  for (const row of rows) {
    const { context } = abilitiesOf(list, row);
    if (context > 0) counts.set(context, (counts.get(context) ?? 0) + 1);
  }
  const [[context] = [0]] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  return { bits, context };
}

/** Beyond the bits that numbers of abilities can take. */
const LAST = 2 ** 30;

/** Whether one states everything that is needed. */
export function covers(own: Abilities, needed: Abilities): boolean {
  return (own.bits & needed.bits) === needed.bits && own.context >= needed.context;
}

/** How much one states beyond another. */
export function countBeyond(own: Abilities, other: Abilities): number {
  return countBits(own.bits & ~other.bits);
}

export function countBits(bits: number): number {
  let left = bits;
  let ones = 0;
  for (; left !== 0; left &= left - 1) ones += 1;
  return ones;
}

/** What one states beyond another, in words: `reasoning and web search`, `takes audio and video`. */
export function beyond({ index }: OfferList, own: Abilities, other: Abilities): string[] {
  const more = own.bits & ~other.bits;
  const { capabilities, modalities } = index;
  const named = (names: readonly string[], shift: number, before: string): string[] => {
    const found = names
      .filter((_, bit) => (more & (1 << (bit + shift))) !== 0)
      .map((name) => name.replaceAll('_', ' '));
    return found.length > 0 ? [`${before}${listWords(found)}`] : [];
  };
  return [
    ...named(capabilities, 0, ''),
    ...named(modalities, capabilities.length, 'takes '),
    ...named(modalities, capabilities.length + modalities.length, 'gives '),
  ];
}
