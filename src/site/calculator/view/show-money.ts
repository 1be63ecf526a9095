import { STANDARD_METERS } from '../../../engine/index.ts';
import type { Answer } from '../answer.ts';
import { moneyOf } from '../results/money-of.ts';
import { comesNear } from './comes-near.ts';
import type { Parts } from './parts.ts';

/** Draws where the money of an answer goes; the library of charts is fetched when the reader comes near the figure. */
export function moneyFigure(parts: Parts): (answer: Answer | null) => Promise<void> {
  let last: Answer | null = null;
  let follows = false;
  const show = async (answer: Answer | null): Promise<void> => {
    last = answer;
    const place = parts.of('money');
    const bars = moneyOf(answer?.bills ?? [], STANDARD_METERS);
    if (bars.length === 0 && place.hidden) return;
    await comesNear(parts.of('link'));
    if (answer !== last) return;
    const chart = await import('../results/money-chart.ts').catch(() => null);
    if (answer !== last) return;
    if (!chart) {
      place.textContent = 'The chart of where the money goes could not be loaded; the receipt has its figures.';
      place.hidden = false;
      return;
    }
    chart.drawMoney(place, bars, answer?.bills[0]?.currency ?? '');
    if (!follows) chart.followTheme(() => void show(last));
    follows = true;
  };
  return show;
}
