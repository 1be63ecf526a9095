import type { Conditions } from '../engine/condition.ts';
import type { Meters } from '../engine/meter.ts';
import type { Offer } from '../engine/offer.ts';
import { STANDARD_METERS } from '../engine/standard-meters.ts';
import { planSql, type SqlPlan } from './bill-sql-plan.ts';
import { partSteps, problemTest, type UsageColumns } from './sql-parts.ts';
import { sqlComment, sqlText } from './sql-text.ts';

export interface BillSqlOptions {
  /** The moment whose rates price every row. */
  readonly at: string;
  /** What every request is asked for: `{service_tier: "batch"}`. */
  readonly when?: Conditions;
  /** The meters that the table has columns for; absent, those that the card names. */
  readonly columns?: readonly string[];
  /** The table's name; `usage` when absent. */
  readonly table?: string;
  readonly meters?: Meters;
}

/** A query with what a reader should know of it, or why there can be none. */
export type BillSql =
  | { readonly sql: string; readonly notes: readonly string[] }
  | { readonly refused: readonly string[] };

const TABLE_NAME = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/;

/**
 * A query that prices the rows of an offer in a table
 * `usage(offer_id TEXT, request_id, <meter> BIGINT, ...)`, each row one request, NULL where a count was not stated.
 * It sums whole numbers first and multiplies the sums by DECIMAL prices, so that no digit is lost: 500,000 tokens
 * at 0.35 for each million are 500000 x 0.35 = 175000 millionths, 0.175. The rows of its result are the lines of
 * the bill, the last is the total of the usage, without fees.
 *
 * DuckDB and PostgreSQL compute it exactly; SQLite has no decimals and does not. Shapes that sums cannot hold are
 * refused with the reason.
 */
export function billSql(offer: Offer, options: BillSqlOptions): BillSql {
  const meters = options.meters ?? STANDARD_METERS;
  const { table = 'usage' } = options;
  if (!TABLE_NAME.test(table)) return { refused: [`${table} is not the plain name of a table`] };
  const plan = planSql(offer, { ...options, meters });
  if ('refused' in plan) return plan;
  return { sql: queryText(offer, plan, options, meters), notes: notesOf(plan) };
}

function queryText(offer: Offer, plan: SqlPlan, { at, table = 'usage' }: BillSqlOptions, meters: Meters): string {
  const usage: UsageColumns = { columns: plan.columns, meters };
  const layers = partSteps(usage);
  const last = layers.at(-1)?.name ?? 'requests';
  const counts = plan.columns.map((column) => {
    const implied = meters.get(column)?.implied;
    return implied === undefined ? column : `COALESCE(${column}, ${implied}) AS ${column}`;
  });
  const sums = [
    'COUNT(*) AS requests',
    `COALESCE(SUM(CASE WHEN ${problemTest(usage)} THEN 1 ELSE 0 END), 0) AS problem_requests`,
    ...plan.sums.map(({ name, expression }) => `COALESCE(SUM(${expression}), 0) AS ${name}`),
  ];
  const lines = plan.lines.map(
    ({ rate, meter, quantity, microPrice }, index) =>
      `SELECT ${index + 1} AS line, ${sqlText(rate)} AS rate, ${sqlText(meter)} AS meter, ` +
      `CAST(${quantity} AS DECIMAL(38, 0)) AS quantity, ` +
      `CAST('${microPrice}' AS DECIMAL(38, ${plan.scale})) AS micro_price, problem_requests FROM sums`,
  );
  const parts = [
    ['requests', `SELECT ${counts.join(', ') || '1 AS one'} FROM ${table} WHERE offer_id = ${sqlText(offer.id)}`],
    ...layers.map(({ name, select }) => [name, select] as const),
    ['sums', `SELECT\n    ${sums.join(',\n    ')}\n  FROM ${last}`],
    ['lines', lines.join('\n  UNION ALL ')],
    ['priced', 'SELECT lines.*, quantity * micro_price AS micro_amount FROM lines WHERE quantity <> 0'],
  ];
  const total = plan.lines.length + 1;
  return [
    sqlComment(`${offer.id} at ${at}: exact cost of the usage in ${offer.currency}, without fees`),
    `WITH ${parts.map(([name, body]) => `${name} AS (\n  ${body}\n)`).join(',\n')}`,
    'SELECT line, rate, meter, quantity, micro_price, micro_amount, micro_amount * 0.000001 AS amount, problem_requests',
    'FROM priced',
    'UNION ALL',
    `SELECT ${total}, 'total', 'requests', CAST(requests AS DECIMAL(38, 0)), NULL,`,
    '  CASE WHEN problem_requests = 0 THEN COALESCE((SELECT SUM(micro_amount) FROM priced), 0) END,',
    '  CASE WHEN problem_requests = 0 THEN COALESCE((SELECT SUM(micro_amount * 0.000001) FROM priced), 0) END,',
    '  problem_requests',
    'FROM sums',
    'ORDER BY line;',
    '',
  ].join('\n');
}

function notesOf({ columns, scale, assumed }: SqlPlan): string[] {
  const digits = 38 - scale - 6;
  return [
    `Counts are BIGINT columns (${columns.join(', ') || 'none'}); NULL is a count that was not stated.`,
    'problem_requests counts rows with a negative count or with parts larger than their whole; with any, the total is NULL.',
    `Exact while every amount has at most ${digits} digits before the point; beyond that DuckDB stops with an error.`,
    'Fees, credits and everything else beside the usage are left out.',
    ...assumed,
  ];
}
