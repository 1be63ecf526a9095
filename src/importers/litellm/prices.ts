import * as z from 'zod';
import type { PublishedRate, TierStep } from '../../engine/rate-card.ts';
import { readRate } from '../read-rate.ts';
import type { Row } from '../row.ts';
import { READ_AS_CLIFF, withSteps } from '../steps.ts';
import { isPriceKey, readPriceKey } from './keys.ts';

type Fields = Readonly<Record<string, unknown>>;

const SEARCH = 'search_context_cost_per_query';
const TIERED = 'tiered_pricing';
const SIZES = ['low', 'medium', 'high'] as const;
const Ranges = z.array(
  z.looseObject({ range: z.tuple([z.number().min(0), z.number().positive()]) }).transform(({ range, ...prices }) => ({
    from: range[0],
    prices: prices as Fields,
  })),
);

/** Every price of a row as rates. */
export function readPrices(fields: Fields, mode: string | null, row: Row): PublishedRate[] {
  const bases: PublishedRate[] = [];
  const steps: { rate: PublishedRate; over: string; path: string }[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (!isPriceKey(key) || value === null || value === undefined || key === SEARCH || key === TIERED) continue;
    const known = readPriceKey(key, mode);
    if (!known) {
      row.note('unknown_price_key', key, value);
      continue;
    }
    const { over, ...rest } = known;
    const rate = readRate({ ...rest, key, value, form: 'number', path: key }, row);
    if (rate && over === null) bases.push(rate);
    else if (rate && over !== null) steps.push({ rate, over, path: key });
  }
  for (const [index, { from, prices }] of readRanges(fields[TIERED], row).entries()) {
    for (const [key, value] of Object.entries(prices)) {
      const path = `${TIERED}/${index}/${key}`;
      const known = readPriceKey(key, mode);
      if (!known || known.over !== null) {
        if (isPriceKey(key)) row.note('unknown_price_key', path, value);
        continue;
      }
      const { over: _, ...rest } = known;
      const rate = readRate({ ...rest, key, value, form: 'number', path }, row);
      if (rate && from === 0) bases.push(rate);
      else if (rate) steps.push({ rate, over: String(from), path });
    }
  }
  return [...joinSteps(bases, steps, row), ...searchRates(fields, row)];
}

function readRanges(value: unknown, row: Row): z.output<typeof Ranges> {
  if (value === undefined || value === null) return [];
  const ranges = Ranges.safeParse(value);
  if (ranges.success) return ranges.data;
  row.note('unread_tier', TIERED, value);
  return [];
}

/** Steps are those of the rate for the same meter under the same conditions; one without such a rate is noted. */
function joinSteps(
  bases: readonly PublishedRate[],
  steps: readonly { rate: PublishedRate; over: string; path: string }[],
  row: Row,
): PublishedRate[] {
  const nameOf = ({ meter, when }: PublishedRate): string => `${meter} ${when?.service_tier ?? ''}`;
  const rates = new Map<string, PublishedRate>();
  for (const rate of bases) {
    if (rates.has(nameOf(rate))) row.note('conflicting_price', rate.spec ?? rate.meter, rate.price);
    else rates.set(nameOf(rate), rate);
  }
  const byRate = new Map<string, TierStep[]>();
  for (const { rate, over, path } of steps) {
    const name = nameOf(rate);
    const before = byRate.get(name) ?? [];
    if (!rates.has(name) || before.some((step) => step.over === over)) row.note('unread_tier', path, rate.price);
    else byRate.set(name, [...before, { over, price: rate.price }]);
  }
  return [...rates].map(([name, rate]) => withSteps(rate, byRate.get(name) ?? [], READ_AS_CLIFF));
}

/** The price of a search by how much is read into the context. */
function searchRates(fields: Fields, row: Row): PublishedRate[] {
  const prices = fields[SEARCH];
  if (prices === null || prices === undefined) return [];
  const unit = fields['web_search_billing_unit'] ?? 'per_query';
  if (typeof prices !== 'object' || unit !== 'per_query') {
    row.note('unread_condition', SEARCH, typeof prices === 'object' ? unit : prices);
    return [];
  }
  return Object.entries(prices).flatMap(([key, value]) => {
    const path = `${SEARCH}/${key}`;
    const size = SIZES.find((one) => key === `search_context_size_${one}`);
    const field = { key: path, meter: 'web_searches', value, form: 'number' as const, given_per: 1, per: 1000, path };
    if (size) return readRate({ ...field, when: { context_size: size } }, row) ?? [];
    row.note('unknown_price_key', path, value);
    return [];
  });
}
