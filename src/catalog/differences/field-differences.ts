import { Decimal } from '../../engine/decimal.ts';
import type { Catalog, CatalogModel } from '../catalog.ts';
import type { DifferenceKind, StatedValue } from './difference.ts';
import { explain, stated } from './explain.ts';
import { modelStatements } from './model-statements.ts';
import type { Statement } from './statement.ts';

/** A field on which sources differ: each value with those who state it, and why they differ as far as is known. */
export interface FieldDifferences {
  readonly id: string;
  readonly label: string;
  /** Numbers from the smallest up; words as they come. */
  readonly values: readonly StatedValue[];
  /** Without what nothing explains. */
  readonly why: readonly { readonly kind: DifferenceKind; readonly text: string }[];
}

/** Everything that a model's offers and its maker state differently, field by field. */
export function fieldDifferences(catalog: Catalog, model: CatalogModel, at?: string): FieldDifferences[] {
  return [...modelStatements(catalog, model, at).values()].flatMap(differencesOf);
}

/** What differs between statements about one field; nothing where all say the same. */
export function differencesOf(said: readonly Statement[]): FieldDifferences[] {
  const values = [...new Set(said.map(({ value }) => value))].sort(byNumber);
  const [first] = said;
  if (!first || values.length < 2) return [];
  const why = explain(said).filter(({ kind }) => kind !== 'unexplained');
  return [
    {
      id: first.field.id,
      label: first.field.label,
      values: values.map((value) => stated(value, said.map(withoutRepetition))),
      why: [...new Map(why.map(({ kind, text }) => [text, { kind, text }])).values()],
    },
  ];
}

function byNumber(a: string, b: string): number {
  const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);
  return isNumber(a) && isNumber(b) ? new Decimal(a).cmp(b) : 0;
}

/** A statement without printed words that give the same number in other clothes: `limits.context: 128000`. */
function withoutRepetition(statement: Statement): Statement {
  const { printed, ...rest } = statement;
  const digits = (text: string): string => text.replaceAll(',', '');
  const repeats =
    printed === undefined ||
    printed === statement.shown ||
    (/^\d{4,}$/.test(statement.value) && digits(printed).includes(statement.value));
  return repeats ? rest : statement;
}
