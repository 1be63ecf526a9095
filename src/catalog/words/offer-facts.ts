import type { CatalogModel, CatalogOffer } from '../catalog.ts';
import type { Capability } from '../schema/fact.ts';
import { dateWords } from './date.ts';
import { CAPABILITY_WORDS } from './fact-words.ts';
import { listWords } from './list.ts';
import { groupDigits } from './money.ts';

/** A fact that one source states: in our words, in its own, and where. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** As printed, where that says more than the value. */
  readonly printed?: string;
  /** Why it is read so, where the words leave it open. */
  readonly reading?: string;
  readonly source: string;
}

/** What an offer, and a model too, may state of itself beside prices. */
export type StatedFacts = Pick<
  CatalogOffer,
  | 'context_window'
  | 'max_output'
  | 'modalities'
  | 'capabilities'
  | 'weights'
  | 'released'
  | 'knowledge_until'
  | 'retired'
>;

/** What an offer's page says of what it sells. */
export function offerFacts(offer: CatalogOffer): Fact[] {
  const { maker_printed, family, category, task, price_tier, closed_endpoint, added, tracking_since } = offer;
  const printed = (label: string, fact: { printed: string; source: string } | undefined): Fact[] =>
    fact ? [{ label, value: fact.printed, source: fact.source }] : [];
  return [
    ...printed('Maker', maker_printed),
    ...printed('Family', family),
    ...printed('Category', category),
    ...printed('Task', task),
    ...printed('Tier of its prices', price_tier),
    ...sharedFacts(offer),
    ...(closed_endpoint
      ? [withWords('Proprietary endpoint', closed_endpoint.stated ? 'yes' : 'no', closed_endpoint)]
      : []),
    ...dated('Added', added),
    ...dated('Tracked since', tracking_since),
  ];
}

/** What is known of a model, wherever it is sold; each fact has its source. */
export function modelFacts(model: CatalogModel): Fact[] {
  const { size } = model;
  return [...(size ? [{ label: 'Size', value: size.printed, source: size.source }] : []), ...sharedFacts(model)];
}

/** Facts that offers and models have in common, and by which they are held against each other. */
export function sharedFacts(facts: Partial<StatedFacts>): Fact[] {
  const {
    context_window,
    max_output,
    modalities,
    capabilities = {},
    weights,
    released,
    knowledge_until,
    retired,
  } = facts;
  const tokens = (label: string, fact: CatalogOffer['max_output']): Fact[] =>
    fact ? [withWords(label, `${groupDigits(String(fact.tokens))} tokens`, fact)] : [];
  return [
    ...tokens('Context window', context_window),
    ...tokens('Longest answer', max_output),
    ...(modalities
      ? [
          { label: 'Takes', value: listWords(modalities.input), source: modalities.source },
          { label: 'Gives', value: listWords(modalities.output), source: modalities.source },
        ]
      : []),
    ...(Object.keys(CAPABILITY_WORDS) as Capability[]).flatMap((id) => {
      const fact = capabilities[id];
      return fact ? [withWords(CAPABILITY_WORDS[id], fact.stated ? 'yes' : 'no', fact)] : [];
    }),
    ...(weights ? [withWords('Open weights', weightsValue(weights), weights)] : []),
    ...dated('Released', released),
    ...dated('Knows until', knowledge_until),
    ...dated('Retirement', retired),
  ];
}

function dated(label: string, fact: CatalogOffer['added']): Fact[] {
  return fact ? [withWords(label, dateWords(fact.date), fact)] : [];
}

function weightsValue({ open, licence }: NonNullable<CatalogOffer['weights']>): string {
  return `${open ? 'yes' : 'no'}${licence ? `, ${licence}` : ''}`;
}

function withWords(
  label: string,
  value: string,
  { printed, reading, source }: { readonly printed?: string; readonly reading?: string; readonly source: string },
): Fact {
  return {
    label,
    value,
    ...(printed === undefined || printed === value ? {} : { printed }),
    ...(reading === undefined ? {} : { reading }),
    source,
  };
}
