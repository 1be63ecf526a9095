import { firstMonth, type Workload, WorkloadError } from '../../../workload/index.ts';
import { rankedHref } from '../../links.ts';
import { writeWorkLink } from './work-link.ts';
import { type WorkState, workloadOf } from './work-texts.ts';

/** The table of all offers ranked by some work; null where what it counts differs from offer to offer. */
export function rankedLink(work: WorkState, at: string): string | null {
  try {
    const { asked } = firstMonth(workloadOf(work) as unknown as Workload, { at });
    return typeof asked === 'string' ? null : rankedHref(writeWorkLink({ offer: null, work, values: {} }));
  } catch (error) {
    if (error instanceof WorkloadError) return null;
    throw error;
  }
}
