/** The public face of `ratecard/export`: bills, comparisons and the catalog in other people's formats. */

export {
  CATALOG_SCHEMA,
  type CatalogCounts,
  type CatalogDocument,
  catalogDocument,
  catalogFromDocument,
  catalogJson,
} from '../catalog/document.ts';
export { billCsv } from './bill-csv.ts';
export { billFocusCsv, billFocusRows } from './bill-focus.ts';
export { billFocusDropped } from './bill-focus-dropped.ts';
export { billMarkdown } from './bill-md.ts';
export { type BillSql, type BillSqlOptions, billSql } from './bill-sql.ts';
export { breakEvenCsv, breakEvenMarkdown } from './break-even-rows.ts';
export { catalogCsv } from './catalog-csv.ts';
export { catalogFocusCsv, catalogFocusRows, SKU_PRICE_COLUMNS, type SkuPriceRow } from './catalog-focus.ts';
export { catalogFocusDropped } from './catalog-focus-dropped.ts';
export { catalogMarkdown, offerMarkdown } from './catalog-md.ts';
export { type CatalogSql, catalogSql } from './catalog-sql.ts';
export { comparisonCsv } from './comparison-csv.ts';
export { comparisonMarkdown } from './comparison-md.ts';
export { estimateCsv } from './estimate-csv.ts';
export { estimateMarkdown } from './estimate-md.ts';
export type { FocusContext } from './focus-context.ts';
export { FOCUS_COLUMNS, type FocusColumn, type FocusRow } from './focus-row.ts';
export {
  PRICE_FOCUS_COLUMNS,
  type PriceFocusRow,
  priceFocusCsv,
  priceFocusRows,
  type RecordedBill,
} from './price-focus.ts';
export { priceFocusDropped } from './price-focus-dropped.ts';
export { rankingCsv } from './ranking-csv.ts';
export { rankingMarkdown } from './ranking-md.ts';
export { solvedCsv, solvedMarkdown } from './solved-rows.ts';
