import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { offerDescription } from '../src/catalog/words/description.ts';
import { offerQuestions } from '../src/catalog/words/questions.ts';
import { offersTable } from '../src/site/twins/offers-table.ts';
import { catalogOf, offerIn } from './export-fixture.ts';

interface Case {
  readonly name: string;
  readonly from?: string;
  readonly until?: string;
  readonly retired?: string;
  /** The tokens of the context window. */
  readonly reads?: number;
  readonly rates: readonly object[];
  readonly words: string;
  /** Absent where no question of its cost can be answered. */
  readonly question?: string;
  readonly input: string;
}

const AT = '2026-11-20';
const METERS = readFileSync(new URL('../data/meters.yaml', import.meta.url), 'utf8');
const cases = parse(readFileSync(new URL('./cost-words.yaml', import.meta.url), 'utf8')) as readonly Case[];

function small({ from, until, retired, reads, rates }: Case) {
  return catalogOf({
    'meters.yaml': METERS,
    'providers/acme.yaml': '{ name: Acme, kind: host, currency: USD, sources: {} }',
    'models/lab/talker.yaml': '{ name: Talker, lab_name: Lab, sources: {} }',
    'offers/acme/talker.yaml': stringify({
      model: 'lab/talker',
      model_id: 'talker',
      name: 'Talker',
      checked: AT,
      ...(reads ? { context_window: { tokens: reads, printed: String(reads), source: 'page' } } : {}),
      ...(retired ? { retired: { date: retired, source: 'page' } } : {}),
      periods: [
        { from: from ?? null, until: until ?? null, rates: rates.map((rate) => ({ ...rate, source: 'page' })) },
      ],
      sources: { page: { url: 'https://acme.example', retrieved: AT } },
    }),
  });
}

test.each(cases)('$name', (one) => {
  const catalog = small(one);
  const offer = offerIn(catalog, 'acme/talker');
  expect(offerDescription(offer, catalog, AT)).toBe(`${one.words} Checked against its page on 20 Nov 2026.`);
  const imported = { ...offer, trust: { ...offer.trust, state: 'imported' as const } };
  expect(offerDescription(imported, catalog, AT)).toBe(
    `${one.words} ${one.question ? 'The price is from one public dataset' : 'One public dataset lists it'}, as of 20 Nov 2026.`,
  );
  const costs = offerQuestions(offer, catalog, AT).filter(({ question }) => question.includes(' cost '));
  expect(costs.map(({ question, answer }) => `${question} ${answer}`)).toEqual(one.question ? [one.question] : []);
  const row = offersTable(catalog, [offer], AT, 'seller').split('\n')[2] ?? '';
  expect(row.split('|')[3]?.trim()).toBe(one.input);
});
