import type { ProblemList } from '../../record-pricing/problem-list.ts';
import { readInputs } from '../../record-pricing/read-inputs.ts';
import type { Where } from '../../record-pricing/where.ts';
import type { Located, ReadOptions } from '../../usage-records/index.ts';
import { findFiles } from './find-files.ts';
import { openText } from './open-text.ts';

/** Reads the records of files, one after the other; gives how many repeat others, by format. */
export function readFiles(
  names: readonly string[],
  options: ReadOptions,
  take: (outcome: Located<Where>) => void,
  problems: ProblemList,
  progress: (bytes: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const inputs = findFiles(names).map(({ name, problem }) => {
    const called = name === '-' ? 'standard input' : name;
    return problem ? { name: called, problem } : { name: called, open: () => openText(name, progress) };
  });
  return readInputs(inputs, options, take, problems);
}
