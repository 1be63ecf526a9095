/** The public face of `ratecard/catalog`: what every provider charges, found, searched and explained. */
export type { Assembled } from './assemble.ts';
export type { Catalog, CatalogModel, CatalogOffer, CatalogProvider, CatalogWorkload } from './catalog.ts';
export type { Change, ChangeKind } from './changes/change.ts';
export { CHANGE_LABELS, changeText } from './changes/change-words.ts';
export { corrections } from './changes/corrections.ts';
export { type ChangeSpan, offerChanges, priceChanges } from './changes/price-changes.ts';
export { type PriceHistory, type PriceStep, priceHistory } from './changes/price-history.ts';
export { type ClaimVerdict, claimVerdict } from './claim-verdict.ts';
export { claimDifferences } from './differences/claim-differences.ts';
export type { Difference, DifferenceKind, StatedValue } from './differences/difference.ts';
export { DIFFERENCE_LABELS } from './differences/difference-words.ts';
export { explain } from './differences/explain.ts';
export { type FieldDifferences, fieldDifferences } from './differences/field-differences.ts';
export { modelDifferences } from './differences/model-differences.ts';
export { modelStatements, nameStatements } from './differences/model-statements.ts';
export type { Field, FieldKind, PriceCard, Speaker, Statement } from './differences/statement.ts';
export {
  type Found,
  find,
  findModel,
  findOffer,
  findOfferByRule,
  findProvider,
  isNotFound,
  type NotFound,
} from './find.ts';
export type { ModelAliases } from './identity/aliases.ts';
export { differingParts } from './identity/differing-parts.ts';
export { groupOffers, type ModelGroup, type OfferName } from './identity/group-offers.ts';
export { type AppliedRule, IDENTITY_RULES, type IdentityRule, type ModelIdentity } from './identity/identity.ts';
export { type Entry, type LookedUp, lookUp } from './identity/look-up.ts';
export { fitsRule, namesExactly } from './identity/match-rule.ts';
export { parseModelId } from './identity/parse-model-id.ts';
export { offersBy, offersOf } from './offers-of.ts';
export { openCatalog } from './open.ts';
export { type CatalogProblem, type CatalogProblemCode, catalogProblemText, locatedText } from './problem.ts';
export { type ReadWorkloadText, readWorkloadText } from './read-workload-file.ts';
export { type SearchHit, search } from './search.ts';
export { currentPeriod, perMillion, plainRates } from './unit-prices.ts';
export { fits, parseWhere, type Where } from './where.ts';
export { type BillRow, billRows } from './words/bill-rows.ts';
export { money, shortMoney } from './words/money.ts';
export { type RateRow, rateRows } from './words/rate-rows.ts';
