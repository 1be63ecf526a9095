import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { markup } from '../../markup/markup.ts';
import { toDom } from '../../markup/to-dom.ts';
import type { MoneyBar } from './money-of.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const BAR = 34;
const AXES = 56;
let drawn: Chart<'bar', number[], string> | null = null;

/** Draws what bills charge for as bars, in the colours of the page; the receipt beside it is the table of the same. */
export function drawMoney(place: HTMLElement, bars: readonly MoneyBar[], currency: string): void {
  drawn?.destroy();
  drawn = null;
  place.hidden = bars.length === 0;
  if (bars.length === 0) return;
  const name = `Where the money goes: ${bars.map(({ label, amount }) => `${label} ${amount}`).join(', ')}`;
  const frame = toDom(
    markup(
      'figure',
      { class: 'money' },
      markup('figcaption', {}, 'Where the money goes'),
      markup('div', { class: 'money-frame' }, markup('canvas', { role: 'img', 'aria-label': name })),
    ),
  );
  place.replaceChildren(frame);
  const canvas = frame.querySelector('canvas');
  const box = frame.querySelector<HTMLElement>('.money-frame');
  if (!canvas || !box) return;
  box.style.blockSize = `${bars.length * BAR + AXES}px`;
  const colour = (property: string): string => colourOf(frame, property);
  const [ink, soft, hairline] = [colour('--ink'), colour('--soft'), colour('--hairline')];
  const font = { family: getComputedStyle(frame).fontFamily, size: 13 };
  drawn = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [
        {
          data: bars.map(({ length }) => length),
          backgroundColor: bars.map(({ kind }) => colour(kind === 'line' ? '--accent' : '--rule')),
          maxBarThickness: 18,
        },
      ],
    },
    options: {
      animation: false,
      indexAxis: 'y',
      maintainAspectRatio: false,
      scales: {
        x: {
          title: { display: true, text: currency, color: soft, font },
          ticks: { color: soft, font, maxTicksLimit: 6 },
          grid: { color: hairline },
        },
        y: { ticks: { color: ink, font }, grid: { display: false } },
      },
      plugins: { tooltip: { callbacks: { label: ({ dataIndex }) => bars[dataIndex]?.amount ?? '' } } },
    },
  });
}

/** A colour of the page's palette in the plain notation that the charts can work with. */
function colourOf(within: HTMLElement, property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  within.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const paper = document.createElement('canvas').getContext('2d');
  if (!paper) return color;
  paper.fillStyle = color;
  paper.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paper.getImageData(0, 0, 1, 1).data;
  return `rgb(${red} ${green} ${blue})`;
}

/** Draws again whatever is drawn when the page turns light or dark. */
export function followTheme(redraw: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}
