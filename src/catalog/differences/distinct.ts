import type { Statement } from './statement.ts';

/**
 * One statement of each kind of price card: of fifty sellers that ask the same, the first speaks for all. Statements
 * on an offer about which several speak stay apart, since they are held against each other.
 */
export function distinctPrices(said: readonly Statement[]): readonly Statement[] {
  const counts = new Map<string | null, number>();
  for (const { speaker } of said) counts.set(speaker.offer, (counts.get(speaker.offer) ?? 0) + 1);
  const distinct = new Map<string, Statement>();
  for (const statement of said) {
    const { value, speaker, card, as_of } = statement;
    const own = (counts.get(speaker.offer) ?? 0) > 1 ? [speaker.offer, as_of] : [];
    const rules = [card?.period?.from, card?.period?.rates.filter(hasRule), card?.period?.multipliers];
    const key = JSON.stringify([value, speaker.kind, [...(card?.plain ?? [])], card?.earlier, rules, own]);
    if (!distinct.has(key)) distinct.set(key, statement);
  }
  return [...distinct.values()];
}

function hasRule(rate: object): boolean {
  return 'when' in rate || 'tiers' in rate;
}
