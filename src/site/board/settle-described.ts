import type { Board } from '../ranking/board.ts';
import { ROW_STATES, settleRow } from '../ranking/totals.ts';
import type { DescribedWork } from './described-work.ts';

/** Takes the offers that cannot do some work out of its ranking, each with the reason. */
export function settleDescribed({ list, totals }: Board, { barred }: DescribedWork): void {
  const { context, max_output } = list.index.offers;
  const known = new Map<string, string | null>();
  for (let row = 0; row < totals.state.length; row += 1) {
    if (list.prepared.barred[row] !== 0) continue;
    const key = `${context[row]} ${max_output[row]}`;
    if (!known.has(key)) known.set(key, barred(context[row] ?? 0, max_output[row] ?? 0));
    const reason = known.get(key) ?? null;
    if (reason !== null && totals.state[row] !== ROW_STATES.unpriced) settleRow(totals, row, { reason });
  }
}
