import type { BillLine } from '../engine/bill.ts';
import { Decimal, ONE, plain } from '../engine/decimal.ts';
import { divideBy } from '../engine/divide.ts';
import type { FocusRow } from './focus-row.ts';
import { pricingUnit } from './focus-units.ts';

/**
 * Quantity, unit prices and costs of a line, so that quantity x unit price = cost exactly. 500,000 tokens at 0.35
 * for each million with a factor of 0.5: 0.5 x 0.35 = 0.175 by the list, 0.5 x 0.175 = 0.0875 contracted. Where the
 * quantity has no exact share of the block that is priced (100 of 3,600 seconds), the line is one charge of its
 * amount.
 */
export function focusCosts(line: BillLine): Partial<FocusRow> {
  const amount = new Decimal(line.amount);
  const factor = line.adjustments.reduce(
    (product, step) => (step.kind === 'multiplier' ? product.times(new Decimal(step.factor)) : product),
    ONE,
  );
  const divide = divideBy(new Decimal(line.per));
  const price = new Decimal(line.price);
  const blocks = divide(new Decimal(line.quantity));
  const contracted = price.times(factor);
  if (!blocks.rounded && blocks.value.times(contracted).eq(amount)) {
    return costs({
      quantity: blocks.value,
      unit: pricingUnit(line.meter, line.per),
      list: price,
      contracted,
    });
  }
  const listed = divide(new Decimal(line.quantity).times(price)).value;
  return costs({ quantity: ONE, unit: 'Charges', list: listed, contracted: amount });
}

function costs(of: { quantity: Decimal; unit: string; list: Decimal; contracted: Decimal }): Partial<FocusRow> {
  const cost = plain(of.quantity.times(of.contracted));
  return {
    PricingQuantity: plain(of.quantity),
    PricingUnit: of.unit,
    ListUnitPrice: plain(of.list),
    ContractedUnitPrice: plain(of.contracted),
    ListCost: plain(of.quantity.times(of.list)),
    ContractedCost: cost,
    EffectiveCost: cost,
    BilledCost: cost,
  };
}
