import { dateWords } from '../../catalog/words/date.ts';
import { amountDigits } from '../../catalog/words/money.ts';
import { type Markup, markup } from '../markup/markup.ts';
import type { PriceLine, Stretch } from './price-line.ts';

/** The picture in pixels: the line of nothing, and how far above it the highest price stands. */
const FLOOR = 92;
const ROOM = 64;
/** With more steps than this only the first and the last price and day are written. */
const FEW = 3;

/** How a price went, as steps. The words and figures are repeated in the table beside it. */
export function stepChart(title: string, unit: string, line: PriceLine): Markup {
  const { stretches, days, today } = line;
  const isNamed = (at: number, count: number): boolean => count <= FEW || at === 0 || at === count - 1;
  return markup(
    'figure',
    { class: 'step-chart' },
    markup('figcaption', {}, markup('strong', {}, title), ` ${unit}`),
    markup(
      'svg',
      { 'aria-hidden': 'true', width: '100%', height: '120' },
      markup('line', { class: 'axis', x1: '0', x2: '100%', y1: String(FLOOR), y2: String(FLOOR) }),
      markup('line', { class: 'today', x1: percent(today), x2: percent(today), y1: '12', y2: String(FLOOR) }),
      ...days.flatMap(({ date, at }, index) => [
        markup('line', { class: 'axis', x1: percent(at), x2: percent(at), y1: String(FLOOR), y2: String(FLOOR + 5) }),
        ...(isNamed(index, days.length)
          ? [words('tick-label', at, FLOOR + 20, at < 15 ? 'start' : at > 85 ? 'end' : 'middle', dateWords(date))]
          : []),
      ]),
      ...stretches.flatMap((stretch, at) => [
        ...(stretch.joined ? [riser(stretch, stretches[at - 1])] : []),
        tread(stretch),
        ...(isNamed(at, stretches.length)
          ? [
              words(
                'price-label',
                at === stretches.length - 1 && at > 0 ? stretch.until : stretch.from,
                heightOf(stretch) - 6,
                at === stretches.length - 1 && at > 0 ? 'end' : 'start',
                amountDigits(stretch.price),
              ),
            ]
          : []),
      ]),
    ),
  );
}

function heightOf({ height }: Stretch): number {
  return Math.round(FLOOR - height * ROOM);
}

function percent(place: number): string {
  return `${place.toFixed(2)}%`;
}

function tread(stretch: Stretch): Markup {
  const y = String(heightOf(stretch));
  return markup('line', {
    class: stretch.open ? 'tread is-open' : 'tread',
    x1: percent(stretch.from),
    x2: percent(stretch.until),
    y1: y,
    y2: y,
  });
}

function riser(stretch: Stretch, before: Stretch | undefined): Markup {
  const x = percent(stretch.from);
  return markup('line', {
    class: 'tread',
    x1: x,
    x2: x,
    y1: String(heightOf(before ?? stretch)),
    y2: String(heightOf(stretch)),
  });
}

function words(name: string, at: number, y: number, anchor: string, text: string): Markup {
  return markup('text', { class: name, x: percent(at), y: String(y), 'text-anchor': anchor }, text);
}
