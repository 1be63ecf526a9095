import { type Located, type ReadOptions, readRecords } from '../usage-records/index.ts';
import { type InputProblem, inputProblemText } from './input-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { readStretch } from './read-stretch.ts';
import type { Where } from './where.ts';

/** A file to read, as messages call it, or why it cannot be read. */
export type Input =
  | { readonly name: string; readonly open: () => AsyncIterable<string> }
  | { readonly name: string; readonly problem: InputProblem };

/** Reads the records of files, one after the other; gives how many repeat others, by format. */
export async function readInputs(
  inputs: Iterable<Input>,
  options: ReadOptions,
  take: (outcome: Located<Where>) => void,
  problems: ProblemList,
): Promise<ReadonlyMap<string, number>> {
  const reader = readRecords<Where>(options, take);
  for (const input of inputs) {
    const { name: file } = input;
    problems.begin(file);
    if ('problem' in input) problems.add(file, 0, input.problem.code, inputProblemText(input.problem));
    else {
      const records = reader.file();
      const { last, stopped } = await readStretch(records, file, input.open(), problems);
      if (stopped) problems.add(file, last, stopped.code, inputProblemText(stopped));
      records.end({ file, line: last });
    }
  }
  reader.end();
  return reader.repeated;
}
