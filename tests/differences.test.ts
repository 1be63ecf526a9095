import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimDifferences } from '../src/catalog/differences/claim-differences.ts';
import type { Difference, DifferenceKind } from '../src/catalog/differences/difference.ts';
import { DIFFERENCE_LABELS } from '../src/catalog/differences/difference-words.ts';
import { explain } from '../src/catalog/differences/explain.ts';
import { modelDifferences } from '../src/catalog/differences/model-differences.ts';
import { nameStatements } from '../src/catalog/differences/model-statements.ts';
import type { FieldKind, PriceCard, Speaker, Statement } from '../src/catalog/differences/statement.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
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

const read = (name: string): unknown => parse(readFileSync(new URL(`./differences/${name}`, import.meta.url), 'utf8'));
const cases = read('cases.yaml') as readonly Case[];

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

interface Contradiction {
  readonly number: number;
  readonly what: string;
  readonly field?: string;
  readonly claims?: string;
  readonly between?: readonly string[];
  readonly kinds?: readonly DifferenceKind[];
  readonly text?: string;
  readonly not_compared?: string;
}

const { models } = read('contradictions.yaml') as {
  models: readonly { model: string; contradictions: readonly Contradiction[] }[];
};

describe.each(models)('the contradictions of the founding pages on $model', ({ model: id, contradictions }) => {
  const founding = new Set(contradictions.flatMap(({ between = [] }) => between));
  const { catalog: whole } = readCatalog('data');
  const catalog = { ...whole, offers: new Map([...whole.offers].filter(([, offer]) => founding.has(offer.provider))) };
  const model = catalog.models.get(id);
  if (!model) throw new Error(`no model ${id}`);
  const all: Difference[] = [
    ...modelDifferences(catalog, model, '2026-11-20'),
    ...[...nameStatements(catalog, model).values()].flatMap((said) => explain(said)),
  ];

  const compared = contradictions.filter(({ not_compared }) => not_compared === undefined);
  test.each(compared)('$number: $what', ({ field, claims, between = [], kinds, text }) => {
    const offer = catalog.offers.get(claims ?? '');
    const found = offer ? claimDifferences(catalog, offer) : all.filter((difference) => difference.field.id === field);
    const right = found.filter(({ kind }) => kinds?.includes(kind));
    const sellers = right.flatMap(({ values }) => values.flatMap(({ by }) => by.map((voice) => voice.offer)));
    expect(found.length).toBeGreaterThan(0);
    for (const provider of between)
      expect(
        sellers.some((one) => one?.startsWith(`${provider}/`)),
        provider,
      ).toBe(true);
    if (text !== undefined) expect(right.map((difference) => difference.text)).toContain(text);
  });
});

test('all 24 contradictions between the founding pages are there', () => {
  const numbers = new Set(models[0]?.contradictions.map(({ number }) => number));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});
