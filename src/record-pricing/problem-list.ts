import type { PriceAnswer } from './answer.ts';

/** Problems that are shown one by one; of the rest, only the number is kept. */
const MOST_SHOWN = 500;

export interface ProblemList {
  readonly add: (file: string, line: number, code: string, text: string) => void;
  /** Adds what another stretch found, its lines counted from those before it. */
  readonly merge: (shown: PriceAnswer['problems'], counts: Readonly<Record<string, number>>, lines: number) => void;
  readonly shown: PriceAnswer['problems'];
  readonly counts: Readonly<Record<string, number>>;
}

/** Collects problems without growing for ever. */
export function problemList(): ProblemList {
  const shown: PriceAnswer['problems'][number][] = [];
  const counts: Record<string, number> = {};
  const show = (problem: PriceAnswer['problems'][number]): void => {
    if (shown.length < MOST_SHOWN) shown.push(problem);
  };
  return {
    shown,
    counts,
    add: (file, line, code, text) => {
      counts[code] = (counts[code] ?? 0) + 1;
      show({ file, line, code, text });
    },
    merge: (others, found, lines) => {
      for (const [code, count] of Object.entries(found)) counts[code] = (counts[code] ?? 0) + count;
      for (const problem of others) show({ ...problem, line: problem.line + lines });
    },
  };
}
