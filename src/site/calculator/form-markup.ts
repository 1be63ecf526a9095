import { type Markup, markup } from '../markup/markup.ts';
import type { Field } from './fields.ts';

/** The fields of the form with what was typed into them. */
export function formMarkup(fields: readonly Field[], values: Readonly<Record<string, string>>): Markup {
  return markup('div', { class: 'fields' }, ...fields.map((field) => fieldMarkup(field, values[field.name] ?? '')));
}

/** The id of the line under a field that says what is wrong with it. */
export function problemId(name: string): string {
  return `problem-${name}`;
}

function fieldMarkup(field: Field, value: string): Markup {
  const id = `field-${field.name}`;
  const hint = field.kind === 'number' && field.hint !== '' ? field.hint : null;
  const described = [...(hint ? [`hint-${field.name}`] : []), problemId(field.name)].join(' ');
  const shared = { id, name: field.name, 'aria-describedby': described };
  return markup(
    'div',
    { class: 'field' },
    markup('label', { for: id }, field.label),
    control(field, value, shared),
    ...(hint ? [markup('p', { class: 'hint', id: `hint-${field.name}` }, hint)] : []),
    markup('p', { class: 'problem', id: problemId(field.name), hidden: '' }),
  );
}

function control(field: Field, value: string, shared: Readonly<Record<string, string>>): Markup {
  switch (field.kind) {
    case 'number': {
      const inputmode = field.number === 'whole' ? 'numeric' : 'decimal';
      return markup('input', { ...shared, type: 'text', inputmode, autocomplete: 'off', value });
    }
    case 'date':
      return markup('input', { ...shared, type: 'date', value });
    case 'choice': {
      const known = field.choices.some((choice) => choice.value === value);
      const choices = known ? field.choices : [...field.choices, { value, label: value }];
      return markup(
        'select',
        shared,
        ...choices.map((choice) =>
          markup('option', { value: choice.value, ...(choice.value === value ? { selected: '' } : {}) }, choice.label),
        ),
      );
    }
  }
}
