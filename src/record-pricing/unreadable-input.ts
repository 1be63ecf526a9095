import type { InputProblem } from './input-problem.ts';

/** Stops reading a file, with what is wrong with it. */
export class UnreadableInput extends Error {
  readonly problem: InputProblem;

  constructor(problem: InputProblem) {
    super(problem.code);
    this.name = 'UnreadableInput';
    this.problem = problem;
  }
}
