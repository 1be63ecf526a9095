/** The public face of `ratecard/usage-records`: what providers and tools log, as usage that the engine prices. */
export type * from './adapter.ts';
export { ADAPTERS } from './formats/index.ts';
export { mappedAdapter, type RecordMapping } from './mapping.ts';
export { parseRecord } from './parse-record.ts';
export { type RecordProblem, type RecordProblemCode, recordProblemText } from './problem.ts';
export { type FileReader, type Located, type ReadOptions, type RecordsReader, readRecords } from './read-records.ts';
export type { Outcome, Reading, RecordMoney, UsageRecord } from './usage-record.ts';
