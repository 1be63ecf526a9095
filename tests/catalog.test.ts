import { describe, expect, test } from 'vitest';
import type { Catalog } from '../src/catalog/catalog.ts';
import { isStale } from '../src/catalog/claims/trust.ts';
import { find } from '../src/catalog/find.ts';
import { findOffer, isNotFound } from '../src/catalog/find-offer.ts';
import { offersOf } from '../src/catalog/offers-of.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { search } from '../src/catalog/search.ts';
import { compare, priceUsage } from '../src/engine/index.ts';

const AT = '2026-11-20';
const { catalog, problems } = readCatalog('data');

describe('the whole catalog', () => {
  test('has no problems, and the breadth of the public datasets', () => {
    expect(problems).toEqual([]);
    expect(catalog.offers.size).toBeGreaterThan(9000);
    expect(catalog.providers.size).toBeGreaterThan(200);
    expect(catalog.models.size).toBeGreaterThan(2000);
  });

  test('gives every offer a model, a provider, a source for each rate and a state of trust', () => {
    const lost = [...catalog.offers.values()].filter(
      ({ model, provider, periods, sources }) =>
        !catalog.models.has(model) ||
        !catalog.providers.has(provider) ||
        periods.some(({ rates }) => rates.some(({ source }) => !Object.hasOwn(sources, source))),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
    const states = new Set([...catalog.offers.values()].map(({ trust }) => trust.state));
    expect([...states].sort()).toEqual(['checked', 'corroborated', 'disputed', 'imported']);
  });

  test('lets an offer that was checked by hand keep its card, and says who differs', () => {
    const offer = catalog.offers.get('openrouter/mistral-small-3.1-24b-instruct');
    expect(offer?.trust.state).toBe('checked');
    expect(offer?.trust.disputes).toMatchObject([
      {
        meter: 'input_tokens',
        opinions: [{ price: '0.351' }, { source: 'upstream/genai_prices', price: '0.05' }, { price: '0.351' }],
      },
      {
        meter: 'output_tokens',
        opinions: [{ price: '0.555' }, { source: 'upstream/genai_prices', price: '0.15' }, { price: '0.555' }],
      },
    ]);
  });

  test('shows what two datasets that differ say, and which is used', () => {
    const disputed = [...catalog.offers.values()].filter(({ trust }) => trust.state === 'disputed');
    expect(disputed.length).toBeGreaterThan(50);
    for (const { trust, sources } of disputed) {
      for (const { opinions } of trust.disputes) {
        expect(new Set(opinions.map(({ price }) => price)).size).toBeGreaterThan(1);
        for (const { source } of opinions) expect(sources).toHaveProperty([source]);
      }
    }
  });

  test("lets an imported offer be paid as its provider's own page says", () => {
    const offer = catalog.offers.get('openrouter/openai-o1-pro');
    if (!offer) throw new Error('expected the offer');
    expect(offer.trust.state).not.toBe('checked');
    const { usage_total, total, fees, sources } = priceUsage(offer, [{ usage: { input_tokens: 1_000_000 } }], {
      at: AT,
    });
    // 150 and 5.5% of it, which is above the least fee of 0.80.
    expect([usage_total, total]).toEqual(['150', '158.25']);
    expect(fees).toMatchObject([{ amount: '8.25', source: 'provider/faq' }]);
    expect(sources['provider/faq']?.url).toBe('https://openrouter.ai/docs/faq');
    for (const { provider, currency, funding } of catalog.offers.values()) {
      const seller = catalog.providers.get(provider);
      if (seller?.currency === currency) expect(funding?.length).toBe(seller.funding?.length);
    }
  });

  test('ranks no price of zero that nothing calls free', () => {
    const usage = { input_tokens: 1000, output_tokens: 1000 };
    const { rows } = compare([...catalog.offers.values()], [{ usage }], { at: AT, meters: catalog.meters });
    const zeros = rows.filter(({ total }) => total === '0').map(({ offer }) => catalog.offers.get(offer));
    expect(zeros.length).toBeGreaterThan(0);
    const unexplained = zeros.filter(
      (offer) => !offer?.periods.every(({ rates }) => rates.every((rate) => rate.state === 'included' && rate.reading)),
    );
    expect(unexplained.map((offer) => offer?.id)).toEqual([]);
  });

  test.each([
    ['anthropic/claude-sonnet-4.5', 40, /opus|haiku|4\.1|sonnet-4(?![.-]?5)|3\.[57]/],
    ['openai/gpt-4o-mini', 20, /audio|realtime|transcribe|tts|search/],
    ['deepseek/deepseek-v3', 10, /v3\.[12]|0324|r1/],
    ['meta/llama-3.3-70b-instruct', 40, /3\.1|8b|405b|r1|nemotron/],
    ['mistralai/mistral-small-3.1', 10, /3\.2|2506|2501|small-3-24b/],
  ])('groups the sellers of %s, and none of another', (model, least, others) => {
    const ids = offersOf(catalog, model).map(({ model_id }) => model_id.toLowerCase());
    expect(ids.length).toBeGreaterThanOrEqual(least);
    expect(ids.filter((id) => others.test(id))).toEqual([]);
  });

  test('finds by id, by provider and API id, and by words', () => {
    for (const name of [
      'openai/gpt-4o',
      'openai:gpt-4o',
      'aws:anthropic.claude-3-haiku-20240307-v1:0',
      'amazon-bedrock:anthropic.claude-3-haiku-20240307-v1:0',
    ]) {
      const found = findOffer(catalog, name);
      if (name.startsWith('aws')) expect(isNotFound(found)).toBe(true);
      else expect(isNotFound(found), name).toBe(false);
    }
    const hits = search(catalog, 'claud sonet 4.5').slice(0, 5);
    expect(hits.map(({ kind, id }) => `${kind} ${id}`)).toContain('model anthropic/claude-sonnet-4.5');
  });

  test('finds by the rules of public datasets what no name finds, and says so', () => {
    const ruled = (name: string, at: Catalog = catalog): unknown => {
      const found = find(at, name);
      if (found.kind === 'offer') return [found.by, found.offer.id];
      return found.kind === 'ambiguous' ? [found.by, ...found.candidates] : found.kind;
    };
    expect(ruled('anthropic:claude-3-haiku-20240307-v1')).toEqual(['rule', 'anthropic/claude-3-haiku']);
    expect(ruled('claude-sonnet-4-5-20250929-preview')).toEqual(['rule', 'anthropic/claude-sonnet-4-5']);
    expect(ruled('openai:gpt-4o')).toEqual(['name', 'openai/gpt-4o']);
    expect(ruled('anthropic:gpt-4o-2031')).toBe('unknown');

    const haiku = catalog.offers.get('anthropic/claude-3-haiku');
    const sonnet = catalog.offers.get('anthropic/claude-sonnet-4-5');
    if (!haiku || !sonnet) throw new Error('the catalog has neither of the two offers');
    const match = { contains: 'claude' };
    const both = [haiku, sonnet].map((offer) => [offer.id, { ...offer, match }] as const);
    expect(ruled('claude-nova-9', { ...catalog, offers: new Map(both) })).toEqual(['rule', haiku.id, sonnet.id]);
  });

  test('calls a source stale after ninety days', () => {
    expect(isStale({ as_of: '2026-08-22' }, AT)).toBe(false);
    expect(isStale({ as_of: '2026-08-21' }, AT)).toBe(true);
  });
});
