import type { CardFault, Findings } from './card-fault.ts';
import { eachPart, noteFault } from './card-fault.ts';
import { checkDate } from './check-when.ts';
import { parseInstant } from './instant.ts';
import type { Period } from './rate-card.ts';

const bounds = new WeakMap<readonly Period[], readonly (readonly [number, number])[]>();

/** Step 1: the index of the period with `from <= ms < until`; -1 where there is none. */
export function periodAt(periods: readonly Period[], ms: number): number {
  let known = bounds.get(periods);
  if (!known) {
    known = periods.map(({ from, until }): [number, number] => [
      from === null ? Number.NEGATIVE_INFINITY : (parseInstant(from)?.ms ?? Number.NaN),
      until === null ? Number.POSITIVE_INFINITY : (parseInstant(until)?.ms ?? Number.NaN),
    ]);
    bounds.set(periods, known);
  }
  return known.findIndex(([from, until]) => from <= ms && ms < until);
}

const faultsOf = new WeakMap<readonly Period[], readonly CardFault[]>();

/** Periods whose beginning or end cannot be read, or that end before they begin; looked for once. */
export function periodFaults(periods: readonly Period[]): readonly CardFault[] {
  let known = faultsOf.get(periods);
  if (!known) {
    const findings: Findings = { faults: [], named: [] };
    if (!Array.isArray(periods)) {
      noteFault(findings, 'periods', periods, 'a list of periods');
      return findings.faults;
    }
    eachPart(periods, 'periods', findings, () => undefined);
    for (const [index, period] of (findings.faults.length > 0 ? [] : periods).entries()) {
      const { from, until } = period;
      if (from !== null) checkDate(from, `periods/${index}/from`, findings);
      if (until !== null) checkDate(until, `periods/${index}/until`, findings);
      const [begin, end] = [from, until].map((text) => parseInstant(text ?? '')?.ms ?? null);
      if (begin != null && end != null && begin >= end) {
        noteFault(findings, `periods/${index}/until`, until, `a date after the ${from} of its \`from\``);
      }
    }
    known = findings.faults;
    faultsOf.set(periods, known);
  }
  return known;
}
