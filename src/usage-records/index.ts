/** The public face of `ratecard/usage-records`: what providers and tools log, as usage that the engine prices. */
export type { Adapter } from './adapter.ts';
export type * from './declared-counts.ts';
export type * from './declared-records.ts';
export { ADAPTERS } from './formats/index.ts';
export type { HeldPart } from './hold.ts';
export { mappedAdapter, type RecordMapping } from './mapping.ts';
export { parseRecord } from './parse-record.ts';
export type { Path } from './path.ts';
export { type RecordProblem, type RecordProblemCode, recordProblemText } from './problem.ts';
export { type FileMemory, type FileReader, NO_MEMORY } from './read-file.ts';
export { type Located, type ReadOptions, type RecordsReader, readRecords } from './read-records.ts';
export type { Outcome, Reading, RecordMoney, UsageRecord } from './usage-record.ts';
