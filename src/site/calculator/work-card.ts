import type { CatalogOffer } from '../../catalog/catalog.ts';
import type { Retirement } from '../../catalog/words/problem-words.ts';
import type { WorkOffer } from '../../workload/index.ts';
import { offerCard } from './offer-card.ts';

/** What work is priced on, and a name for its reader. */
export interface WorkCard {
  readonly title: string;
  readonly offer: WorkOffer & Retirement;
}

/** An offer's card with the limits that decide whether it can do some work. */
export function workCard(offer: CatalogOffer, title: string): WorkCard {
  const { context_window, max_output, modalities } = offer;
  const card = offerCard(offer, title);
  return {
    title,
    offer: {
      ...card.offer,
      ...(context_window ? { context_window: { tokens: context_window.tokens } } : {}),
      ...(max_output ? { max_output: { tokens: max_output.tokens } } : {}),
      ...(modalities ? { modalities: { input: modalities.input } } : {}),
    },
  };
}
