import type { Fee, Funding, Period, TopUpFee } from '../../src/engine/index.ts';
import type { Draw } from './draw.ts';
import { decimal } from './numbers.ts';
import { rule, spanOf } from './rates.ts';

const money = (draw: Draw): string => (draw.chance(50) ? decimal(draw, 100, 3) : draw.pick(['5', '0.01', '20', '0.5']));

function fee(draw: Draw): Fee {
  if (draw.chance(30)) {
    return { kind: 'recurring', label: 'f', amount: money(draw), span: spanOf(draw), ...rule(draw) };
  }
  return {
    kind: 'percent',
    label: 'f',
    percent: draw.pick(['5', '5.5', '0.125', '100', '2.9']),
    base: draw.pick(['usage_cost', 'list_cost']),
    ...(draw.chance(40) ? { above: { amount: money(draw), span: spanOf(draw) } } : {}),
    ...rule(draw),
  };
}

/** Fees, invoice rounding, minimums, commitments and credits. */
export function chargesFor(draw: Draw, meters: readonly string[]): Partial<Period> {
  if (draw.chance(50)) return {};
  const fees = Array.from({ length: draw.below(3) }, () => fee(draw));
  const amount = () => ({ label: 'x', amount: money(draw), span: spanOf(draw), ...rule(draw) });
  return {
    ...(fees.length > 0 ? { fees } : {}),
    ...(draw.chance(25)
      ? {
          invoice_rounding: {
            increment: draw.pick(['0.01', '0.05', '1', '0.0003']),
            mode: draw.pick(['half_up', 'half_even', 'up', 'down']),
            ...rule(draw),
          },
        }
      : {}),
    ...(draw.chance(20) ? { minimums: Array.from({ length: 1 + draw.below(2) }, amount) } : {}),
    ...(draw.chance(20)
      ? {
          commitments: draw.some(meters, 40).map((meter) => ({
            label: 'c',
            meter,
            quantity: draw.pick(['1000', '100', '1.5', '1000000']),
            span: spanOf(draw),
            term: 'P1M',
            ...rule(draw),
          })),
        }
      : {}),
    ...(draw.chance(20) ? { credits: Array.from({ length: 1 + draw.below(2) }, amount) } : {}),
  };
}

export function topUpFeeOf(draw: Draw): TopUpFee {
  const charged = draw.pick(['on_top', 'inside', 'unstated']);
  return {
    charged,
    ...(draw.chance(80) ? { percent: draw.pick(['5', '5.5', '3', '7', '0.3', '50']) } : {}),
    ...(draw.chance(30) ? { fixed: draw.pick(['0.30', '0.35', '1']) } : {}),
    ...(draw.chance(30) ? { minimum: draw.pick(['0.80', '0.5', '5']) } : {}),
    ...(draw.chance(50) ? { base: draw.pick(['gross', 'net']) } : {}),
    ...(draw.chance(30)
      ? { rounding: { increment: draw.pick(['0.01', '0.001', '0.07']), mode: draw.pick(['up', 'half_up', 'down']) } }
      : {}),
  };
}

/** Terms of one or two payment methods. */
export function fundingFor(draw: Draw): readonly Funding[] {
  const purchase = (): Funding['purchase'] => ({
    ...(draw.chance(70) ? { minimum: draw.pick(['5', '10', '0.5']) } : {}),
    ...(draw.chance(40) ? { step: draw.pick(['1', '5', '0.01', '7']) } : {}),
    ...(draw.chance(30) ? { maximum: draw.pick(['35', '70', '1050']) } : {}),
  });
  const terms = (method: string): Funding => {
    const bought = draw.chance(50) ? purchase() : undefined;
    return {
      method,
      source: 's',
      ...(draw.chance(80) ? { fee: topUpFeeOf(draw) } : {}),
      ...(bought ? { purchase: bought } : {}),
    };
  };
  return draw.chance(50) ? [terms('any')] : [terms('card'), terms('crypto')];
}
