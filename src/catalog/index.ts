/** The public face of `ratecard/catalog`: what every provider charges, found, searched and explained. */
export type { Assembled } from './assemble.ts';
export type { Catalog, CatalogModel, CatalogOffer, CatalogProvider, CatalogWorkload } from './catalog.ts';
export { offersBy, offersOf } from './catalog.ts';
export { type ClaimVerdict, claimVerdict } from './claim-verdict.ts';
export { type ModelDifference, modelDifferences } from './differences/model-differences.ts';
export { type Found, find, findModel, findOffer, findProvider, isNotFound, type NotFound } from './find.ts';
export { openCatalog } from './open.ts';
export { type CatalogProblem, type CatalogProblemCode, catalogProblemText, locatedText } from './problem.ts';
export { type ReadWorkloadText, readWorkloadText } from './read-workload-file.ts';
export { type SearchHit, search } from './search.ts';
export { currentPeriod, perMillion, plainRates } from './unit-prices.ts';
export { fits, parseWhere, type Where } from './where.ts';
export { type BillRow, billRows } from './words/bill-rows.ts';
export { money, shortMoney } from './words/money.ts';
export { type RateRow, rateRows } from './words/rate-rows.ts';
