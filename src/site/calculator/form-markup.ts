import { type Markup, markup } from '../markup/markup.ts';
import type { Field, FieldGroup } from './fields.ts';

const LEGENDS: Record<FieldGroup, string> = {
  requests: 'How many',
  request: 'In each request',
  terms: 'Terms',
};

/** The fields of the form, by what they ask about, with what was typed into them. */
export function formMarkup(fields: readonly Field[], values: Readonly<Record<string, string>>): Markup {
  const groups = (Object.keys(LEGENDS) as FieldGroup[]).flatMap((group) => {
    const inside = fields.filter((field) => field.group === group);
    if (inside.length === 0) return [];
    return [
      markup(
        'fieldset',
        {},
        markup('legend', {}, LEGENDS[group]),
        markup('div', { class: 'fields' }, ...inside.map((field) => fieldMarkup(field, values[field.name] ?? ''))),
      ),
    ];
  });
  return markup('div', {}, ...groups);
}

/** The id of the line under a field that says what is wrong with it. */
export function problemId(name: string): string {
  return `problem-${name}`;
}

function fieldMarkup(field: Field, value: string): Markup {
  const { name, label, hint } = field;
  const id = `field-${name}`;
  const described = [...(hint === undefined ? [] : [`hint-${name}`]), problemId(name)].join(' ');
  return markup(
    'div',
    { class: 'field' },
    markup('label', { for: id }, label),
    control(field, value, { id, name, 'aria-describedby': described }),
    ...(hint === undefined ? [] : [markup('p', { class: 'hint', id: `hint-${name}` }, hint)]),
    markup('p', { class: 'problem', id: problemId(name), hidden: '' }),
  );
}

function control(field: Field, value: string, shared: Readonly<Record<string, string>>): Markup {
  switch (field.kind) {
    case 'number': {
      const inputmode = field.number === 'whole' ? 'numeric' : 'decimal';
      return markup('input', { ...shared, type: 'text', inputmode, autocomplete: 'off', value });
    }
    case 'date':
    case 'time':
      return markup('input', { ...shared, type: field.kind, value });
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
