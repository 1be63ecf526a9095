/** Workloads: descriptions of work, what they cost on an offer, in a range, with the reasons. */
export type { WorkAssumption, WorkAssumptionCode } from './assumption.ts';
export type { AxisOptions } from './axis.ts';
export { type BreakEven, breakEven, type Crossing, type Side } from './break-even.ts';
export { type Estimate, type EstimateMonth, estimate, type WorkOptions } from './estimate.ts';
export {
  FIELDS,
  type Field,
  type FieldGroup,
  isNumberField,
  isOfTheWhole,
  KINDS,
  type NumberField,
  type TextField,
  volumeKey,
} from './field.ts';
export { fromPreset, withInput } from './from-preset.ts';
export { GROUP_NAMES, KIND_NAMES } from './kind-names.ts';
export type { CannotDo, WorkOffer } from './limits.ts';
export type { FromPreset } from './note-work.ts';
export { WorkloadError, type WorkloadProblem, type WorkloadProblemCode, workloadProblemText } from './problem.ts';
export { type RankedOffer, type Ranking, rankOffers, type UnrankedOffer } from './rank.ts';
export { readWorkload } from './read-workload.ts';
export { type Solved, type SolveOptions, solve } from './solve.ts';
export { mostRequests } from './solve-requests.ts';
export type { Driver } from './spread.ts';
export type { EstimateStep } from './steps.ts';
export { type WayToPay, waysToPay } from './ways-to-pay.ts';
export type * from './workload.ts';
