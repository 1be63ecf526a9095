import { groupDigits } from '../../catalog/words/group-digits.ts';

/** Where costs stand on a line, in percent of its length. Positions are for the eye only; figures stand beside them. */
export interface CostScale {
  readonly at: (cost: number) => number;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
  /** Whether each labelled step is a multiple of the one before, not a sum. */
  readonly byFactor: boolean;
}

/** Beyond this many times the lowest, costs are shown by factors. */
const FAR = 20;

/** A scale from zero to the highest cost, or by factors of ten where the costs lie far apart. */
export function costScale(costs: readonly number[]): CostScale {
  const highest = Math.max(...costs);
  const lowest = Math.min(...costs);
  return lowest > 0 && highest > lowest * FAR ? byFactors(lowest, highest) : bySums(highest);
}

function bySums(highest: number): CostScale {
  const step = niceStep(highest / 6);
  const end = Math.max(step, Math.ceil(highest / step - 1e-9) * step);
  const at = (cost: number): number => (cost / end) * 100;
  const count = Math.round(end / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { at, ticks: ticks.map((tick) => ({ label: plainLabel(tick, step), at: at(tick) })), byFactor: false };
}

function byFactors(lowest: number, highest: number): CostScale {
  const from = Math.floor(Math.log10(lowest));
  const to = Math.ceil(Math.log10(highest));
  const at = (cost: number): number => ((Math.log10(cost) - from) / (to - from)) * 100;
  const powers = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  return { at, ticks: powers.map((power) => ({ label: plainLabel(power, power), at: at(power) })), byFactor: true };
}

/** The next of 1, 2, 2.5 and 5 by powers of ten: 20 for 17. */
function niceStep(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
}

/** Plain digits, with as many places as steps of a size need. */
function plainLabel(value: number, step: number): string {
  const places = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(step))));
  const text = value.toFixed(places);
  return groupDigits(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}
