/** Workloads: descriptions of work, what they cost on an offer, in a range, with the reasons. */
export type { WorkAssumption, WorkAssumptionCode } from './assumption.ts';
export { type Estimate, type EstimateMonth, estimate, type WorkOptions } from './estimate.ts';
export { FIELDS, type Field, isNumberField, KINDS, volumeKey } from './field.ts';
export { fromPreset, withInput } from './from-preset.ts';
export type { CannotDo, WorkOffer } from './limits.ts';
export type { FromPreset } from './note-work.ts';
export { WorkloadError, type WorkloadProblem, type WorkloadProblemCode, workloadProblemText } from './problem.ts';
export { readWorkload } from './read-workload.ts';
export type { Driver } from './spread.ts';
export type { EstimateStep } from './steps.ts';
export type * from './workload.ts';
