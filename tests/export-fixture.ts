import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { assemble } from '../src/catalog/assemble.ts';
import type { Catalog, CatalogOffer } from '../src/catalog/catalog.ts';
import { locatedText } from '../src/catalog/problem.ts';
import {
  type Bill,
  type BillOptions,
  type Offer,
  tryPriceUsage,
  tryReadCard,
  type UsageGroup,
} from '../src/engine/index.ts';

const GOLDENS = new URL('./goldens/export/', import.meta.url);

/** Compares a text with a file of `goldens/export`; writes it instead where `UPDATE_GOLDENS` is set. */
export function expectGolden(name: string, text: string): void {
  const file = new URL(name, GOLDENS);
  if (process.env['UPDATE_GOLDENS']) {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${name} is missing; UPDATE_GOLDENS=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const METERS = `
meters:
  - { id: messages, one: message, many: messages, implied: "1" }
  - { id: requests, one: request, many: requests, implied: "1" }
  - { id: input_tokens, one: input token, many: input tokens }
  - { id: cache_read_tokens, one: cached input token, many: cached input tokens, within: [input_tokens] }
  - { id: output_tokens, one: output token, many: output tokens }
  - { id: output_reasoning_tokens, one: reasoning token, many: reasoning tokens, within: [output_tokens] }
  - { id: web_searches, one: web search, many: web searches }
  - { id: compute_seconds, one: second of compute, many: seconds of compute }
  - { id: storage_gb_days, one: gigabyte-day of storage, many: gigabyte-days of storage }
`;

const PROVIDER = `
name: Acme
kind: gateway
home: https://acme.example
currency: USD
funding:
  - { method: card, fee: { percent: "5.5", minimum: "0.80", charged: on_top }, purchase: { minimum: "5" }, source: terms }
sources:
  terms: { url: "https://acme.example/terms", retrieved: 2026-11-01 }
`;

const MODEL = `
name: Small
lab_name: Lab One
family: Small
released: { date: 2026-03-17, source: maker }
context_window: { tokens: 128000, source: maker }
sources:
  maker: { url: "https://lab.example/small", retrieved: 2026-11-01 }
`;

const OFFER = `
model: lab/small
model_id: "@acme/small"
name: Acme Small
context_window: { tokens: 128000, source: page }
checked: 2026-11-20
periods:
  - from: null
    until: 2026-11-01
    rates:
      - { meter: input_tokens, price: "0.40", per: 1000000, source: page }
  - from: 2026-11-01
    until: null
    rates:
      - meter: input_tokens
        price: "0.35"
        per: 1000000
        spec: per 1M prompt tokens
        tiers: { kind: cliff, subject: input_tokens, boundary: exclusive, steps: [{ over: "200000", price: "0.70" }] }
        source: page
      - { meter: cache_read_tokens, price: "0.035", per: 1000000, source: page }
      - { meter: output_tokens, price: "1.40", per: 1000000, source: page }
      - { meter: output_tokens, price: "0.60", per: 1000000, when: { service_tier: flex, dates: { until: 2027-01-01 } }, source: page }
      - { meter: web_searches, price: "10", per: 1000, label: Web Search, source: page, reading: read as for each search }
      - { meter: compute_seconds, price: "0.04", per: 3600, block: { minimum: "10" }, source: page }
      - meter: storage_gb_days
        price: "0.10"
        per: 1
        tiers: { kind: graduated, span: month, steps: [{ over: "10", price: "0.08" }, { over: "100.5", price: "0.05" }] }
        source: page
      - { meter: messages, state: included, source: page }
      - { meter: output_reasoning_tokens, state: unpublished, when: { mode: deep }, source: page }
    multipliers:
      - { label: Batch, factor: "0.5", meters: [input_tokens, output_tokens], when: { service_tier: batch }, source: page }
    allowances:
      - { label: Free searches, meters: [web_searches], quantity: "100", span: month, source: page }
    fees:
      - { kind: percent, label: Platform fee, percent: "5", base: usage_cost, source: page }
      - { kind: recurring, label: Plan, amount: "20", span: month, when: { plan: pro }, source: page }
    credits:
      - { label: Welcome, amount: "0.25", span: once, source: page }
sources:
  page: { url: "https://acme.example/prices?a=1&b=2", retrieved: 2026-11-20, title: "Prices | Acme" }
`;

const SECOND = `
model: lab/small
model_id: small
name: Small by the message
checked: 2026-11-20
periods:
  - from: null
    until: null
    rates:
      - { meter: messages, price: "0.0019", per: 1, label: Per Message, source: page }
      - { meter: web_searches, state: unpublished, source: page }
    request_rounding: { increment: "0.001", mode: up, source: page }
sources:
  page: { url: "https://beta.example/small", retrieved: 2026-11-19 }
`;

const TEXTS: Readonly<Record<string, string>> = {
  'meters.yaml': METERS,
  'providers/acme.yaml': PROVIDER,
  'providers/beta.yaml': 'name: Beta\nkind: host\nhome: https://beta.example\ncurrency: USD\nsources: {}\n',
  'models/lab/small.yaml': MODEL,
  'offers/acme/small.yaml': OFFER,
  'offers/beta/small.yaml': SECOND,
};

/** Builds a catalog; a problem in its files fails the test. */
export function catalogOf(texts: Readonly<Record<string, string>>): Catalog {
  const { catalog, problems } = assemble(Object.entries(texts).map(([path, text]) => ({ path, text })));
  expect(problems.map(locatedText)).toEqual([]);
  return catalog;
}

/** A small catalog with rates, tiers and rules of most kinds. */
export function smallCatalog(): Catalog {
  return catalogOf(TEXTS);
}

/** The small catalog with one text of its files put in place of another. */
export function catalogWith(path: string, from: string, to: string): Catalog {
  const text = TEXTS[path] ?? '';
  expect(text).toContain(from);
  return catalogOf({ ...TEXTS, [path]: text.replaceAll(from, () => to) });
}

export function offerIn(catalog: Catalog, id: string): CatalogOffer {
  const offer = catalog.offers.get(id);
  if (!offer) throw new Error(`the catalog has no offer ${id}`);
  return offer;
}

/** Usage of the small catalog's first offer that touches most of its rules; 37 tokens have no price. */
export const GROUPS: readonly UsageGroup[] = [
  {
    requests: 1000,
    usage: { input_tokens: 8000, cache_read_tokens: 6000, output_tokens: 500, web_searches: 2 },
    when: { service_tier: 'batch' },
  },
  { requests: 3, usage: { input_tokens: 250_001, output_tokens: 1000 } },
  { usage: { compute_seconds: '7.5', storage_gb_days: '120.5' } },
];

/** The bill of a question; a problem fails the test. */
export function billOf(offer: Offer, groups: readonly UsageGroup[], options: BillOptions): Bill {
  const result = tryPriceUsage(offer, groups, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.bill;
}

type Raw = Record<string, unknown>;

/** Every question of `tests/cases` that has a bill, with its offer. */
export function caseBills(): { name: string; offer: Offer; bill: Bill }[] {
  const folder = new URL('./cases/', import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const { cards = {}, cases } = parse(readFileSync(new URL(file, folder), 'utf8')) as {
      cards?: Record<string, Raw>;
      cases: { name: string; card: string | Raw; usage?: unknown; groups?: unknown; options?: Raw }[];
    };
    return cases.flatMap(({ name, card, usage, groups, options }) => {
      const offer = cardOffer(typeof card === 'string' ? (cards[card] ?? {}) : card);
      const asked = { at: '2026-11-20', ...options } as unknown as BillOptions;
      tryReadCard(offer);
      const result = tryPriceUsage(offer, (groups ?? [{ usage }]) as UsageGroup[], asked);
      return 'bill' in result ? [{ name: `${file}: ${name}`, offer, bill: result.bill }] : [];
    });
  });
}

/** A card as the cases write it: with periods, or with the rules of the only one. */
function cardOffer(card: Raw): Offer {
  const { id, provider, model, currency, funding, periods, ...only } = card;
  const all = ((periods as Raw[] | undefined) ?? [only]).map((period) => ({ from: null, until: null, ...period }));
  const terms = (funding as Raw[] | undefined)?.map((one) => ({ method: 'any', source: 'page', ...one }));
  return {
    id: id ?? 'acme/model',
    provider: provider ?? 'acme',
    model: model ?? 'model',
    currency: currency ?? 'USD',
    periods: all,
    ...(terms ? { funding: terms } : {}),
    sources: { page: { url: 'https://example.com/prices', retrieved: '2026-11-01' } },
  } as unknown as Offer;
}
