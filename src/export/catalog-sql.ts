import type { Catalog } from '../catalog/catalog.ts';
import { type SqlValue, sqlRows } from './catalog-sql-rows.ts';
import { columnsOf, createTable, TABLES, type TableName } from './catalog-sql-tables.ts';
import { sqlDecimal } from './sql-decimal.ts';
import { sqlComment, sqlText } from './sql-text.ts';

/** SQL, and what it could not hold exactly. */
export interface CatalogSql {
  readonly sql: string;
  /** Each number that no DECIMAL(38, 18) holds: its column is NULL, the text beside it is exact. */
  readonly problems: readonly string[];
}

/**
 * The catalog as CREATE TABLE and INSERT statements that DuckDB, PostgreSQL and SQLite take. Prices are decimal
 * literals in `price` and the same digits in `price_text`: SQLite has no decimals and reads `price` as a binary
 * number, so its readers take the text. Moments are texts in UTC that sort as the moments do.
 */
export function catalogSql(catalog: Catalog, version: string): CatalogSql {
  const problems: string[] = [];
  const names = Object.keys(TABLES) as TableName[];
  const rows = sqlRows(catalog);
  const literal = (value: SqlValue, place: string): string => {
    if (value === null) return 'NULL';
    if ('text' in value) return sqlText(value.text);
    if ('integer' in value) return String(value.integer);
    const decimal = sqlDecimal(value.decimal);
    if (decimal === null) problems.push(`${place} is ${value.decimal}, which DECIMAL(38, 18) cannot hold exactly`);
    return decimal ?? 'NULL';
  };
  const inserts = names.map((name) => {
    const columns = columnsOf(name);
    const values = rows[name].map((row) => {
      const cells = columns.map((column) => {
        const [first, second] = columns.map((key) => row[key]);
        const place = [first, second].flatMap((id) => (id && 'text' in id ? [id.text] : [])).join(' ');
        return literal(row[column] ?? null, `${name}.${column} of ${place}`);
      });
      return `  (${cells.join(', ')})`;
    });
    return values.length === 0 ? '' : `INSERT INTO ${name} (${columns.join(', ')}) VALUES\n${values.join(',\n')};`;
  });
  const statements = [...names.map(createTable), ...inserts.filter(Boolean)].join('\n\n');
  const sql = `${sqlComment(`Ratecard catalog ${version}`)}\nBEGIN;\n\n${statements}\n\nCOMMIT;\n`;
  return { sql, problems };
}
