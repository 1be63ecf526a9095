import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimDifferences } from '../src/catalog/differences/claim-differences.ts';
import type { Difference, DifferenceKind } from '../src/catalog/differences/difference.ts';
import { explain } from '../src/catalog/differences/explain.ts';
import { modelDifferences } from '../src/catalog/differences/model-differences.ts';
import { nameStatements } from '../src/catalog/differences/model-statements.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';

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

const TEXT = readFileSync(new URL('./differences/contradictions.yaml', import.meta.url), 'utf8');
const { models } = parse(TEXT) as {
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
