import type { PriceAnswer } from './answer.ts';

/** Problems that are shown one by one; of the rest, only the number is kept. */
const MOST_SHOWN = 500;

export interface ProblemList {
  readonly add: (file: string, line: number, code: string, text: string) => void;
  readonly shown: PriceAnswer['problems'];
  readonly counts: Readonly<Record<string, number>>;
}

/** Collects problems without growing for ever. */
export function problemList(): ProblemList {
  const shown: PriceAnswer['problems'][number][] = [];
  const counts: Record<string, number> = {};
  return {
    shown,
    counts,
    add: (file, line, code, text) => {
      counts[code] = (counts[code] ?? 0) + 1;
      if (shown.length < MOST_SHOWN) shown.push({ file, line, code, text });
    },
  };
}
