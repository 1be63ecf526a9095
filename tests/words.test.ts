import { describe, expect, test } from 'vitest';
import { offersBy, offersOf } from '../src/catalog/offers-of.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { modelDescription, offerDescription, providerDescription } from '../src/catalog/words/description.ts';
import { offerQuestions } from '../src/catalog/words/questions.ts';
import { tryPriceUsage } from '../src/engine/index.ts';

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

/** All that was checked by hand, and one of forty of the rest. */
const offers = [...catalog.offers.values()].filter(({ trust }, at) => trust.state === 'checked' || at % 40 === 0);
const some = <T>(all: Iterable<T>): T[] => [...all].filter((_, at) => at % 20 === 0);

describe.each(offers)('words on $id', (offer) => {
  const about = [offer, catalog.models.get(offer.model), catalog.providers.get(offer.provider)];
  const questions = offerQuestions(offer, catalog, AT, EXAMPLE);

  test('every number of the description is in the data', () => {
    expect(strangers(offerDescription(offer, catalog, AT), allowed(about))).toEqual([]);
  });

  test('every number of an answer is in the data, in the example or from the engine', () => {
    const priced = tryPriceUsage(offer, [EXAMPLE.group], { at: AT, meters: catalog.meters });
    const known = allowed([about, EXAMPLE, 'bill' in priced ? priced.bill.total : null]);
    for (const { question, answer } of questions) {
      expect(strangers(`${question} ${answer}`, known), answer).toEqual([]);
    }
  });

  test('every answer names sources that exist', () => {
    const model = catalog.models.get(offer.model)?.sources ?? {};
    const provider = catalog.providers.get(offer.provider)?.sources ?? {};
    for (const { sources } of questions) {
      expect(sources.length).toBeGreaterThan(0);
      for (const key of sources) {
        const [owner, own] = key.split('/');
        const found =
          offer.sources[key] ??
          (owner === 'model' ? model[own ?? ''] : undefined) ??
          (owner === 'provider' ? provider[own ?? ''] : undefined);
        expect(found, key).toBeDefined();
      }
    }
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

test.each(some(catalog.models.values()))(
  'every number of the description of $id is in the data or counted',
  (model) => {
    const offers = offersOf(catalog, model.id);
    const sellers = new Set(offers.map(({ provider }) => provider));
    const known = new Set([...allowed(model), String(offers.length), String(sellers.size)]);
    expect(strangers(modelDescription(model, catalog), known)).toEqual([]);
  },
);

test.each(some(catalog.providers.values()))(
  'every number of the description of $id is in the data or counted',
  (provider) => {
    const offers = offersBy(catalog, provider.id);
    const models = new Set(offers.map(({ model }) => model));
    const known = new Set([...allowed(provider), String(offers.length), String(models.size)]);
    expect(strangers(providerDescription(provider, catalog), known)).toEqual([]);
  },
);
