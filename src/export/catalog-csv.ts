import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import { isPricedByMillion, perMillion } from '../catalog/unit-prices.ts';
import { type RateRow, rateRows } from '../catalog/words/rate-rows.ts';
import type { When } from '../engine/condition.ts';
import type { Meters } from '../engine/meter.ts';
import type { Period, PublishedRate, Rate } from '../engine/rate-card.ts';
import { whenWords } from '../engine/when-words.ts';
import { ruleAt } from './card-path.ts';
import { type Cell, csv } from './csv.ts';
import { utcInstant } from './utc-instant.ts';

const HEADER = [
  'row',
  'offer',
  'provider',
  'model',
  'model id',
  'label',
  'meter',
  'state',
  'price (in currency)',
  'currency',
  'per (units of the meter)',
  'price per million units (in currency)',
  'tier',
  'tier begins at (units of the subject)',
  'tier subject (meter)',
  'tier span',
  'conditions',
  'terms',
  'valid from (UTC, inclusive)',
  'valid until (UTC, exclusive)',
  'reading',
  'path',
  'source url',
  'retrieved',
];

/**
 * The catalog as CSV: a row for each rate, each step of its tiers, and each other rule of every offer and period.
 * Prices are exact; 0.35 for each 1,000,000 stands as `0.35` and `1000000`. A price that is not published is empty,
 * and `state` says so. Terms of payment hold whatever the period and have no dates.
 */
export function catalogCsv(catalog: Catalog): string {
  return csv(
    HEADER,
    [...catalog.offers.values()].flatMap((offer) => offerRows(offer, catalog.meters)),
  );
}

function offerRows(offer: CatalogOffer, meters: Meters): Cell[][] {
  const rows = offer.periods.flatMap((period, index) =>
    rateRows(offer, period, meters)
      .filter(({ path }) => index === 0 || !path.startsWith('funding/'))
      .map((row) => cells(row, offer, period)),
  );
  const isFunding = (row: readonly Cell[]): boolean => row[HEADER.indexOf('path')]?.startsWith('funding/') ?? false;
  return [...rows.filter((row) => !isFunding(row)), ...rows.filter(isFunding)];
}

function cells(row: RateRow, offer: CatalogOffer, period: Period): Cell[] {
  const found = ruleAt(offer, row.path);
  const rate = found && 'rate' in found ? found.rate : undefined;
  const step = found && 'rate' in found ? found.step : undefined;
  const when = found && 'rate' in found ? found.rate.when : found?.rule.when;
  const dated = !row.path.startsWith('funding/');
  const source = offer.sources[row.source];
  return [
    row.kind,
    ...[offer.id, offer.provider, offer.model, offer.model_id],
    ...[row.type, rate?.meter, rate ? (rate.state ?? 'published') : ''],
    ...priceCells(rate, step?.price, offer.currency),
    ...tierCells(rate, step?.over),
    when ? whenWords(datesInUtc(when)) : '',
    [row.spec, row.rate].filter(Boolean).join(': '),
    dated ? utcInstant(period.from) : '',
    dated ? utcInstant(period.until) : '',
    row.reading,
    row.path,
    source?.url,
    source?.retrieved,
  ];
}

function priceCells(rate: Rate | undefined, stepPrice: string | undefined, currency: string): Cell[] {
  if (rate?.state === 'included') return ['0', currency, '1', ''];
  if (!rate || rate.state === 'unpublished') return ['', currency, '', ''];
  const price = stepPrice ?? rate.price;
  const million = isPricedByMillion(rate.meter) ? perMillion({ price, per: rate.per }) : '';
  return [price, currency, String(rate.per), million];
}

function tierCells(rate: Rate | undefined, over: string | undefined): Cell[] {
  const tiers = (rate as PublishedRate | undefined)?.tiers;
  if (!rate || !tiers) return ['', '', '', ''];
  const subject = tiers.kind === 'graduated' ? rate.meter : tiers.subject;
  const boundary = tiers.kind === 'graduated' ? 'exclusive' : tiers.boundary;
  return [`${tiers.kind}, ${boundary}`, over ?? '0', subject, tiers.kind === 'cliff' ? 'request' : tiers.span];
}

function datesInUtc(when: When): When {
  if (!when.dates) return when;
  const { from, until } = when.dates;
  const dates = {
    ...(from === undefined ? {} : { from: utcInstant(from) }),
    ...(until === undefined ? {} : { until: utcInstant(until) }),
  };
  return { ...when, dates };
}
