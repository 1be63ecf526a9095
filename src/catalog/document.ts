import { trustCard } from '../engine/card-mark.ts';
import { type Meter, meterTable } from '../engine/meter.ts';
import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider, CatalogWorkload } from './catalog.ts';

export const CATALOG_SCHEMA = 'ratecard.catalog/1';

/** The whole catalog as plain data. Prices and quantities are decimal strings; lists are in the order of ids. */
export interface CatalogDocument {
  readonly schema: typeof CATALOG_SCHEMA;
  /** The version of the data, as its publisher counts: `0.1.0`, `2026-11-20`. */
  readonly version: string;
  readonly counts: CatalogCounts;
  readonly meters: readonly Meter[];
  readonly providers: readonly CatalogProvider[];
  readonly models: readonly CatalogModel[];
  readonly offers: readonly CatalogOffer[];
  readonly workloads: readonly CatalogWorkload[];
}

export interface CatalogCounts {
  readonly meters: number;
  readonly providers: number;
  readonly models: number;
  readonly offers: number;
  readonly workloads: number;
  /** Rates over all periods, whatever their state. */
  readonly rates: number;
}

export function catalogDocument(catalog: Catalog, version: string): CatalogDocument {
  const offers = [...catalog.offers.values()];
  return {
    schema: CATALOG_SCHEMA,
    version,
    counts: {
      meters: catalog.meters.size,
      providers: catalog.providers.size,
      models: catalog.models.size,
      offers: offers.length,
      workloads: catalog.workloads.size,
      rates: offers.flatMap(({ periods }) => periods.flatMap(({ rates }) => rates)).length,
    },
    meters: [...catalog.meters.values()].map(({ ancestors, descendants, within, ...meter }) => ({
      ...meter,
      ...(within.length > 0 ? { within } : {}),
    })),
    providers: [...catalog.providers.values()],
    models: [...catalog.models.values()],
    offers,
    workloads: [...catalog.workloads.values()],
  };
}

/** {@link catalogDocument} as JSON text. */
export function catalogJson(catalog: Catalog, version: string): string {
  return `${JSON.stringify(catalogDocument(catalog, version), null, 2)}\n`;
}

/**
 * The catalog that a document holds: the inverse of {@link catalogDocument}. Throws on a document of another
 * schema, and on one whose counts are not those of its lists, as when a part of it was lost on the way.
 */
export function catalogFromDocument(document: CatalogDocument): Catalog {
  if (document.schema !== CATALOG_SCHEMA) {
    throw new Error(`expected a document of schema ${CATALOG_SCHEMA}, found ${String(document.schema)}`);
  }
  for (const list of ['meters', 'providers', 'models', 'offers', 'workloads'] as const) {
    const found = document[list].length;
    if (found !== document.counts[list]) {
      throw new Error(`the catalog says that it has ${document.counts[list]} ${list} and has ${found}`);
    }
  }
  const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((one) => [one.id, one]));
  return {
    meters: meterTable(document.meters),
    providers: byId(document.providers),
    models: byId(document.models),
    offers: byId(document.offers.map(trustCard)),
    workloads: byId(document.workloads),
  };
}
