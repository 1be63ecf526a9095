import { cardConflicts, conflictText } from './card-conflict.ts';
import { type CardFault, malformedCard } from './card-fault.ts';
import { markRead } from './card-mark.ts';
import { FUNDING } from './funding-shape.ts';
import type { Meters } from './meter.ts';
import { unknownMeters } from './named-meters.ts';
import type { Offer } from './offer.ts';
import { periodConflicts, periodConflictText } from './period-conflict.ts';
import { PERIODS } from './period-shape.ts';
import { type EngineProblem, RatecardError } from './problem.ts';
import { STANDARD_METERS } from './standard-meters.ts';

/**
 * Looks through a rate card that comes from elsewhere than the catalog, so that it can be priced: whether each number,
 * date, condition and rule of it can be read, and whether its rates contradict each other or its periods overlap. Gives the offer itself, and
 * throws a {@link RatecardError} with every problem of it.
 *
 * `priceUsage(readCard(offer), groups, options)`; a price of `0.35`, a number where a decimal as text belongs, is
 * refused as `periods/0/rates/0/price`.
 */
export function readCard<O extends Offer>(offer: O, meters: Meters = STANDARD_METERS): O {
  const problems = tryReadCard(offer, meters);
  if (problems.length > 0) throw new RatecardError(problems);
  return offer;
}

/** {@link readCard} without the throwing: every problem of the card, which whoever prices it is told again. */
export function tryReadCard(offer: Offer, meters: Meters = STANDARD_METERS): readonly EngineProblem[] {
  const { periods, funding } = offer;
  const ofPeriods = periodProblems(offer, meters);
  const ofFunding = funding === undefined ? [] : faultsOf(offer, (faults) => FUNDING(funding, 'funding', faults));
  if (Object(periods) === periods) markRead(periods, ofPeriods);
  if (Object(funding) === funding) markRead(funding as object, ofFunding);
  return [...ofPeriods, ...ofFunding];
}

function periodProblems(offer: Offer, meters: Meters): EngineProblem[] {
  const { periods } = offer;
  const faults = faultsOf(offer, (found) => PERIODS(periods, 'periods', found));
  if (faults.length > 0) return faults;
  const conflictAt = (path: string, conflict: string): EngineProblem => {
    return { code: 'card_conflict', args: { offer: offer.id, conflict }, path };
  };
  const within = periods.flatMap((period, index): EngineProblem[] => {
    const path = `periods/${index}`;
    const conflicts = cardConflicts(period).map((conflict) => conflictAt(path, conflictText(conflict)));
    return [...unknownMeters(offer, period, path, meters), ...conflicts];
  });
  const between = periodConflicts(periods).map((conflict) =>
    conflictAt(conflict.paths[1], periodConflictText(conflict)),
  );
  return [...within, ...between];
}

function faultsOf(offer: Offer, look: (faults: CardFault[]) => void): EngineProblem[] {
  const faults: CardFault[] = [];
  look(faults);
  return faults.map((fault) => malformedCard(offer, fault));
}
