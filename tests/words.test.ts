import { describe, expect, test } from 'vitest';
import type { CatalogOffer } from '../src/catalog/catalog.ts';
import { offersBy, offersOf } from '../src/catalog/offers-of.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { compareNames } from '../src/catalog/words/by-name.ts';
import { dateWords } from '../src/catalog/words/date.ts';
import { modelDescription, offerDescription, providerDescription } from '../src/catalog/words/description.ts';
import { fundingRows } from '../src/catalog/words/funding-rows.ts';
import { modelFacts } from '../src/catalog/words/offer-facts.ts';
import { offerQuestions } from '../src/catalog/words/questions.ts';
import { tryPriceUsage } from '../src/engine/index.ts';
import { modelsTwin } from '../src/site/twins/index-twins.ts';
import { modelTwin } from '../src/site/twins/model-twin.ts';

const { catalog } = readCatalog('data');
const AT = '2026-11-20';
const EXAMPLE = {
  group: { requests: '30000', usage: { input_tokens: '1200', cache_read_tokens: '800', output_tokens: '300' } },
  words: '30,000 requests of 1,200 input tokens, 800 of them cached, and 300 output tokens',
};

/** Every number in a text, without separators and trailing zeros. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([number]) => {
    const plain = number.replaceAll(',', '').replace(/^0+(?=\d)/, '');
    return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  });
}

/** The numbers that a text may hold: those of the data that it is about, and the sizes of what prices are per. */
function allowed(data: unknown): Set<string> {
  const text = JSON.stringify(data);
  const millions = [...text.matchAll(/"per":(\d+)000000\b/g)].map(([, count = '']) => count);
  return new Set([...numbersIn(text), ...millions]);
}

function strangers(text: string, known: ReadonlySet<string>): string[] {
  return numbersIn(text).filter((number) => !known.has(number));
}

const questionsOn = new Map(
  [...catalog.offers].map(([id, offer]) => [id, offerQuestions(offer, catalog, AT, EXAMPLE)]),
);

/** What a check says of each offer that it finds something wrong with. */
function wrongOffers(wrong: (offer: CatalogOffer) => readonly string[]): string[] {
  return [...catalog.offers.values()].flatMap((offer) => wrong(offer).map((what) => `${offer.id}: ${what}`));
}
const about = (offer: CatalogOffer): unknown[] => [
  offer,
  catalog.models.get(offer.model),
  catalog.providers.get(offer.provider),
];

test('a month of which no day is given stays one', () => {
  expect([dateWords('2023-12'), dateWords('2023-12-01')]).toEqual(['Dec 2023', '1 Dec 2023']);
});

test('the facts of a model have their words and their source, and an announced end is not called past', () => {
  const model = catalog.models.get('anthropic/claude-sonnet-4.5');
  if (!model) throw new Error('the catalog has no Claude Sonnet 4.5');
  expect(modelFacts(model)).toContainEqual({
    label: 'Retirement',
    value: '30 Nov 2026',
    printed: 'retires on November 30, 2026',
    source: 'anthropic',
  });
});

test('what a seller says of a model is not put down to its maker', () => {
  const model = catalog.models.get('mistralai/mistral-small-3.1');
  if (!model) throw new Error('the catalog has no Mistral Small 3.1');
  const twin = modelTwin(catalog, model, AT);
  expect(twin).toContain('- Size: 24 billion parameters ([aigateway](<https://aigateway.sh>))');
  expect(twin).not.toMatch(/maker/i);
});

