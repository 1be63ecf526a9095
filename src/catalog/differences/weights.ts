import type { DifferenceClass } from './difference.ts';
import type { Statement } from './statement.ts';

/**
 * Weights that the maker publishes, or a source names the licence of, while a seller calls its own endpoint closed:
 * the one speaks of the model, the other of what it sells.
 */
export const weights: DifferenceClass = (said) => {
  const open = said.filter(({ value }) => value === 'yes');
  const closed = said.filter(({ value, speaker }) => value === 'no' && speaker.offer !== null);
  if (closed.length === 0 || !open.some(isPublished)) return [];
  const args = { publishers: namesOf(open), endpoints: namesOf(closed) };
  return [{ kind: 'weights', values: ['yes', 'no'], args }];
};

function isPublished({ speaker, shown }: Statement): boolean {
  return speaker.offer === null || shown !== 'yes';
}

function namesOf(said: readonly Statement[]): string[] {
  return [
    ...new Set(said.map(({ speaker }) => (speaker.offer === null ? `${speaker.name}, the maker,` : speaker.name))),
  ];
}
