import { HUNDRED, ONE } from '../engine/decimal.ts';
import { amountOf, type Point } from './point.ts';
import { shareOf, type WorkGroup } from './work-group.ts';

/**
 * Hidden reasoning and calls made again. With 50% reasoning an answer of 300 is 450 output tokens of which 150 are
 * reasoning; with 10% failed and billed at half the answer, 100 calls bring 10 more of 225 output tokens.
 */
export function calls(group: WorkGroup, point: Point): WorkGroup[] {
  const thought = withReasoning(group, point);
  const failed = shareOf(group.requests, amountOf(point, 'failed_percent'));
  if (failed.isZero() || point.texts.get('failed_billed') !== 'true') return [thought];
  const part = amountOf(point, 'failed_output_percent').div(HUNDRED);
  const usage = new Map(
    [...thought.usage]
      .map(([meter, quantity]) => [meter, meter.startsWith('output_') ? quantity.times(part) : quantity] as const)
      .filter(([, quantity]) => !quantity.isZero()),
  );
  return [thought, { ...thought, label: `${group.label}, failed and made again`, requests: failed, usage }];
}

function withReasoning(group: WorkGroup, point: Point): WorkGroup {
  const percent = amountOf(point, 'reasoning_percent');
  const answer = group.usage.get('output_tokens');
  if (percent.isZero() || !answer) return group;
  const hidden = answer.times(percent).div(HUNDRED);
  const usage = new Map(group.usage);
  usage.set('output_tokens', answer.times(ONE.plus(percent.div(HUNDRED))));
  usage.set('output_reasoning_tokens', hidden);
  return { ...group, usage };
}
