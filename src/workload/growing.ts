import { type Decimal, HUNDRED, ZERO } from '../engine/decimal.ts';
import { cacheUses, hitPercent, outlives, writeMeter } from './cache.ts';
import { amountOf, type Point } from './point.ts';
import { type Term, termTokens, type WorkGroup, workGroup } from './work-group.ts';

/** One request of a sequence in which each sends again what came before. */
export interface GrowingStep {
  readonly label: string;
  readonly terms: readonly Term[];
  /** How much of it was sent before, from the start on, and so could be read from a cache. */
  readonly sentBefore: Decimal;
  readonly output: Decimal;
  readonly searches: Decimal;
  /** For a request that shares its beginning with other sequences only: how often that hits, in percent. */
  readonly sharedHit: Decimal | null;
}

/** The requests of one step over all sequences, apart by whether they hit the cache. */
export function growingGroups(step: GrowingStep, sequences: Decimal, pauseKey: string, point: Point): WorkGroup[] {
  const input = termTokens(step.terms);
  const inTime = outlives(point, pauseKey) ? hitPercent(point) : ZERO;
  const hits = step.sharedHit ?? inTime;
  const meter = writeMeter(point);
  return cacheUses(sequences, input, step.sentBefore, hits, point).map((use) =>
    workGroup(
      meter !== null && step.sentBefore.gt(0) && hits.gt(0) && hits.lt(HUNDRED)
        ? `${step.label}, cache ${use.hit ? 'hit' : 'missed'}`
        : step.label,
      use.requests,
      [
        ['input_tokens', input],
        ['cache_read_tokens', use.read],
        ...(meter === null ? [] : ([[meter, use.write]] as const)),
        ['output_tokens', step.output],
        ['web_searches', step.searches],
      ],
      { terms: step.terms },
    ),
  );
}

/** How often the first request of a sequence finds the common beginning cached, in percent. */
export function sharedHit(point: Point): Decimal {
  return amountOf(point, 'shared_hit_percent');
}
