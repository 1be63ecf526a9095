import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DifferenceKind } from '../src/catalog/differences/difference.ts';
import { DIFFERENCE_LABELS } from '../src/catalog/differences/difference-words.ts';
import { explain } from '../src/catalog/differences/explain.ts';
import type { FieldKind, PriceCard, Speaker, Statement } from '../src/catalog/differences/statement.ts';
import type { Period } from '../src/engine/index.ts';

interface Said {
  readonly value: string;
  readonly shown?: string;
  /** Absent: an offer of the statement's own. */
  readonly of?: string | null;
  readonly kind?: NonNullable<Speaker['kind']>;
  readonly as_of?: string;
  readonly context?: string;
  readonly example?: 'playground' | 'sample';
  readonly card?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly rates?: Period['rates'];
  readonly multipliers?: NonNullable<Period['multipliers']>;
  readonly earlier?: PriceCard['earlier'];
}

interface Case {
  readonly name: string;
  readonly field: string;
  readonly said: readonly Said[];
  readonly expect: readonly {
    kind: DifferenceKind;
    values: readonly string[];
    by?: readonly string[][];
    text?: string;
  }[];
}

const KINDS: readonly [RegExp, FieldKind][] = [
  [/^price\//, 'price'],
  [/^billing$/, 'billing'],
  [/^(context_window|max_output)$/, 'tokens'],
  [/^capabilities\//, 'capability'],
  [/^weights$/, 'weights'],
  [/^(released|knowledge_until)$/, 'date'],
  [/^modalities\//, 'modalities'],
  [/^parameters\//, 'parameter'],
  [/^(name|model_id)$/, 'name'],
];

function statement(field: string, said: Said, index: number): Statement {
  const letter = 'abcdefg'.charAt(index);
  const kind = KINDS.find(([pattern]) => pattern.test(field))?.[1];
  if (!kind) throw new Error(`no kind of field is known for ${field}`);
  const { value, shown = value, of = letter, kind: seller, as_of, context, example, from = null } = said;
  const meter = field.startsWith('price/') ? field.slice('price/'.length) : undefined;
  const period: Period = { from, until: null, rates: said.rates ?? [], multipliers: said.multipliers ?? [] };
  return {
    field: { id: field, kind, label: field },
    value,
    shown,
    speaker: { name: letter, offer: of, ...(seller ? { kind: seller } : {}) },
    source: 'page',
    ...(as_of === undefined ? {} : { as_of }),
    ...(context === undefined ? {} : { context }),
    ...(example === undefined ? {} : { example }),
    ...(meter === undefined ? {} : { meter }),
    ...(said.card ? { card: { plain: new Map(Object.entries(said.card)), period, earlier: said.earlier ?? [] } } : {}),
  };
}

const cases = ['cases', 'edges'].flatMap(
  (name) => parse(readFileSync(new URL(`./differences/${name}.yaml`, import.meta.url), 'utf8')) as readonly Case[],
);

describe('why statements differ', () => {
  test.each(cases)('$name', ({ field, said, expect: expected }) => {
    const found = explain(said.map((one, index) => statement(field, one, index)));
    const brief = found.map(({ kind, values, text }, index) => ({
      kind,
      values: values.map(({ value }) => value),
      ...(expected[index]?.by === undefined ? {} : { by: values.map(({ by }) => by.map(({ name }) => name)) }),
      ...(expected[index]?.text === undefined ? {} : { text }),
    }));
    expect(brief).toEqual(expected);
  });

  test('nothing that is stated is no difference', () => {
    expect(explain([])).toEqual([]);
  });

  test('a price without its meter is held against no rule of a card', () => {
    const card = {
      plain: new Map([['input_tokens', '3']]),
      period: { from: null, until: null, rates: [] },
      earlier: [],
    };
    const said = ['6', '3'].map((value, index) => {
      const { meter: _, ...rest } = statement('price/input_tokens', { value }, index);
      return { ...rest, card };
    });
    expect(explain(said).map(({ text }) => text)).toEqual(['nothing known links 6 and 3']);
  });

  test('every kind stands in a case', () => {
    const kinds = new Set(cases.flatMap((one) => one.expect.map(({ kind }) => kind)));
    expect(Object.keys(DIFFERENCE_LABELS).filter((kind) => !kinds.has(kind as DifferenceKind))).toEqual([]);
  });

  test.each(cases)('$name: the order in which things are said does not matter', ({ field, said }) => {
    const linked = (list: readonly Statement[]): unknown => {
      const found = explain(list);
      const apart = found.filter(({ kind }) => kind === 'unexplained').map(({ values }) => values.length);
      return { apart, values: [...new Set(found.flatMap(({ values }) => values.map(({ value }) => value)))].sort() };
    };
    const list = said.map((one, index) => statement(field, one, index));
    expect(linked([...list].reverse())).toEqual(linked(list));
  });
});
