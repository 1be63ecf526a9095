import type { Adapter } from '../adapter.ts';

/** Amounts are decimal strings in cents: "123.45" is $1.2345. */
export const anthropicCosts: Adapter = {
  format: 'anthropic-costs',
  title: 'Anthropic cost report',
  version: '2026-09',
  provider: 'anthropic',
  shape: { has: ['amount', 'cost_type'] },
  loose: { has: ['amount'] },
  model: ['model'],
  at: ['starting_at'],
  counts: [],
  moneyOnly: true,
  money: { from: ['amount'], scale: '0.01', currency: { from: 'currency', otherwise: 'USD' }, kind: 'charged' },
  fields: {
    project: ['workspace_id'],
    line_item: ['description'],
    cost_type: ['cost_type'],
    token_type: ['token_type'],
  },
};
