import { describe, expect, test } from 'vitest';
import type { Catalog } from '../src/catalog/catalog.ts';
import { offerMarks } from '../src/catalog/words/offer-marks.ts';
import { offerTitle } from '../src/site/facts/offer-title.ts';

type Row = readonly [model_id: string, name: string, model?: string];

/** The titles of some offers of one seller; the model is called Sol 5 unless it says otherwise. */
function titlesOf(rows: readonly Row[]): string[] {
  const offers = rows.map(([model_id, name, model = 'lab/sol-5']) => ({
    id: `acme/${model_id}`,
    provider: 'acme',
    model,
    model_id,
    name,
  }));
  const catalog = {
    models: new Map([
      ['lab/sol-5', { name: 'Sol 5' }],
      ['lab/sol-5-pro', { name: 'Sol 5' }],
      ['lab/moon', { name: 'Moon' }],
    ]),
    providers: new Map([['acme', { name: 'Acme' }]]),
    offers: new Map(offers.map((offer) => [offer.id, offer])),
  } as unknown as Catalog;
  expect(offerMarks(catalog)).toBe(offerMarks(catalog));
  return [...catalog.offers.values()].map((offer) => offerTitle(catalog, offer).replace(' at Acme', ''));
}

describe('the title of an offer', () => {
  test.each<[string, Row[], string[]]>([
    ['one of its kind', [['sol-5', 'Sol 5']], ['Sol 5']],
    ['one whose own name says more in brackets', [['sol-5b', 'Lab: Sol 5 (batch)']], ['Sol 5 (batch)']],
    ['one whose brackets the model has as well', [['sol-5', 'Sol (5)']], ['Sol 5']],
    ['one whose brackets stand in the middle', [['sol-5', 'Sol (new) 5']], ['Sol 5']],
    ['one with more behind its brackets', [['sol-5', 'Sol 5 (batch)x']], ['Sol 5']],
    [
      'several, by a letter or a long number',
      [
        ['far', 'Far', 'lab/far'],
        ['far-a', 'Far', 'lab/far'],
        ['far-2026', 'Far', 'lab/far'],
      ],
      ['Far', 'Far (a)', 'Far (2026)'],
    ],
    [
      'several of one model, by the words of their API ids that are their own',
      [
        ['lab/sol-5', 'Sol 5'],
        ['lab/sol-5:batch', 'Sol 5'],
        ['eu.lab/SOL-5:batch', 'Sol 5'],
      ],
      ['Sol 5', 'Sol 5 (batch)', 'Sol 5 (eu batch)'],
    ],
    [
      'several versions, whose numbers stay whole',
      [
        ['sol-5-v0.2', 'Sol 5'],
        ['sol-5-v0.10', 'Sol 5'],
        ['sol-5', 'Sol 5'],
      ],
      ['Sol 5 (v0.2)', 'Sol 5 (v0.10)', 'Sol 5'],
    ],
    [
      'several of models with one name',
      [
        ['lab/sol-5', 'Sol 5'],
        ['lab/sol-5-pro', 'Sol 5 Pro', 'lab/sol-5-pro'],
        ['lab/moon', 'Moon', 'lab/moon'],
      ],
      ['Sol 5', 'Sol 5 (pro)', 'Moon'],
    ],
    [
      'several whose words are the same, by their whole API ids',
      [
        ['sol-5', 'Sol 5'],
        ['sol_5', 'Sol 5'],
      ],
      ['Sol 5 (sol-5)', 'Sol 5 (sol_5)'],
    ],
    [
      'several that only a number of a version tells apart',
      [
        ['sol-5', 'Sol 5'],
        ['sol-5-1:0', 'Sol 5'],
      ],
      ['Sol 5 (sol-5)', 'Sol 5 (sol-5-1:0)'],
    ],
    [
      'several of a model that the catalog does not have, by the name of the first',
      [
        ['far', 'Far', 'lab/far'],
        ['far-free', 'Far', 'lab/far'],
      ],
      ['Far', 'Far (free)'],
    ],
  ])('of %s', (_name, rows, titles) => {
    expect(titlesOf(rows)).toEqual(titles);
  });
});
