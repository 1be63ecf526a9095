import { Decimal, ZERO } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { type GrowingStep, growingGroups, sharedHit } from '../growing.ts';
import { amountOf, type Point } from '../point.ts';
import { type Term, term, termTokens, type WorkGroup } from '../work-group.ts';

/**
 * Turn k sends the system prompt, the turns before it and the new message. With a system prompt of 800, messages of
 * 50 and answers of 200, five turns send 850 + 1,100 + 1,350 + 1,600 + 1,850 = 6,750 tokens.
 */
export function chatGroups(point: Point, conversations: Decimal): WorkGroup[] {
  const turns = amountOf(point, 'turns').toNumber();
  const groups: WorkGroup[] = [];
  let before: Turn | null = null;
  for (let turn = 1; turn <= turns; turn += 1) {
    const now = turnOf(point, turn);
    if (now.summary) groups.push(...growingGroups(now.summary, conversations, 'think_minutes', point));
    const step: GrowingStep = {
      label: `turn ${turn} of ${turns}`,
      terms: now.terms,
      sentBefore: before === null ? now.system : now.extends(before) ? termTokens(before.terms) : now.system,
      output: amountOf(point, 'answer_tokens'),
      searches: amountOf(point, 'web_searches_per_turn'),
      sharedHit: before === null ? sharedHit(point) : null,
    };
    groups.push(...growingGroups(step, conversations, 'think_minutes', point));
    before = now;
  }
  return groups.flatMap((group) => calls(group, point));
}

interface Turn {
  readonly terms: readonly Term[];
  /** The tokens that every request begins with. */
  readonly system: Decimal;
  readonly kept: number;
  readonly block: number;
  /** Whether it sends all that the turn before it sent, from the start on. */
  readonly extends: (before: Turn) => boolean;
  readonly summary: GrowingStep | null;
}

/** What one turn adds to the history: a message, its answer, and what the format adds to both. */
export function turnTokens(point: Point): Decimal {
  const overhead = amountOf(point, 'message_overhead_tokens');
  return amountOf(point, 'message_tokens').plus(amountOf(point, 'answer_tokens')).plus(overhead.times(2));
}

/** What every request of a chat carries without any history. */
export function bareTurn(point: Point): Term[] {
  const overhead = amountOf(point, 'message_overhead_tokens');
  const system = amountOf(point, 'system_tokens');
  return [
    ...term('system prompt', system),
    ...term('format of the system prompt', system.isZero() ? ZERO : overhead),
    ...term('new message', amountOf(point, 'message_tokens')),
    ...term('format of the new message', overhead),
    ...term('format of the request', amountOf(point, 'request_overhead_tokens')),
  ];
}

function turnOf(point: Point, turn: number): Turn {
  const history = point.texts.get('history');
  const bare = bareTurn(point);
  const overhead = amountOf(point, 'message_overhead_tokens');
  const system = amountOf(point, 'system_tokens');
  const systemWhole = system.isZero() ? ZERO : system.plus(overhead);
  const each = turnTokens(point);
  const every = history === 'summary' ? amountOf(point, 'summary_every_turns').toNumber() : Number.POSITIVE_INFINITY;
  const block = Math.floor((turn - 1) / every);
  const since = (turn - 1) % every;
  const kept = history === 'window' ? Math.min(since, roomFor(point, termTokens(bare), each)) : since;
  const summaryTokens = amountOf(point, 'summary_tokens');
  const terms = [
    ...bare,
    ...term('summary of earlier turns', summaryTokens, new Decimal(block > 0 ? 1 : 0)),
    ...term('earlier turns', each, new Decimal(kept)),
  ];
  const summary: GrowingStep | null =
    block > 0 && since === 0
      ? {
          label: `summary before turn ${turn}`,
          terms: [
            ...term('summary of earlier turns', summaryTokens, new Decimal(block > 1 ? 1 : 0)),
            ...term('turns to summarise', each, new Decimal(every)),
          ],
          sentBefore: ZERO,
          output: summaryTokens,
          searches: ZERO,
          sharedHit: ZERO,
        }
      : null;
  const extendsTurn = (before: Turn): boolean => before.block === block && kept === before.kept + 1;
  return { terms, system: systemWhole, kept, block, extends: extendsTurn, summary };
}

/** How many whole earlier turns fit beside the rest of a request into the window. */
function roomFor(point: Point, bare: Decimal, each: Decimal): number {
  const room = amountOf(point, 'window_tokens').minus(bare);
  return room.isNegative() || each.isZero() ? 0 : room.div(each).floor().toNumber();
}