test('names stand as people look them up, in every list of them', () => {
  const names = ['Zephyr', 'gpt-10', 'GPT-4', 'aya', 'Étoile', '01-ai', 'Aya 2', 'Fable', '9b'];
  expect(names.toSorted(compareNames)).toEqual([
    '01-ai',
    '9b',
    'aya',
    'Aya 2',
    'Étoile',
    'Fable',
    'GPT-4',
    'gpt-10',
    'Zephyr',
  ]);
  const [one] = catalog.models.values();
  if (!one) throw new Error('no model');
  const models = new Map(names.map((name) => [name, { ...one, id: `lab/${name}`, name }]));
  const lines = modelsTwin({ ...catalog, models }).split('\n');
  const shown = lines.flatMap((line) => /^\| \[(.*?)\]/.exec(line)?.[1] ?? []);
  expect(shown.map((name) => name.replaceAll('\\', ''))).toEqual(names.toSorted(compareNames));
});

describe('words on every offer', () => {
  test('every number of the description is in the data', () => {
    expect(wrongOffers((offer) => strangers(offerDescription(offer, catalog, AT), allowed(about(offer))))).toEqual([]);
  });

  test('every number of an answer is in the data, in the example or from the engine', () => {
    const wrong = wrongOffers((offer) => {
      const priced = tryPriceUsage(offer, [EXAMPLE.group], { at: AT, meters: catalog.meters });
      const known = allowed([about(offer), EXAMPLE, 'bill' in priced ? priced.bill.total : null]);
      return (questionsOn.get(offer.id) ?? []).flatMap(({ question, answer }) =>
        strangers(`${question} ${answer}`, known).map((number) => `${number} in ${answer}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('every answer names sources that exist', () => {
    const wrong = wrongOffers((offer) => {
      const model = catalog.models.get(offer.model)?.sources ?? {};
      const provider = catalog.providers.get(offer.provider)?.sources ?? {};
      return (questionsOn.get(offer.id) ?? []).flatMap(({ question, sources }) => {
        const missing = sources.filter((key) => {
          const [owner, own = ''] = key.split('/');
          return !(
            offer.sources[key] ?? (owner === 'model' ? model[own] : owner === 'provider' ? provider[own] : null)
          );
        });
        return [...missing, ...(sources.length === 0 ? [`no source of ${question}`] : [])];
      });
    });
    expect(wrong).toEqual([]);
  });
});

test('a question without a known fact is not asked', () => {
  const [offer] = catalog.offers.values();
  if (!offer) throw new Error('the catalog is empty');
  const { capabilities: _, context_window: __, endpoints: ___, funding: ____, ...bare } = offer;
  const asked = offerQuestions(bare, catalog, AT).map(({ question }) => question);
  expect(
    asked.filter((question) => /images|tools|JSON|context window|compatible|buying credit/.test(question)),
  ).toEqual([]);
});

test('every number of the description of a model is in the data or counted', () => {
  const wrong = [...catalog.models.values()].flatMap((model) => {
    const offers = offersOf(catalog, model.id);
    const sellers = new Set(offers.map(({ provider }) => provider));
    const known = new Set([...allowed(model), String(offers.length), String(sellers.size)]);
    return strangers(modelDescription(model, catalog), known).map((number) => `${model.id}: ${number}`);
  });
  expect(wrong).toEqual([]);
});

test('every number of the description of a provider is in the data or counted', () => {
  const wrong = [...catalog.providers.values()].flatMap((provider) => {
    const offers = offersBy(catalog, provider.id);
    const models = new Set(offers.map(({ model }) => model));
    const known = new Set([...allowed(provider), String(offers.length), String(models.size)]);
    return strangers(providerDescription(provider, catalog), known).map((number) => `${provider.id}: ${number}`);
  });
  expect(wrong).toEqual([]);
});

test('a way of paying of which nothing but its method is stated has a row', () => {
  const ways = [
    { method: 'invoice', source: 'page' },
    { method: 'any', source: 'page' },
  ];
  expect(fundingRows({ funding: ways, currency: 'USD' })).toMatchObject([
    { path: 'funding/0', type: 'Payment', spec: 'by invoice', rate: 'no fee stated' },
    { path: 'funding/1', type: 'Payment', spec: 'by any method', rate: 'no fee stated' },
  ]);
});
