/**
 * A text as an SQL literal. Quotes are doubled; a backslash is itself, as in the SQL standard. U+0000, which
 * PostgreSQL cannot hold, becomes U+FFFD. `O'Hara` is `'O''Hara'`; nothing is `NULL`.
 */
export function sqlText(text: string | null | undefined): string {
  if (text === null || text === undefined) return 'NULL';
  return `'${text.replaceAll("'", "''").replaceAll('\0', '\uFFFD')}'`;
}

/** A text that is safe after `--`: one line, whatever it holds. */
export function sqlComment(text: string): string {
  return `-- ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
}
