import { inputProblemText } from '../../../record-pricing/input-problem.ts';
import type { ProblemList } from '../../../record-pricing/problem-list.ts';
import type { Tally } from '../../../record-pricing/tally.ts';
import type { Where } from '../../../record-pricing/where.ts';
import { type FileMemory, type ReadOptions, readRecords } from '../../../usage-records/index.ts';
import { findFiles } from '../find-files.ts';
import type { StretchJob, StretchResult } from './messages.ts';
import type { WorkerPool } from './worker-pool.ts';

/** A stretch that was asked for. */
interface Asked {
  readonly job: StretchJob;
  readonly result: Promise<StretchResult>;
}

/** What divides files and reads their stretches. */
export interface Readers {
  readonly pool: WorkerPool;
  readonly plan: (file: string) => readonly StretchJob[];
}

/**
 * Reads files by several threads into a tally, which comes to what one thread makes of them, to the last digit: parts
 * are merged in the order of the files and their lines, repeats are dropped over all of them, and a stretch that began
 * with a wrong idea of what came before it is read again. Gives how many records repeat others, by format.
 */
export async function readByJobs(
  names: readonly string[],
  options: ReadOptions,
  { pool, plan }: Readers,
  tally: Tally,
  problems: ProblemList,
): Promise<ReadonlyMap<string, number>> {
  const held = readRecords<Where>(options, tally.take);
  const ask = (job: StretchJob): Asked => {
    const result = pool.run(job);
    result.catch(() => {});
    return { job, result };
  };
  try {
    const files = findFiles(names).map(({ name, problem }) => ({
      name,
      problem,
      asked: problem ? [] : plan(name).map(ask),
    }));
    for (const { name, problem, asked } of files) {
      problems.begin(name);
      if (problem) problems.add(name, 0, problem.code, inputProblemText(problem));
      await mergeFile(asked, pool, (result, lines) => {
        tally.merge(result.part, lines);
        held.merge(result.held, (where) => ({ ...where, line: where.line + lines }));
        const { stopped, last } = result.stretch;
        if (stopped) problems.add(name, last > 0 ? last + lines : lines, stopped.code, inputProblemText(stopped));
      });
    }
  } finally {
    await pool.end();
  }
  held.end();
  return held.repeated;
}

/** Merges the stretches of a file in their order, up to one that could not be read to its end. */
async function mergeFile(
  asked: readonly Asked[],
  pool: WorkerPool,
  merge: (result: StretchResult, lines: number) => void,
): Promise<void> {
  let lines = 0;
  let memory: FileMemory | null = null;
  for (const { job, result: expected } of asked) {
    let result = await expected;
    if (memory && JSON.stringify(memory) !== JSON.stringify(job.begun)) {
      result = await pool.run({ ...job, begun: memory });
    }
    merge(result, lines);
    if (result.stretch.stopped) return;
    lines += result.stretch.lines;
    memory = result.memory;
  }
}
