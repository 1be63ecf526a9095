import { inputProblemText } from '../../record-pricing/input-problem.ts';
import type { ProblemList } from '../../record-pricing/problem-list.ts';
import { readValues } from '../../record-pricing/read-values.ts';
import type { Where } from '../../record-pricing/where.ts';
import type { Located, ReadOptions } from '../../usage-records/index.ts';
import { readRecords } from '../../usage-records/index.ts';
import { findFiles } from './find-files.ts';
import { openText, UnreadableInput } from './open-text.ts';

/** Reads the records of files, one after the other; gives how many repeat others, by format. */
export async function readFiles(
  names: readonly string[],
  options: ReadOptions,
  take: (outcome: Located<Where>) => void,
  problems: ProblemList,
  progress: (bytes: number) => void,
): Promise<ReadonlyMap<string, number>> {
  const reader = readRecords<Where>(options, take);
  for (const { name, problem } of findFiles(names)) {
    const file = name === '-' ? 'standard input' : name;
    if (problem) {
      problems.add(file, 0, problem.code, inputProblemText(problem));
      continue;
    }
    const records = reader.file();
    let last = 0;
    try {
      await readValues(openText(name, progress), {
        value: (value, line) => {
          last = line;
          records.read(value, { file, line });
        },
        problem: (found, line) => problems.add(file, line, found.code, inputProblemText(found)),
      });
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      problems.add(file, last, error.problem.code, inputProblemText(error.problem));
    }
    records.end({ file, line: last });
  }
  reader.end();
  return reader.repeated;
}
