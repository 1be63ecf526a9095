import { type Markup, markup } from '../../markup/markup.ts';

/** Where on a bar of 100 an amount lies, of a whole that the bar shows. */
function place(amount: string, whole: string): number {
  const most = Number(whole);
  return most > 0 ? Math.min(100, (Number(amount) / most) * 100) : 0;
}

const at = (value: number): string => String(Math.round(value * 100) / 100);

function picture(...parts: readonly Markup[]): Markup {
  return markup(
    'svg',
    { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    ...parts,
  );
}

function block(name: string, from: number, to: number): Markup {
  const width = Math.max(0.6, to - from);
  const x = Math.min(from, 100 - width);
  return markup('rect', { class: name, x: at(x), y: '1', width: at(width), height: '8' });
}

/** A range on a scale from nothing to the most of all rows, with a mark where the expected value lies. */
export function rangeBar(low: string, expected: string | null, high: string, most: string): Markup {
  const [from, to] = [place(low, most), place(high, most)];
  const mark =
    expected === null
      ? []
      : [
          markup('rect', {
            class: 'bar-mark',
            x: at(Math.max(0, place(expected, most) - 0.5)),
            y: '0',
            width: '1',
            height: '10',
          }),
        ];
  return picture(block('bar-range', Math.min(from, to), Math.max(from, to)), ...mark);
}

/** Parts of a whole, one after the other, on a scale from nothing to the most of all rows. */
export function stackedBar(
  parts: readonly { readonly amount: string; readonly shade: number }[],
  most: string,
): Markup {
  let end = 0;
  const blocks = parts.map(({ amount, shade }) => {
    const from = end;
    end += place(amount, most);
    return markup('rect', {
      class: `shade-${shade}`,
      x: at(from),
      y: '1',
      width: at(Math.max(0, end - from)),
      height: '8',
    });
  });
  return picture(...blocks);
}
