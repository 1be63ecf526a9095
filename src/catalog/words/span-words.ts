import type { Span } from '../../engine/rate-card.ts';

/** How often a rule over a span acts. */
export const SPAN: Record<Span, string> = { day: 'a day', month: 'a month', year: 'a year', once: 'once' };
