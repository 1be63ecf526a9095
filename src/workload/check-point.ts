import type { Decimal } from '../engine/decimal.ts';
import { bareStep } from './kinds/agent.ts';
import { bareTurn } from './kinds/chat.ts';
import { amountOf, type Choice, type Point, pointOf, stated } from './point.ts';
import type { WorkloadProblem } from './problem.ts';
import { ENDS, type End } from './read-input.ts';
import type { ReadWork } from './read-workload.ts';
import { monthsOf } from './schedule.ts';
import { type Term, termTokens } from './work-group.ts';

/** What is wrong with work that reads well: a window that no turn fits into, growth without bounds. */
export function checkWork(work: ReadWork): WorkloadProblem[] {
  const found = new Map<string, WorkloadProblem>();
  for (const choice of ends(work)) {
    for (const problem of checkPoint(pointOf(work, choice))) {
      const key = `${problem.code} ${problem.path}`;
      if (!found.has(key)) found.set(key, problem);
    }
  }
  return [...found.values()];
}

/** The expected work, each input in turn at each end of its range, and the most from a cache of the least input. */
function ends(work: ReadWork): Choice[] {
  const ranged = rangedPaths(work);
  const one =
    (path: string, end: End): Choice =>
    (other) =>
      other === path ? end : 'expected';
  const apart: Choice = (path) => (path.endsWith('cache_read_tokens') ? 'high' : 'low');
  return [() => 'expected', ...ENDS.flatMap((end) => ranged.map((path) => one(path, end))), apart];
}

/** The paths of the inputs that are ranges. */
export function rangedPaths(work: ReadWork): string[] {
  const own = [...work.inputs].flatMap(([key, { ranged }]) => (ranged ? [work.path + key] : []));
  return [...own, ...work.parts.flatMap(({ work: part }) => rangedPaths(part))];
}

/** What is wrong with work at one value of each input. */
export function checkPoint(point: Point): WorkloadProblem[] {
  const { path } = point;
  const problems: WorkloadProblem[] = [];
  if (point.texts.get('history') === 'window') {
    checkRoom(point, 'window_tokens', bareTurn(point), 'turn', problems);
  }
  if (stated(point, 'context_cap_tokens')) {
    checkRoom(point, 'context_cap_tokens', bareStep(point), 'step', problems);
  }
  const read = amountOf(point, 'cache_read_tokens');
  const input = amountOf(point, 'input_tokens');
  if (read.gt(input)) {
    const args = { part: 'cache_read_tokens', value: read.toFixed(), whole: input.toFixed(), of: 'input_tokens' };
    problems.push({ code: 'part_exceeds_whole', args, path: `${path}cache_read_tokens` });
  }
  problems.push(...point.parts.flatMap(({ point: part }) => checkPoint(part)));
  problems.push(...monthsOf(point, '2000-01-01').problems);
  return problems;
}

function checkRoom(point: Point, key: string, terms: readonly Term[], unit: string, problems: WorkloadProblem[]): void {
  const room: Decimal = amountOf(point, key);
  const needed = termTokens(terms);
  if (room.gte(needed)) return;
  const args = { key, window: room.toFixed(), needed: needed.toFixed(), unit };
  problems.push({ code: 'window_too_small', args, path: point.path + key });
}
