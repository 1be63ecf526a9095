import type { CardFault, Findings } from './card-fault.ts';
import type { Funding } from './funding.ts';
import { FUNDING } from './funding-shape.ts';
import type { Meters } from './meter.ts';
import { once } from './once.ts';
import { PERIODS } from './period-shape.ts';
import type { PreparedPeriod } from './prepare.ts';
import type { Period } from './rate-card.ts';
import type { Shape } from './shape.ts';

/** What is found in a value that stands at a path. */
export function lookThrough(shape: Shape, value: unknown, path: string): Findings {
  const findings: Findings = { faults: [], named: [] };
  shape(value, path, findings);
  return findings;
}

/** Periods whose beginning or end cannot be read, or that end before they begin. */
export const periodFaults: (periods: readonly Period[]) => readonly CardFault[] = once(
  (periods) => lookThrough(PERIODS, periods, 'periods').faults,
);

/** What cannot be read of how an account is paid up. */
export const fundingFaults: (funding: readonly Funding[]) => readonly CardFault[] = once(
  (funding) => lookThrough(FUNDING, funding, 'funding').faults,
);

const faultsBy = once((card: PreparedPeriod) =>
  once((meters: Meters): readonly CardFault[] => [
    ...card.faults,
    ...card.named.flatMap(({ meter, path }) =>
      meters.has(meter) ? [] : [{ path, message: `is "${meter}"; expected a meter of data/meters.yaml` }],
    ),
  ]),
);

/** What cannot be read of a period's rules, meters that nobody knows among it. */
export function cardFaults(card: PreparedPeriod, meters: Meters): readonly CardFault[] {
  return faultsBy(card)(meters);
}
