import type { PriceAnswer } from './answer.ts';

type Problem = PriceAnswer['problems'][number];

/** Problems that are shown one by one; of the rest, only the number is kept. */
const MOST_SHOWN = 500;

/** Collects problems without growing for ever: those that stand first are shown, whenever they were found. */
export interface ProblemList {
  /** Says that a file follows those named before. */
  readonly begin: (file: string) => void;
  readonly add: (file: string, line: number, code: string, text: string) => void;
  /** Adds what another stretch found, its lines counted from those before it. */
  readonly merge: (shown: readonly Problem[], counts: Readonly<Record<string, number>>, lines: number) => void;
  /** In the order of files and lines. */
  readonly shown: () => readonly Problem[];
  readonly counts: Readonly<Record<string, number>>;
}

export function problemList(): ProblemList {
  let kept: Problem[] = [];
  const counts: Record<string, number> = {};
  const files = new Map<string, number>();
  const begin = (file: string): void => {
    if (!files.has(file)) files.set(file, files.size);
  };
  const sort = (): void => {
    const place = ({ file }: Problem): number => files.get(file) ?? 0;
    kept = kept.sort((a, b) => place(a) - place(b) || a.line - b.line).slice(0, MOST_SHOWN);
  };
  const keep = (problem: Problem): void => {
    begin(problem.file);
    kept.push(problem);
    if (kept.length > 2 * MOST_SHOWN) sort();
  };
  return {
    begin,
    counts,
    shown: () => {
      sort();
      return kept;
    },
    add: (file, line, code, text) => {
      counts[code] = (counts[code] ?? 0) + 1;
      keep({ file, line, code, text });
    },
    merge: (shown, found, lines) => {
      for (const [code, count] of Object.entries(found)) counts[code] = (counts[code] ?? 0) + count;
      for (const problem of shown) keep({ ...problem, line: problem.line + lines });
    },
  };
}
