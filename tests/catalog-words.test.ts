import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimDifferences } from '../src/catalog/differences/claim-differences.ts';
import { fieldDifferences } from '../src/catalog/differences/field-differences.ts';
import { modelDifferences } from '../src/catalog/differences/model-differences.ts';
import { modelStatements, nameStatements, speakerOf } from '../src/catalog/differences/model-statements.ts';
import { priceStatements } from '../src/catalog/differences/price-statements.ts';
import { modelDescription, offerDescription, providerDescription } from '../src/catalog/words/description.ts';
import { type Fact, modelFacts, offerFacts } from '../src/catalog/words/offer-facts.ts';
import { offerQuestions, type QuestionExample } from '../src/catalog/words/questions.ts';
import { rateRows } from '../src/catalog/words/rate-rows.ts';
import { catalogOf, offerIn } from './export-fixture.ts';

interface OfferWords {
  readonly description: string;
  readonly rows: readonly string[];
  readonly facts: readonly string[];
  readonly questions: readonly string[];
  readonly claims: readonly string[];
  readonly example?: QuestionExample;
}

interface ModelWords {
  readonly description: string;
  readonly facts: readonly string[];
  readonly statements: readonly string[];
  readonly differences: readonly string[];
}

const words = parse(readFileSync(new URL('./catalog-words.yaml', import.meta.url), 'utf8')) as {
  files: Readonly<Record<string, string>>;
  offers: Readonly<Record<string, OfferWords>>;
  models: Readonly<Record<string, ModelWords>>;
  providers: Readonly<Record<string, string>>;
};
const METERS = readFileSync(new URL('../data/meters.yaml', import.meta.url), 'utf8');
const AT = '2026-11-20';

const small = () => catalogOf({ 'meters.yaml': METERS, ...words.files });
const line = (parts: readonly (string | null | undefined)[]): string => parts.map((part) => part ?? '-').join(' | ');
const factLine = ({ label, value, printed, reading, source }: Fact): string =>
  line([label, value, source, ...(printed ? [`"${printed}"`] : []), ...(reading ? [reading] : [])]);

describe.each(Object.entries(words.offers))('%s', (id, { description, rows, facts, questions, claims, example }) => {
  test('its rate card, row by row', () => {
    const catalog = small();
    const offer = offerIn(catalog, id);
    const period = offer.periods.at(-1);
    const found = period ? rateRows(offer, period, catalog.meters) : [];
    expect(
      found.map(({ kind, type, spec, rate, path, source, reading }) =>
        line([kind, type, spec, rate, path, source, ...(reading ? [reading] : [])]),
      ),
    ).toEqual(rows);
  });

  test('its facts, its questions and what it is in a sentence', () => {
    const catalog = small();
    const offer = offerIn(catalog, id);
    expect(offerDescription(offer, catalog, AT)).toBe(description);
    expect(offerFacts(offer).map(factLine)).toEqual(facts);
    const asked = offerQuestions(offer, catalog, AT, example);
    expect(asked.map(({ question, answer, sources }) => `${question} ${answer} [${sources.join(' ')}]`)).toEqual(
      questions,
    );
  });

  test('what it prints that is no rate', () => {
    const catalog = small();
    const found = claimDifferences(catalog, offerIn(catalog, id));
    expect(
      found.map(({ kind, field, values, text }) =>
        line([kind, field.id, field.label, values.map(({ shown }) => shown).join(' and '), text]),
      ),
    ).toEqual(claims);
  });
});

describe.each(Object.entries(words.models))('%s', (id, { description, facts, statements, differences }) => {
  test('its facts, and what it is in a sentence', () => {
    const catalog = small();
    const model = catalog.models.get(id);
    if (!model) throw new Error(`no model ${id}`);
    expect(modelDescription(model, catalog)).toBe(description);
    expect(modelFacts(model).map(factLine)).toEqual(facts);
  });

  test('what its sellers and its maker state, and where they differ', () => {
    const catalog = small();
    const model = catalog.models.get(id);
    if (!model) throw new Error(`no model ${id}`);
    const said = [...modelStatements(catalog, model, AT).values(), ...nameStatements(catalog, model).values()].flat();
    expect(
      said.map(({ field, value, shown, speaker, source, printed, as_of, context, example }) =>
        line([
          field.id,
          field.kind,
          field.label,
          value,
          shown,
          speaker.name,
          speaker.offer,
          source,
          printed,
          as_of,
          context,
          example,
        ]),
      ),
    ).toEqual(statements);
    expect(
      fieldDifferences(catalog, model, AT).map(({ id, label, values, why }) => {
        const voices = values.map(({ shown, by }) => {
          const names = by.map(({ name, printed }) => (printed ? `${name} "${printed}"` : name));
          return `${shown} by ${names.join(', ')}`;
        });
        return line([id, label, voices.join('; '), why.map(({ kind, text }) => `${kind}: ${text}`).join('; ')]);
      }),
    ).toEqual(differences);
  });
});

test.each(Object.entries(words.providers))('%s in a sentence', (id, description) => {
  const catalog = small();
  const provider = catalog.providers.get(id);
  expect(provider && providerDescription(provider, catalog)).toBe(description);
});

test('what nothing explains is a difference too', () => {
  const catalog = small();
  const model = catalog.models.get('lab/two');
  const found = model ? modelDifferences(catalog, model, AT) : [];
  expect(found.map(({ kind, field, text }) => [kind, field.id, text])).toEqual([
    ['unexplained', 'weights', 'nothing known links yes and no'],
  ]);
});

test('the price of a statement knows its whole card, and the prices before it', () => {
  const catalog = small();
  const offer = offerIn(catalog, 'acme/one');
  const [input] = priceStatements(offer, catalog, speakerOf(offer, catalog), AT);
  expect(input?.speaker).toEqual({ name: 'Acme', offer: 'acme/one', kind: 'gateway', model_id: 'lab-one' });
  expect(Object.fromEntries(input?.card?.plain ?? [])).toEqual({
    input_tokens: '0.35',
    output_tokens: '1400',
    web_searches: '0.01',
    compute_seconds: '0.04',
    storage_gb_days: '0.1',
  });
  expect(input?.card?.period).toBe(offer.periods[1]);
  expect(input?.card?.earlier).toEqual([{ meter: 'input_tokens', price: '9', until: '2026-06-01' }]);
  const before = priceStatements(offer, catalog, speakerOf(offer, catalog), '2026-05-31');
  expect(before.map(({ meter, value, card }) => [meter, value, card?.earlier])).toEqual([['input_tokens', '9', []]]);
  const turned = { ...offer, periods: [...offer.periods].reverse() };
  const [first] = priceStatements(turned, catalog, speakerOf(offer, catalog), '2026-05-31');
  expect([first?.value, first?.card?.earlier]).toEqual(['9', []]);
});
