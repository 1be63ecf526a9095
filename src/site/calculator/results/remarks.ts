import { sentence } from '../../../catalog/words/capital.ts';
import { listWords } from '../../../catalog/words/list.ts';
import { type Estimate, FIELDS, KINDS } from '../../../workload/index.ts';
import { type Markup, markup } from '../../markup/markup.ts';

/** The label of an input by its path, with the part that it belongs to. */
function labelOf(path: string): string {
  const [, part] = /^parts\/(\d+)\//.exec(path) ?? [];
  const key = path.slice(path.lastIndexOf('/') + 1);
  const label = KINDS.map((kind) => FIELDS[kind][key]?.label).find((known) => known !== undefined) ?? key;
  return part === undefined ? label : `part ${Number(part) + 1}, ${label}`;
}

/** Assumptions for a reader who sees the form, where the reasons of a preset stand beside its numbers. */
function assumptionWords(assumptions: Estimate['assumptions']): string[] {
  const preset = assumptions.filter(({ code }) => code === 'from_preset');
  const inputs = preset.map(({ args }) => labelOf(String(args['input'])));
  const [first] = preset;
  return [
    ...(first
      ? [`from the preset ${String(first.args['preset'])}, with the reason beside each: ${listWords(inputs)}`]
      : []),
    ...assumptions
      .filter(({ code }) => code !== 'from_preset')
      .map(({ code, args, text }) =>
        code === 'not_stated' ? `${labelOf(String(args['input']))}, not stated: ${String(args['taken'])}` : text,
      ),
  ];
}

/** What an estimate takes as given and what it leaves out, in sentences. */
export function remarks({ assumptions, left_out }: Estimate): Markup[] {
  const list = (id: string, title: string, texts: readonly string[]): Markup[] =>
    texts.length === 0
      ? []
      : [
          markup(
            'div',
            { class: 'result' },
            markup('h2', { id }, title),
            markup('ul', { class: 'remarks' }, ...texts.map((text) => markup('li', {}, sentence(text)))),
          ),
        ];
  return [
    ...list('given', 'Taken as given', assumptionWords(assumptions)),
    ...list(
      'left-out',
      'Left out',
      left_out.map(({ text }) => text),
    ),
  ];
}
