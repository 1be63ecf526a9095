import { capital } from '../../../catalog/words/capital.ts';
import { isNumberField, type TextField } from '../../../workload/index.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { takesRange, type WorkRow } from './work-rows.ts';
import { endsOf } from './work-texts.ts';

/** The name of an input's control in the form and in links: `w.turns`. */
export function controlName(path: string): string {
  return `w.${path}`;
}

/** The ids of what stands with an input: its control, the note and the problem below it. */
export const controlId = (path: string): string => `in-${path.replaceAll('/', '-')}`;
export const noteId = (path: string): string => `note-${path.replaceAll('/', '-')}`;
export const problemLineId = (path: string): string => `wrong-${path.replaceAll('/', '-')}`;

/** An input as a row of the form: its label and unit, one number or three, a note and room for a problem. */
export function rowMarkup(row: WorkRow, text: string): Markup {
  const { path, field } = row;
  const label = capital(field.label);
  const unit = isNumberField(field) && field.unit !== field.label ? field.unit : '';
  return markup(
    'div',
    { class: 'work-row', 'data-row': path },
    markup(
      'label',
      { for: controlId(path) },
      label,
      ...(unit === '' ? [] : [markup('span', { class: 'unit' }, ` ${unit}`)]),
    ),
    markup('div', { class: 'ends' }, ...controls(row, label, text)),
    markup('p', { class: 'hint', id: noteId(path), hidden: '' }),
    markup('p', { class: 'problem', id: problemLineId(path), hidden: '' }),
  );
}

function controls(row: WorkRow, label: string, text: string): Markup[] {
  const { path, field } = row;
  const described = { 'aria-describedby': `${noteId(path)} ${problemLineId(path)}` };
  const name = controlName(path);
  if (!isNumberField(field)) return [textControl(field, text, { ...described, name, id: controlId(path) })];
  const ends = endsOf(text);
  const number = (value: string, more: Readonly<Record<string, string>>): Markup =>
    markup('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      spellcheck: 'false',
      value,
      ...described,
      ...more,
    });
  const expected = number(ends ? ends.expected : text, { name, id: controlId(path), class: 'expected' });
  if (!takesRange(row)) return [expected];
  const side = (end: 'low' | 'high'): Markup =>
    number(ends?.[end] ?? '', {
      name: `${name}/${end}`,
      class: end,
      placeholder: end,
      'aria-label': `${label}, ${end}`,
      ...(ends ? {} : { hidden: '' }),
    });
  const toggle = markup(
    'button',
    {
      type: 'button',
      'data-range': path,
      'aria-pressed': String(ends !== null),
      'aria-label': `${label} as a range`,
    },
    'range',
  );
  return [side('low'), expected, side('high'), toggle];
}

function textControl(
  { type, choices, meanings }: TextField,
  value: string,
  shared: Readonly<Record<string, string>>,
): Markup {
  if (type === 'date') return markup('input', { ...shared, type: 'date', value, class: 'whole' });
  if (type === 'offer') {
    const more = { placeholder: 'provider/offer', autocomplete: 'off', spellcheck: 'false' };
    return markup('input', { ...shared, ...more, type: 'text', value, class: 'whole' });
  }
  const known = type === 'flag' ? ['true', 'false'] : (choices ?? []);
  const words = (choice: string): string =>
    type === 'flag' ? (choice === 'true' ? 'yes' : 'no') : (meanings?.[choice] ?? choice);
  const all = ['', ...known, ...(value === '' || known.includes(value) ? [] : [value])];
  return markup(
    'select',
    { ...shared, class: 'whole' },
    ...all.map((choice) =>
      markup(
        'option',
        { value: choice, ...(choice === value ? { selected: '' } : {}) },
        choice === '' ? 'not stated' : words(choice),
      ),
    ),
  );
}
