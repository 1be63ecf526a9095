/** The tables of the catalog, in an order in which each refers only to those before it. */
export const TABLES = {
  providers: [
    ['id', 'VARCHAR(200) PRIMARY KEY'],
    ['name', 'TEXT NOT NULL'],
    ['kind', 'TEXT NOT NULL'],
    ['home', 'TEXT NOT NULL'],
    ['currency', 'TEXT NOT NULL'],
  ],
  models: [
    ['id', 'VARCHAR(400) PRIMARY KEY'],
    ['lab', 'TEXT NOT NULL'],
    ['lab_name', 'TEXT NOT NULL'],
    ['name', 'TEXT NOT NULL'],
    ['released', 'TEXT'],
    ['context_tokens', 'BIGINT'],
  ],
  offers: [
    ['id', 'VARCHAR(400) PRIMARY KEY'],
    ['provider_id', 'VARCHAR(200) NOT NULL REFERENCES providers (id)'],
    ['model_id', 'VARCHAR(400) NOT NULL'],
    ['api_model_id', 'TEXT NOT NULL'],
    ['name', 'TEXT NOT NULL'],
    ['currency', 'TEXT NOT NULL'],
    ['context_tokens', 'BIGINT'],
    ['checked', 'TEXT NOT NULL'],
    ['trust', 'TEXT NOT NULL'],
  ],
  sources: [
    ['offer_id', 'VARCHAR(400) NOT NULL REFERENCES offers (id)'],
    ['source_key', 'VARCHAR(200) NOT NULL'],
    ['url', 'TEXT NOT NULL'],
    ['title', 'TEXT'],
    ['retrieved', 'TEXT NOT NULL'],
    ['as_of', 'TEXT'],
    ['', 'PRIMARY KEY (offer_id, source_key)'],
  ],
  rates: [
    ['offer_id', 'VARCHAR(400) NOT NULL REFERENCES offers (id)'],
    ['path', 'VARCHAR(200) NOT NULL'],
    ['meter', 'TEXT NOT NULL'],
    ['state', 'TEXT NOT NULL'],
    ['price', 'DECIMAL(38, 18)'],
    ['price_text', 'TEXT'],
    ['per_units', 'BIGINT'],
    ['currency', 'TEXT NOT NULL'],
    ['label', 'TEXT'],
    ['spec', 'TEXT'],
    ['conditions', 'TEXT'],
    ['conditions_json', 'TEXT'],
    ['block_json', 'TEXT'],
    ['tier_kind', 'TEXT'],
    ['tier_subject', 'TEXT'],
    ['tier_boundary', 'TEXT'],
    ['tier_span', 'TEXT'],
    ['valid_from', 'TEXT'],
    ['valid_until', 'TEXT'],
    ['reading', 'TEXT'],
    ['source_key', 'VARCHAR(200) NOT NULL'],
    ['', 'PRIMARY KEY (offer_id, path)'],
  ],
  tier_steps: [
    ['offer_id', 'VARCHAR(400) NOT NULL'],
    ['rate_path', 'VARCHAR(200) NOT NULL'],
    ['step', 'INTEGER NOT NULL'],
    ['over_quantity', 'DECIMAL(38, 18)'],
    ['over_text', 'TEXT NOT NULL'],
    ['price', 'DECIMAL(38, 18)'],
    ['price_text', 'TEXT NOT NULL'],
    ['', 'PRIMARY KEY (offer_id, rate_path, step)'],
    ['', 'FOREIGN KEY (offer_id, rate_path) REFERENCES rates (offer_id, path)'],
  ],
  rules: [
    ['offer_id', 'VARCHAR(400) NOT NULL REFERENCES offers (id)'],
    ['path', 'VARCHAR(200) NOT NULL'],
    ['kind', 'TEXT NOT NULL'],
    ['label', 'TEXT'],
    ['terms_json', 'TEXT NOT NULL'],
    ['valid_from', 'TEXT'],
    ['valid_until', 'TEXT'],
    ['source_key', 'VARCHAR(200) NOT NULL'],
    ['', 'PRIMARY KEY (offer_id, path)'],
  ],
} as const satisfies Record<string, readonly (readonly [column: string, type: string])[]>;

export type TableName = keyof typeof TABLES;

/** The statement that creates a table. */
export function createTable(name: TableName): string {
  const columns = TABLES[name].map(([column, type]) => `  ${column === '' ? type : `${column} ${type}`}`);
  return `CREATE TABLE ${name} (\n${columns.join(',\n')}\n);`;
}

/** The columns of a table, without its constraints. */
export function columnsOf(name: TableName): string[] {
  return TABLES[name].flatMap(([column]) => (column === '' ? [] : [column]));
}
