import { capital } from '../../../catalog/words/capital.ts';
import { GROUP_NAMES, KIND_NAMES, type Kind } from '../../../workload/index.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { controlName, problemLineId, rowMarkup } from './row-markup.ts';
import { PART_KINDS, partKinds, rowsOf, type WorkRow } from './work-rows.ts';
import type { WorkState } from './work-texts.ts';

/** The form of some work: its own inputs, then groups that open on demand; of a mix, also each part. */
export function workFormMarkup(state: WorkState): Markup {
  const parts = state.kind === 'mix' ? partKinds(state).map((kind, index) => partMarkup(index, kind, state)) : [];
  const add = markup('button', { type: 'button', 'data-add-part': '' }, 'Add a part');
  return markup(
    'div',
    { class: 'work-form' },
    ...rowsMarkup(state.kind, '', 'The work', state),
    ...parts,
    ...(state.kind === 'mix' ? [markup('p', {}, add)] : []),
  );
}

function rowsMarkup(kind: Kind, path: string, legend: string, { texts }: WorkState): Markup[] {
  const { own, groups } = rowsOf(kind, path);
  const row = (one: WorkRow): Markup => rowMarkup(one, texts[one.path] ?? '');
  const heads = ['low', 'expected', 'high'].map((end) => markup('span', { class: end }, end));
  const isStated = (one: WorkRow): boolean => (texts[one.path] ?? '') !== '';
  return [
    markup(
      'fieldset',
      { class: 'work-rows' },
      markup('legend', {}, legend),
      markup('div', { class: 'ends-head', 'aria-hidden': 'true' }, ...heads),
      ...own.map(row),
    ),
    ...groups.map(([group, rows]) =>
      markup(
        'details',
        { class: 'work-group', ...(rows.some(isStated) ? { open: '' } : {}) },
        markup('summary', {}, capital(GROUP_NAMES[group])),
        markup('div', { class: 'work-rows' }, ...rows.map(row)),
      ),
    ),
  ];
}

function partMarkup(index: number, kind: Kind | null, state: WorkState): Markup {
  const path = `parts/${index}/`;
  const { texts } = state;
  const field = (key: string, label: string, control: Markup): Markup =>
    markup(
      'div',
      { class: 'work-row', 'data-row': path + key },
      markup('label', { for: `part-${index}-${key}` }, label),
      markup('div', { class: 'ends' }, control),
      markup('p', { class: 'problem', id: problemLineId(path + key), hidden: '' }),
    );
  const shared = (key: string) => ({ id: `part-${index}-${key}`, name: controlName(path + key), class: 'whole' });
  const kinds = [...(kind ? [] : ['']), ...PART_KINDS].map((one) =>
    markup(
      'option',
      { value: one, ...(one === kind ? { selected: '' } : {}) },
      one === '' ? 'not stated' : KIND_NAMES[one as Kind],
    ),
  );
  const text = { type: 'text', autocomplete: 'off', spellcheck: 'false' };
  const share = { inputmode: 'decimal', value: texts[`${path}share_percent`] ?? '' };
  const offer = { placeholder: 'as above', value: texts[`${path}offer`] ?? '' };
  return markup(
    'section',
    { class: 'work-part', 'aria-label': `Part ${index + 1}` },
    markup('h2', {}, `Part ${index + 1}`),
    field(
      'share_percent',
      'Share of the volume, percent',
      markup('input', { ...shared('share_percent'), ...text, ...share }),
    ),
    field('offer', 'On an offer of its own', markup('input', { ...shared('offer'), ...text, ...offer })),
    field('workload/kind', 'Kind of work', markup('select', shared('workload/kind'), ...kinds)),
    ...(kind ? rowsMarkup(kind, `${path}workload/`, capital(KIND_NAMES[kind]), state) : []),
    markup(
      'p',
      {},
      markup('button', { type: 'button', 'data-remove-part': String(index) }, `Remove part ${index + 1}`),
    ),
  );
}
