import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { locatedText } from '../catalog/problem.ts';
import { readCatalog } from '../catalog/read-directory.ts';
import { distinctNames } from './facts/distinct-name.ts';
import { offerTitle } from './facts/offer-title.ts';

/** Where the catalog's files are: `data/`, or another directory that RATECARD_DATA names. */
const directory = resolve(process.env['RATECARD_DATA'] ?? 'data');

function readSound(): Catalog {
  const { catalog, problems } = readCatalog(directory);
  if (problems.length === 0) return catalog;
  throw new Error(`The catalog has problems:\n${problems.map(locatedText).join('\n')}`);
}

/** The catalog that every page is made from, read once; a build stops at any problem in it. */
export const catalog: Catalog = readSound();

/** The date of the site: that of its newest fact. */
export const asOf: string = [...catalog.offers.values()].reduce(
  (latest, { trust }) => (trust.as_of.slice(0, 10) > latest ? trust.as_of.slice(0, 10) : latest),
  '1970-01-01',
);

/** The names of models and of offers at their sellers, told apart where several share one. */
export const modelNameOf = distinctNames([...catalog.models.values()].map(({ id, name }) => [id, name]));
export const offerNameOf = distinctNames(
  [...catalog.offers.values()].map((offer) => [offer.id, offerTitle(catalog, offer)]),
);
