import { Decimal, smaller, ZERO } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { growingGroups } from '../growing.ts';
import { amountOf, type Point, stated } from '../point.ts';
import { term, termTokens, type WorkGroup } from '../work-group.ts';

/**
 * Step k reads the beginning and what the steps before it said and got back. With a beginning of 1,400 and 689 more
 * after each step, N steps read N x 1,400 + 689 x N (N - 1) / 2 tokens.
 */
export function agentGroups(point: Point, tasks: Decimal): WorkGroup[] {
  const steps = stepsOf(point).toNumber();
  const cap = stated(point, 'context_cap_tokens');
  const bare = bareStep(point);
  const base = termTokens(bare);
  const growth = amountOf(point, 'step_output_tokens').plus(amountOf(point, 'tool_result_tokens'));
  const groups: WorkGroup[] = [];
  let sentBefore = ZERO;
  for (let step = 1; step <= steps; step += 1) {
    const full = growth.times(step - 1);
    const history = cap ? smaller(full, cap.minus(base)) : full;
    const cut = history.lt(full);
    const terms = cut
      ? [...bare, ...term('latest steps, up to the cap', history)]
      : [...bare, ...term('earlier steps', growth, new Decimal(step - 1))];
    const label = `step ${step} of ${steps}`;
    const output = amountOf(point, 'step_output_tokens');
    const searches = amountOf(point, 'web_searches_per_step');
    const now = { label, terms, sentBefore: cut ? base : sentBefore, output, searches, sharedHit: null };
    groups.push(...growingGroups(now, tasks, 'step_minutes', point));
    sentBefore = termTokens(terms);
  }
  return groups.flatMap((group) => calls(group, point));
}

/** The steps that are made: those of a task, up to the cap. */
export function stepsOf(point: Point): Decimal {
  const steps = amountOf(point, 'steps');
  const cap = stated(point, 'step_cap');
  return cap ? smaller(steps, cap) : steps;
}

/** What every request of an agent begins with. */
export function bareStep(point: Point) {
  return [
    ...term('system prompt', amountOf(point, 'system_tokens')),
    ...term('tool schemas', amountOf(point, 'tool_schema_tokens')),
    ...term('task', amountOf(point, 'task_tokens')),
  ];
}
