/** So many charts stand beside the table; further prices stand in the table alone. */
const MOST = 12;

/** Which of the prices that changed are charted, and in words which others there are. */
export function charted<Price extends { readonly title: string }>(
  changed: readonly Price[],
): { readonly charts: readonly Price[]; readonly words: string } {
  const rest = changed.slice(MOST).map(({ title }) => title);
  const words = 'Charted are the prices that changed; the table has all.';
  return {
    charts: changed.slice(0, MOST),
    words:
      rest.length === 0
        ? words
        : `Charted are ${MOST} of the ${changed.length} prices that changed; the table has all. Not charted: ${rest.join('; ')}.`,
  };
}
