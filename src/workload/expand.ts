import type { Decimal } from '../engine/decimal.ts';
import { agentGroups } from './kinds/agent.ts';
import { audioGroups } from './kinds/audio.ts';
import { batchGroups } from './kinds/batch.ts';
import { chatGroups } from './kinds/chat.ts';
import { mixGroups } from './kinds/mix.ts';
import { ragGroups } from './kinds/rag.ts';
import { requestGroups } from './kinds/requests.ts';
import { visionGroups } from './kinds/vision.ts';
import type { Point } from './point.ts';
import type { WorkGroup } from './work-group.ts';
import type { Kind } from './workload.ts';

/** The groups of a month's work, for a volume of it: so many conversations, documents, tasks. */
export type Expand = (point: Point, volume: Decimal, month: number) => WorkGroup[];

const EXPAND: Readonly<Record<Kind, Expand>> = {
  requests: requestGroups,
  chat: chatGroups,
  rag: ragGroups,
  agent: agentGroups,
  batch: batchGroups,
  vision: visionGroups,
  audio: audioGroups,
  mix: (point, volume, month) => mixGroups(point, volume, month, expand),
};

/**
 * Expands work into groups of equal requests: a chat of five turns is five groups, however many conversations there
 * are.
 */
export function expand(point: Point, volume: Decimal, month: number): WorkGroup[] {
  return EXPAND[point.kind](point, volume, month);
}
