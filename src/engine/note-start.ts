import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { parseInstant } from './instant.ts';
import type { Offer } from './offer.ts';
import { once } from './once.ts';
import type { Period } from './rate-card.ts';

/** Says that a bill is made for a moment before anybody is known to have read rates whose beginning is not known. */
export function noteStart({ offer, card, at, assumptions }: BillContext): void {
  if (card.period.from !== null) return;
  const read = firstRead(card.period, offer);
  if (at.ms < (parseInstant(read)?.ms ?? 0)) assume(assumptions, 'start_unknown', { at: at.text, read });
}

/** The earliest date on which a source of a period's rates was read; an empty text where none says. */
const firstRead = once(
  ({ rates }: Period, { sources }: Offer): string =>
    rates.flatMap(({ source }) => sources?.[source]?.retrieved ?? []).sort()[0] ?? '',
);
