import type { Catalog, CatalogOffer } from './catalog.ts';
import { nearest } from './nearest.ts';
import { CAPABILITIES, MODALITIES } from './schema/fact.ts';
import { ProviderFile } from './schema/provider-file.ts';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition on offers: `context>=128000`, `can=vision`. */
export interface Where {
  readonly field: WhereField;
  readonly operator: Operator;
  readonly value: string;
}

type Read = (offer: CatalogOffer, catalog: Catalog) => readonly string[] | number | null;

/** What offers can be chosen by; a field that an offer does not state fits no condition but `!=`. */
const FIELDS = {
  provider: (offer) => [offer.provider],
  kind: (offer, catalog) => [catalog.providers.get(offer.provider)?.kind ?? ''],
  lab: (offer) => [offer.model.slice(0, offer.model.indexOf('/'))],
  model: (offer) => [offer.model, offer.model.slice(offer.model.indexOf('/') + 1)],
  can: (offer) => CAPABILITIES.filter((name) => offer.capabilities?.[name]?.stated),
  input: (offer) => offer.modalities?.input ?? [],
  output: (offer) => offer.modalities?.output ?? [],
  weights: (offer, catalog) => {
    const weights = catalog.models.get(offer.model)?.weights ?? offer.weights;
    return weights ? [weights.open ? 'open' : 'closed'] : [];
  },
  currency: (offer) => [offer.currency],
  context: (offer) => offer.context_window?.tokens ?? null,
  max_output: (offer) => offer.max_output?.tokens ?? null,
} as const satisfies Record<string, Read>;

export type WhereField = keyof typeof FIELDS;

export const WHERE_FIELDS = Object.keys(FIELDS) as readonly WhereField[];

const NUMERIC: ReadonlySet<WhereField> = new Set(['context', 'max_output']);

/** Reads `field operator value`; what is wrong with it, in words, where it is not that. */
export function parseWhere(text: string): Where | string {
  const [, field = '', operator = '', value = ''] = /^\s*([a-z_]+)\s*(!=|<=|>=|=|<|>)\s*(.+?)\s*$/.exec(text) ?? [];
  if (field === '') return `"${text}" is not a condition; expected one such as context>=128000 or can=vision`;
  if (!Object.hasOwn(FIELDS, field)) return `"${field}" is not a field; expected one of ${WHERE_FIELDS.join(', ')}`;
  const known = field as WhereField;
  if (NUMERIC.has(known) ? !/^\d+$/.test(value) : operator !== '=' && operator !== '!=') {
    return NUMERIC.has(known)
      ? `${field} is compared with a whole number; found "${value}"`
      : `${field} is compared by = or !=; found "${operator}"`;
  }
  return { field: known, operator: operator as Operator, value };
}

/** The words that a field may have, whether or not an offer has them today. */
const WORDS: Partial<Record<WhereField, readonly string[]>> = {
  kind: ProviderFile.shape.kind.options,
  can: CAPABILITIES,
  input: MODALITIES,
  output: MODALITIES,
  weights: ['open', 'closed'],
};

/** Why a condition is a slip of the pen: no offer could fit it, or fail it, by the word that it names. Else null. */
export function strangeWord({ field, value }: Where, catalog: Catalog): string | null {
  if (NUMERIC.has(field)) return null;
  const known = new Set(WORDS[field]);
  const words = FIELDS[field] as (offer: CatalogOffer, catalog: Catalog) => readonly string[];
  for (const offer of catalog.offers.values()) for (const word of words(offer, catalog)) known.add(word);
  if (known.has(value)) return null;
  const meant = nearest(value, known);
  return `no offer has ${field}=${value}${meant === null ? '' : `; did you mean ${field}=${meant}?`}`;
}

/** Whether an offer fits a condition. */
export function fits(offer: CatalogOffer, { field, operator, value }: Where, catalog: Catalog): boolean {
  const found = (FIELDS[field] as Read)(offer, catalog);
  if (found === null) return operator === '!=';
  if (typeof found !== 'number') return found.includes(value) === (operator === '=');
  const wanted = Number(value);
  return COMPARE[operator](found, wanted);
}

const COMPARE: Record<Operator, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
