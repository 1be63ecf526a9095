import type { PublishedRate, Tiers } from '../../engine/rate-card.ts';
import { STANDARD_METERS } from '../../engine/standard-meters.ts';
import { readAmount } from '../amount.ts';
import type { Row } from '../row.ts';
import { ruleInCode } from './code-rules.ts';
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
    return [{ meter: unit.meter, ...price, per: unit.per, spec: key, source: 'upstream' }];
  });
  noteParts(rates, path, row);
  return applyRuleInCode(rates, path, offer, row);
}

/** A part that is priced as its whole goes with it, because the rule counts both together. */
function applyRuleInCode(
  rates: readonly PublishedRate[],
  path: string,
  offer: { readonly provider: string; readonly model_id: string },
  row: Row,
): PublishedRate[] {
  const rule = ruleInCode(offer);
  const whole = rates.find(({ meter }) => meter === rule?.meter);
  return rates.flatMap((rate) => {
    if (!rule || !whole) return [rate];
    if (rate.meter === rule.part && rate.price === whole.price) {
      row.note('within_whole', `${path}/${rate.spec}`, rate.price);
      return [];
    }
    if (rate !== whole) return [rate];
    row.note('rule_in_code', `${path}/${rate.spec}`, rule.block);
    return [{ ...rate, block: rule.block }];
  });
}

function translatePrice(value: unknown, path: string, row: Row): Pick<PublishedRate, 'price' | 'tiers'> | null {
  if (typeof value !== 'object') {
    const price = readPrice(value, path, row);
    return price === null ? null : { price };
  }
  const tiered = parseTiered(value);
  const base = tiered && readPrice(tiered.base, `${path}/base`, row);
  if (!tiered || base === null) {
    if (!tiered) row.note('unread_tier', path, value);
    return null;
  }
  const steps: { over: string; price: string }[] = [];
  for (const [index, tier] of [...tiered.tiers].sort((a, b) => a.start - b.start).entries()) {
    const price = readPrice(tier.price, `${path}/tiers/${index}/price`, row);
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

function readPrice(value: unknown, path: string, row: Row): string | null {
  const amount = readAmount(value, 'number', path, row);
  return amount && row.price(amount, path, value);
}

function noteParts(rates: readonly PublishedRate[], path: string, row: Row): void {
  const priced = new Set(rates.map(({ meter }) => meter));
  for (const { meter, spec } of rates) {
    const missing = STANDARD_METERS.get(meter)?.ancestors.filter((id) => !priced.has(id)) ?? [];
    if (missing.length > 0) row.note('part_without_whole', `${path}/${spec}`, missing.join(', '));
  }
}
