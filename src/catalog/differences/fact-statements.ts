import type { CatalogModel, CatalogOffer } from '../catalog.ts';
import type { Capability } from '../schema/fact.ts';
import { dateWords } from '../words/date.ts';
import { CAPABILITY_WORDS } from '../words/fact-words.ts';
import { listWords } from '../words/list.ts';
import { groupDigits } from '../words/money.ts';
import type { StatedFacts } from '../words/offer-facts.ts';
import type { Field, FieldKind, Speaker, Statement } from './statement.ts';

type Facts = Partial<StatedFacts & Pick<CatalogOffer, 'parameters'>> & Pick<CatalogOffer | CatalogModel, 'sources'>;

interface Given {
  readonly source: string;
  readonly printed?: string;
}

/** Request parameters whose highest value is the longest answer. */
const ANSWER_LENGTHS = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'];

/** What an offer or a model states of itself, prices aside. What it does not speak of is no statement. */
export function factStatements(facts: Facts, speaker: Speaker): Statement[] {
  const { modalities, weights } = facts;
  const state = (id: string, kind: FieldKind, label: string, value: string, shown: string, given: Given): Statement => {
    const field: Field = { id, kind, label };
    const source = facts.sources[given.source];
    const as_of = source?.as_of ?? source?.retrieved;
    return {
      field,
      value,
      shown,
      speaker,
      source: given.source,
      ...(given.printed === undefined ? {} : { printed: given.printed }),
      ...(as_of === undefined ? {} : { as_of }),
      ...(facts.context_window ? { context: String(facts.context_window.tokens) } : {}),
    };
  };
  const tokens = (id: string, label: string, count: string, given: Given): Statement =>
    state(id, 'tokens', label, count, `${groupDigits(count)} tokens`, given);
  const list = (id: string, label: string, words: readonly string[], given: Given): Statement =>
    state(id, 'modalities', label, [...words].sort().join(','), listWords(words), given);
  const { context_window, max_output } = facts;
  return [
    ...(context_window
      ? [tokens('context_window', 'Context window', String(context_window.tokens), context_window)]
      : []),
    ...(max_output ? [tokens('max_output', 'Longest answer', String(max_output.tokens), max_output)] : []),
    ...(facts.parameters ?? []).flatMap(({ name, maximum, printed, source }) =>
      maximum === undefined || !ANSWER_LENGTHS.includes(name)
        ? []
        : [tokens('max_output', 'Longest answer', maximum, { source, printed: `${name} ${printed ?? maximum}` })],
    ),
    ...(modalities ? [list('modalities/input', 'Takes', modalities.input, modalities)] : []),
    ...(modalities ? [list('modalities/output', 'Gives', modalities.output, modalities)] : []),
    ...(Object.keys(CAPABILITY_WORDS) as Capability[]).flatMap((id) => {
      const fact = facts.capabilities?.[id];
      const answer = fact?.stated ? 'yes' : 'no';
      return fact ? [state(`capabilities/${id}`, 'capability', CAPABILITY_WORDS[id], answer, answer, fact)] : [];
    }),
    ...(weights
      ? [state('weights', 'weights', 'Open weights', answerOf(weights), weightsWords(weights), weights)]
      : []),
    ...(['released', 'knowledge_until', 'retired'] as const).flatMap((id) => {
      const fact = facts[id];
      return fact ? [state(id, 'date', DATES[id], fact.date.slice(0, 10), dateWords(fact.date), fact)] : [];
    }),
    ...(facts.parameters ?? []).flatMap(({ name, default: value, minimum, maximum, printed, source, ...parameter }) => {
      const given: Given = { source, ...(printed === undefined ? {} : { printed }) };
      const setting = (shown: string | boolean, example?: 'playground' | 'sample'): Statement => ({
        ...state(`parameters/${name}/default`, 'parameter', `Default of ${name}`, String(shown), String(shown), {
          source,
        }),
        ...(example ? { example } : {}),
      });
      return [
        ...(value === undefined
          ? []
          : [setting(value, parameter.default_of === 'playground' ? 'playground' : undefined)]),
        ...(parameter.sample === undefined || parameter.type === 'string' ? [] : [setting(parameter.sample, 'sample')]),
        ...(minimum === undefined || maximum === undefined || ANSWER_LENGTHS.includes(name)
          ? []
          : [
              state(
                `parameters/${name}/range`,
                'parameter',
                `Range of ${name}`,
                `${minimum} to ${maximum}`,
                `${minimum} to ${maximum}`,
                given,
              ),
            ]),
      ];
    }),
  ];
}

const DATES = { released: 'Released', knowledge_until: 'Knows until', retired: 'Retirement' } as const;

function answerOf({ open }: NonNullable<Facts['weights']>): string {
  return open ? 'yes' : 'no';
}

function weightsWords({ open, licence }: NonNullable<Facts['weights']>): string {
  return `${open ? 'yes' : 'no'}${licence ? `, ${licence}` : ''}`;
}
