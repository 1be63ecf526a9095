import type { InputProblem } from './input-problem.ts';

/** Where values and problems of a file go; lines count from 1. */
export interface ValueSink {
  readonly value: (value: unknown, line: number) => void;
  readonly problem: (problem: InputProblem, line: number) => void;
}
