import type { PublishedRate, Tiers } from '../../engine/rate-card.ts';
import { STANDARD_METERS } from '../../engine/standard-meters.ts';
import { isPriceNumber, numberText } from '../number-text.ts';
import type { Row } from '../row.ts';
import { blockInCode } from './code-rules.ts';
import { parseTiered } from './parse.ts';
import { unitOf } from './units.ts';

/** One entry's prices as rates, in the order of their keys. What cannot be read is noted and left out. */
export function translatePrices(
  prices: Readonly<Record<string, unknown>>,
  path: string,
  offer: { readonly provider: string; readonly model_id: string },
  row: Row,
): PublishedRate[] {
  const rates = Object.entries(prices).flatMap(([key, value]): PublishedRate[] => {
    const at = `${path}/${key}`;
    const unit = unitOf(key);
    if (value === undefined || value === null) return [];
    if (!unit || !STANDARD_METERS.has(unit.meter)) {
      row.note('unknown_price_key', at, value);
      return [];
    }
    const price = translatePrice(value, at, row);
    if (!price) return [];
    const block = blockInCode(offer, unit.meter);
    if (block) row.note('rule_in_code', at, block);
    return [{ meter: unit.meter, ...price, per: unit.per, ...(block ? { block } : {}), spec: key, source: 'upstream' }];
  });
  noteParts(rates, path, row);
  const priced = rates.some(
    ({ price, tiers }) => isAboveZero(price) || tiers?.steps.some((step) => isAboveZero(step.price)),
  );
  for (const rate of rates) {
    if (priced && !isAboveZero(rate.price)) row.note('zero_beside_prices', `${path}/${rate.spec}`, rate.price);
  }
  return rates;
}

function translatePrice(value: unknown, path: string, row: Row): Pick<PublishedRate, 'price' | 'tiers'> | null {
  const plainPrice = readPrice(value, path, row, typeof value !== 'object');
  if (plainPrice !== null) return { price: plainPrice };
  if (typeof value !== 'object') return null;
  const tiered = parseTiered(value);
  const base = tiered && readPrice(tiered.base, `${path}/base`, row, true);
  if (!tiered || base === null) {
    if (!tiered) row.note('unread_tier', path, value);
    return null;
  }
  const steps: { over: string; price: string }[] = [];
  for (const [index, tier] of [...tiered.tiers].sort((a, b) => a.start - b.start).entries()) {
    const price = readPrice(tier.price, `${path}/tiers/${index}/price`, row, true);
    if (price === null || steps.at(-1)?.over === String(tier.start)) {
      row.note('unread_tier', path, value);
      return null;
    }
    if (tier.start % 1000 === 999) row.note('threshold_minus_one', `${path}/tiers/${index}/start`, tier.start);
    steps.push({ over: String(tier.start), price });
  }
  const tiers: Tiers = { kind: 'cliff', subject: 'input_tokens', boundary: 'exclusive', steps };
  return { price: base, tiers };
}

function readPrice(value: unknown, path: string, row: Row, required: boolean): string | null {
  if (isPriceNumber(value)) return row.price(numberText(value), path, value);
  if (required) row.note(typeof value === 'string' ? 'price_is_text' : 'price_not_a_number', path, value);
  return null;
}

function noteParts(rates: readonly PublishedRate[], path: string, row: Row): void {
  const priced = new Set(rates.map(({ meter }) => meter));
  for (const { meter, spec } of rates) {
    const missing = STANDARD_METERS.get(meter)?.ancestors.filter((id) => !priced.has(id)) ?? [];
    if (missing.length > 0) row.note('part_without_whole', `${path}/${spec}`, missing.join(', '));
  }
}

export function isAboveZero(price: string): boolean {
  return /[1-9]/.test(price);
}
