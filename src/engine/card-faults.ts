import type { CardFault } from './card-fault.ts';
import type { Meters } from './meter.ts';
import type { PreparedPeriod } from './prepare.ts';

const unknown = new WeakMap<PreparedPeriod, { readonly meters: Meters; readonly faults: readonly CardFault[] }>();

/** What cannot be read of a period's rules, meters that nobody knows among it; looked for once. */
export function cardFaults(card: PreparedPeriod, meters: Meters): readonly CardFault[] {
  const known = unknown.get(card);
  if (known?.meters === meters) return known.faults;
  const strangers = card.named.flatMap(({ meter, path }): CardFault[] =>
    meters.has(meter) ? [] : [{ path, message: `is "${meter}"; expected a meter of data/meters.yaml` }],
  );
  const faults = [...card.faults, ...strangers];
  unknown.set(card, { meters, faults });
  return faults;
}
