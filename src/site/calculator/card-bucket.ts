/** Among how many files the cards of all offers are divided, so that one model's sellers stand in one of them. */
export const CARD_BUCKETS = 64;

/** The file that holds the cards of a model. */
export function cardBucket(model: string): number {
  let hash = 0;
  for (const char of model) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % CARD_BUCKETS;
}
