import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { parseInstant } from './instant.ts';
import type { Offer } from './offer.ts';
import { once } from './once.ts';
import type { Period } from './rate-card.ts';

/** Says that a bill is made for a moment before the first for which rates without a known beginning are known. */
export function noteStart({ offer, card, at, assumptions }: BillContext): void {
  if (card.period.from !== null) return;
  const { ms, known } = firstKnown(card.period, offer);
  if (at.ms < ms) assume(assumptions, 'start_unknown', { at: at.text, known });
}

/** The earliest date that a source of a period's rates gives, or on which it was read; long ago where none says. */
const firstKnown = once(({ rates }: Period, { sources }: Offer) => {
  const dates = rates.flatMap(({ source }) => sources?.[source]?.as_of ?? sources?.[source]?.retrieved ?? []);
  const known = dates.sort()[0] ?? '';
  return { ms: parseInstant(known)?.ms ?? Number.NEGATIVE_INFINITY, known };
});
