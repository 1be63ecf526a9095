import { closest, distance } from 'fastest-levenshtein';

/** The candidate that is spelt most alike, if it is alike enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const all = [...candidates];
  if (all.length === 0) return null;
  const best = closest(word, all);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? best : null;
}

/** The most similarly spelt candidates, the best first; of those that begin with the word, the shortest. */
export function nearestFew(word: string, candidates: Iterable<string>, most = 3): string[] {
  const lower = word.toLowerCase();
  const scored = [...new Set(candidates)].map((candidate) => {
    const text = candidate.toLowerCase();
    const last = text.slice(text.lastIndexOf('/') + 1);
    const begins = lower !== '' && last.startsWith(lower) ? 1 - 1 / last.length : Number.POSITIVE_INFINITY;
    return { candidate, score: Math.min(begins, distance(lower, text), distance(lower, last) + 1) };
  });
  return scored
    .filter(({ score }) => score <= Math.max(3, Math.floor(word.length / 2)))
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
