import type { Adapter } from '../adapter.ts';

/** What the results of all versions share: where model, date and seller stand. */
export const VERCEL_FRAME = {
  provider: { from: ['provider', 'model.provider'] },
  model: ['response.modelId', 'modelId', 'model.modelId', 'model'],
  at: ['response.timestamp', 'timestamp', 'createdAt'],
  fields: { id: ['response.id', 'id'], user: ['userId'], project: ['functionId'] },
} as const satisfies Partial<Adapter>;
