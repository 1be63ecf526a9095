import { malformedCard } from './card-fault.ts';
import type { Meters } from './meter.ts';
import type { Offer } from './offer.ts';
import { once } from './once.ts';
import type { EngineProblem } from './problem.ts';
import type { Period } from './rate-card.ts';

/** A meter that a rule names, and where within the period: `allowances/0/meters/1`. */
export interface NamedMeter {
  readonly meter: string;
  readonly path: string;
}

/** What rules name meters by. */
interface Naming {
  readonly meter?: string;
  readonly meters?: readonly string[];
  readonly tiers?: { readonly subject?: string };
}

/** Every meter that the rules of a period name. */
export function namedMeters(period: Period): NamedMeter[] {
  const named: NamedMeter[] = [];
  for (const [kind, rules] of Object.entries(period) as [string, unknown][]) {
    if (!Array.isArray(rules)) continue;
    for (const [index, { meter, meters, tiers }] of (rules as Naming[]).entries()) {
      const add = (one: string | undefined, at: string): void => {
        if (one !== undefined) named.push({ meter: one, path: `${kind}/${index}/${at}` });
      };
      add(meter, 'meter');
      add(tiers?.subject, 'tiers/subject');
      for (const [at, one] of (meters ?? []).entries()) add(one, `meters/${at}`);
    }
  }
  return named;
}

const unknownBy = once((period: Period) =>
  once((meters: Meters): readonly NamedMeter[] => namedMeters(period).filter(({ meter }) => !meters.has(meter))),
);

/** The meters of a period, which stands at a path of an offer, that a table of meters does not have. */
export function unknownMeters(offer: Offer, period: Period, path: string, meters: Meters): EngineProblem[] {
  return unknownBy(period)(meters).map((named) =>
    malformedCard(offer, {
      path: `${path}/${named.path}`,
      message: `is "${named.meter}"; expected a meter of data/meters.yaml`,
    }),
  );
}
