import { type Located, type ReadOptions, readRecords } from '../usage-records/index.ts';
import { type InputProblem, inputProblemText } from './input-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { readValues } from './read-values.ts';
import { UnreadableInput } from './unreadable-input.ts';
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
    if ('problem' in input) {
      problems.add(file, 0, input.problem.code, inputProblemText(input.problem));
      continue;
    }
    const records = reader.file();
    let last = 0;
    try {
      await readValues(input.open(), {
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
