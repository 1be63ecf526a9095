import { assume } from './assumption.ts';
import type { BillContext } from './context.ts';
import { parseInstant } from './instant.ts';
import type { Offer } from './offer.ts';
import { once } from './once.ts';
import type { Period } from './rate-card.ts';

/** Says that a bill is made for a moment before anybody is known to have read rates whose beginning is not known. */
export function noteStart({ offer, card, at, assumptions }: BillContext): void {
  if (card.period.from !== null) return;
  const { ms, read } = firstRead(card.period, offer);
  if (at.ms < ms) assume(assumptions, 'start_unknown', { at: at.text, read });
}

/** The earliest date on which a source of a period's rates was read; long ago where none says. */
const firstRead = once(({ rates }: Period, { sources }: Offer) => {
  const read = rates.flatMap(({ source }) => sources?.[source]?.retrieved ?? []).sort()[0] ?? '';
  return { ms: parseInstant(read)?.ms ?? Number.NEGATIVE_INFINITY, read };
});
