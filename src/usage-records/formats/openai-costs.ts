import type { Adapter } from '../adapter.ts';

/** Money per bucket and line item: charged amounts, no counts. */
export const openaiCosts: Adapter = {
  format: 'openai-costs',
  title: 'OpenAI Costs API',
  version: '2026-09',
  provider: 'openai',
  shape: { is: { object: ['organization.costs.result'] } },
  loose: { has: ['amount.value'] },
  model: [],
  at: ['start_time'],
  counts: [],
  moneyOnly: true,
  money: {
    from: ['amount.value'],
    scale: '1',
    currency: { from: 'amount.currency', otherwise: 'USD' },
    kind: 'charged',
  },
  fields: { project: ['project_id'], key: ['api_key_id'], line_item: ['line_item'] },
};
