import type { FileReader } from '../usage-records/index.ts';
import { type InputProblem, inputProblemText } from './input-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { readValues } from './read-values.ts';
import { UnreadableInput } from './unreadable-input.ts';
import type { Where } from './where.ts';

/** How far a stretch of a file was read. */
export interface Stretch {
  /** Line breaks that were passed. */
  readonly lines: number;
  /** The line of the last value; 0 where there was none. */
  readonly last: number;
  /** Why reading stopped before the end. */
  readonly stopped: InputProblem | null;
}

/** Reads the text of a file, or of lines within one; bad lines go to `problems` and the rest goes on. */
export async function readStretch(
  records: FileReader<Where>,
  file: string,
  pieces: AsyncIterable<string>,
  problems: ProblemList,
  known: 'lines' | null = null,
): Promise<Stretch> {
  let last = 0;
  const sink = {
    value: (value: unknown, line: number) => {
      last = line;
      records.read(value, { file, line });
    },
    problem: (found: InputProblem, line: number) => problems.add(file, line, found.code, inputProblemText(found)),
  };
  try {
    const lines = await readValues(pieces, sink, known);
    return { lines, last, stopped: null };
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return { lines: 0, last, stopped: error.problem };
  }
}
