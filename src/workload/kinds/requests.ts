import type { Decimal } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { amountOf, type Point } from '../point.ts';
import { term, type WorkGroup, workGroup } from '../work-group.ts';

const METERS = ['input_tokens', 'cache_read_tokens', 'output_tokens', 'web_searches'] as const;

/** Plain counts: one group of equal requests. */
export function requestGroups(point: Point, requests: Decimal): WorkGroup[] {
  const usage = METERS.map((meter) => [meter, amountOf(point, meter)] as const);
  const terms = term('input', amountOf(point, 'input_tokens'));
  return calls(workGroup('request', requests, usage, { terms }), point);
}
