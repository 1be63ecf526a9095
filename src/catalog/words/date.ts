const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-05-08` as `8 May 2026`, and `2026-05` as `May 2026`; a time of day, where there is one, follows in UTC: `8 May 2026 17:08 UTC`. */
export function dateWords(text: string): string {
  const date = new Date(text);
  const month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  if (text.length === 'YYYY-MM'.length) return month;
  const day = `${date.getUTCDate()} ${month}`;
  return text.includes('T') ? `${day} ${date.toISOString().slice(11, 16)} UTC` : day;
}
