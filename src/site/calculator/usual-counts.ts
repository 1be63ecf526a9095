import { DAYS, WORKLOAD } from '../workload.ts';
import { usageField } from './field-names.ts';

/** The counts that the form begins with, by the names of its fields. */
export function usualCounts(): Record<string, string> {
  const usage = Object.entries(WORKLOAD.usage).map(([meter, quantity]) => [usageField(meter), quantity]);
  return { requests: WORKLOAD.requests, days: String(DAYS), ...Object.fromEntries(usage) };
}
