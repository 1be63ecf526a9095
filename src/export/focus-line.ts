import { lineRow } from '../catalog/words/bill-rows.ts';
import type { Bill, BillLine } from '../engine/bill.ts';
import { Decimal, plain, sum } from '../engine/decimal.ts';
import type { Meters } from '../engine/meter.ts';
import type { Rate } from '../engine/rate-card.ts';
import { ruleAt } from './card-path.ts';
import type { FocusContext } from './focus-context.ts';
import type { FocusRow } from './focus-row.ts';
import { skuId, skuPriceId, tokenCacheAction, tokenDirection } from './focus-sku.ts';
import { focusUnit, titleCase } from './focus-units.ts';

/** What a line charges for: its SKU, price and consumed quantity. */
export function lineIdentity(
  line: BillLine,
  bill: Bill,
  context: FocusContext & { readonly meters: Meters },
): Partial<FocusRow> {
  const found = ruleAt(context.offer, line.rate);
  const rate = found && 'rate' in found ? found.rate : undefined;
  const step = found && 'rate' in found ? found.stepIndex : -1;
  return {
    SkuId: skuId(bill.offer, line.meter),
    SkuMeter: titleCase(line.meter),
    SkuPriceId: rate ? skuPriceId(bill.offer, rate, step) : null,
    SkuPriceDetails: JSON.stringify(priceDetails(line, bill, rate, context)),
    ConsumedQuantity: consumed(line),
    ConsumedUnit: focusUnit(line.meter),
    PricingCategory: rate?.when?.time ? 'Dynamic' : 'Standard',
    x_Formula: lineRow(line, bill.currency, context.meters).formula,
  };
}

function priceDetails(
  line: BillLine,
  bill: Bill,
  rate: Rate | undefined,
  { offer, model, meters }: FocusContext & { readonly meters: Meters },
): Record<string, unknown> {
  const period = offer.periods[Number(/^periods\/(\d+)\//.exec(line.rate)?.[1])];
  const direction = tokenDirection(line.meter, meters);
  const folded = Object.keys(line.parts ?? {});
  const cached = folded.some((part) => ['Read', 'Write'].includes(tokenCacheAction(part, undefined, meters) ?? ''));
  const action = cached ? undefined : tokenCacheAction(line.meter, period, meters);
  const factors = line.adjustments.flatMap((one) =>
    one.kind === 'multiplier' ? [{ label: one.label, factor: one.factor }] : [],
  );
  return {
    ...(model ? { ModelDeveloper: model.lab_name } : {}),
    ...(model?.family === undefined ? {} : { ModelFamily: model.family }),
    ModelId: offer.model_id ?? bill.model,
    ...(direction ? { TokenDirection: direction } : {}),
    ...(action ? { TokenCacheAction: action } : {}),
    x_Meter: line.meter,
    ...(line.parts ? { x_Parts: line.parts } : {}),
    ...(rate?.when ? { x_Conditions: rate.when } : {}),
    ...(line.tier ? { x_Tier: line.tier } : {}),
    ...(factors.length > 0 ? { x_Multipliers: factors } : {}),
  };
}

/** What was used: before blocks were made up and before allowances took their part. */
function consumed({ quantity, adjustments }: BillLine): string {
  for (const step of adjustments) if (step.kind === 'block') return step.used;
  const free = sum(adjustments.flatMap((step) => (step.kind === 'allowance' ? [new Decimal(step.quantity)] : [])));
  return plain(new Decimal(quantity).minus(free));
}
