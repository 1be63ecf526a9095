import { expect, test } from 'vitest';
import { workProblemWords } from '../src/site/calculator/workload/missing-words.ts';
import { estimate, type Workload, WorkloadError } from '../src/workload/index.ts';

const NOBODY = { id: 'a/b', provider: 'a', model: 'l/b', currency: 'USD', periods: [] };

function wordsOf(workload: object): string[] {
  try {
    estimate(NOBODY, workload as Workload, { at: '2026-11-20' });
  } catch (error) {
    if (error instanceof WorkloadError) return error.problems.map(workProblemWords);
    throw error;
  }
  return [];
}

test.each([
  [{ kind: 'mix', volume: 1 }, 'Add the parts that the work is made of, or begin from a preset'],
  [{ kind: 'chat' }, '“Conversations” is missing: state how many, or begin from a preset'],
  [{ kind: 'chat' }, '“System prompt” is missing: state it in tokens, or begin from a preset'],
  [{ kind: 'chat' }, '“Turns of a conversation” is missing: state how many, or begin from a preset'],
  [{ kind: 'chat', history: 'x' }, '“Conversations” is missing: state how many, or begin from a preset'],
  [{ kind: 'chat', turns: -1 }, 'turns is -1; expected a whole number such as 1200'],
])('of %j: %s', (workload, words) => {
  expect(wordsOf(workload)).toContain(words);
});
