import { groupDigits, money } from '../catalog/words/money.ts';
import type { Adjustment, BillLine, LineTier } from '../engine/bill.ts';

/**
 * How a line's amount comes about, with every figure exact: `500,000 / 1,000,000 x $0.35 x 0.5`. Without the
 * division where a single unit is priced: `1,000 x $0.0019`.
 */
export function lineFormula(line: BillLine, currency: string): string {
  const per = line.per === '1' ? '' : ` / ${groupDigits(line.per)}`;
  if (line.adjustments.some(({ kind }) => kind === 'included')) return `${groupDigits(line.quantity)} at no charge`;
  const factors = line.adjustments.flatMap((step) => (step.kind === 'multiplier' ? [` x ${step.factor}`] : []));
  return `${groupDigits(line.quantity)}${per} x ${money(line.price, currency)}${factors.join('')}`;
}

/** Each step that acted on a line, in words. */
export function lineNotes(line: BillLine): string[] {
  const parts = Object.entries(line.parts ?? {}).map(([meter, quantity]) => `${groupDigits(quantity)} ${meter}`);
  return [
    ...(line.tier ? [tierWords(line.tier)] : []),
    ...(parts.length > 0 ? [`with ${parts.join(', ')}`] : []),
    ...line.adjustments.map(adjustmentWords),
    ...(line.rounded === undefined ? [] : [`rounded by at most ${line.rounded}`]),
  ];
}

/** The step of a tier that a line pays: `over 200,000 input_tokens in the request, for all of it`. */
export function tierWords({ kind, over, up_to, subject, boundary, span }: LineTier): string {
  const [above, below] = boundary === 'inclusive' ? ['from', 'below'] : ['over', 'up to'];
  const bounds = [
    ...(over === null ? [] : [`${above} ${groupDigits(over)}`]),
    ...(up_to === null ? [] : [`${below} ${groupDigits(up_to)}`]),
  ].join(', ');
  const scope = span === 'once' ? 'over all time' : `${span === 'request' ? 'in' : 'over'} the ${span}`;
  return `${bounds} ${subject} ${scope}, for ${kind === 'graduated' ? 'the part in between' : 'all of it'}`;
}

function adjustmentWords(step: Adjustment): string {
  switch (step.kind) {
    case 'block':
      return `${step.label}: ${groupDigits(step.used)} used, ${groupDigits(step.billed)} billed`;
    case 'allowance':
      return `${step.label}: ${groupDigits(step.quantity.replace(/^-/, ''))} free`;
    case 'multiplier':
      return `${step.label}: x ${step.factor}`;
    case 'included':
      return step.label;
  }
}
