import type { JsonObject } from './json-object.ts';
import type { Outcome } from './usage-record.ts';

/** Names under which counts, and objects of them, stand beside what else a row says. */
const COUNTS = /token|detail|usage|cache|search|request|character|image|audio|video/;

/** A record whose counts stand in no object of their own, as one that has them in `usage`; a row's other fields stay. */
export function withUsage(record: JsonObject): JsonObject {
  if (typeof record['model'] !== 'string') return { usage: record };
  const counts = Object.entries(record).filter(([key]) => COUNTS.test(key));
  return { ...record, usage: Object.fromEntries(counts) };
}

/** What was read of such a record: its seller is the one that it names, and places are those that it has. */
export function asFlat(outcome: Outcome, { provider }: JsonObject): Outcome {
  if (outcome.kind === 'skipped') return outcome;
  const problems = outcome.problems.map((one) => ({ ...one, path: one.path.replace(/^usage\./, '') }));
  if (outcome.kind === 'unreadable') return { ...outcome, problems };
  const isNamed = outcome.record.presumed && typeof provider === 'string' && provider !== '';
  return {
    ...outcome,
    problems,
    record: isNamed ? { ...outcome.record, provider, presumed: false } : outcome.record,
  };
}
