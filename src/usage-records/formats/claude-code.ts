import type { Adapter } from '../adapter.ts';
import { anthropicConditions, anthropicCounts, anthropicKnown } from './anthropic-counts.ts';

const USAGE = 'message.usage';

/** Several lines tell of one answer while its output grows: the largest counts, one of a sidechain only alone. */
export const claudeCode: Adapter = {
  format: 'claude-code',
  title: 'Claude Code session logs',
  version: '2.0',
  presumes: 'anthropic',
  shape: { has: ['type'], any: ['sessionId', 'leafUuid', 'snapshot'], lacks: ['payload', 'tokens', 'projectHash'] },
  loose: {},
  over: ['anthropic-stream', 'anthropic-messages'],
  model: ['message.model'],
  at: ['timestamp'],
  counts: anthropicCounts(USAGE),
  when: anthropicConditions(USAGE),
  money: { from: ['costUSD'], scale: '1', currency: 'USD', kind: 'estimated' },
  beyond: [{ list: [...USAGE.split('.'), 'iterations'], type: 'type', within: ['message'] }],
  fields: { id: ['message.id'], session: ['sessionId'], project: ['cwd'], branch: ['gitBranch'], version: ['version'] },
  known: anthropicKnown(USAGE),
  skip: [
    { shape: { lacks: [USAGE] }, reason: 'lines without usage' },
    { shape: { is: { 'message.model': ['<synthetic>'] } }, reason: 'messages that no model wrote' },
    { shape: { is: { isApiErrorMessage: ['true'] } }, reason: 'messages of failed calls' },
  ],
  repeats: { key: ['message.id', 'requestId'], keep: 'largest', loses: 'isSidechain' },
};
