import { currentPeriod } from '../../../catalog/unit-prices.ts';
import { STANDARD_METERS } from '../../../engine/index.ts';
import { fieldsOf } from '../fields.ts';
import { formMarkup } from '../form-markup.ts';
import type { Values } from '../terms.ts';
import type { WorkCard } from '../work-card.ts';
import type { Parts } from './parts.ts';

/** Draws the fields that an offer asks for: counts and terms, or terms alone where work says the counts. */
export function drawFields(parts: Parts, { offer }: WorkCard, values: Values, at: string, termsAlone: boolean): void {
  const period = currentPeriod(offer, at) ?? currentPeriod(offer);
  const filled = Object.keys(values).filter((name) => (values[name] ?? '').trim() !== '');
  const fields = fieldsOf(offer, period, STANDARD_METERS, filled);
  const shown = termsAlone ? fields.filter(({ group }) => group === 'terms') : fields;
  const focused = document.activeElement?.getAttribute('name') ?? '';
  parts.fill('fields', [formMarkup(shown, { ...values, at: at.slice(0, 10) })]);
  if (document.activeElement !== document.body) return;
  parts
    .of('fields')
    .querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)
    ?.focus();
}
