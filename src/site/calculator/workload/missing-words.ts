import { capital } from '../../../catalog/words/capital.ts';
import { type WorkloadProblem, workloadProblemText } from '../../../workload/index.ts';

/** A problem of described work for who fills in a form: what is missing by its label there. */
export function workProblemWords(problem: WorkloadProblem): string {
  if (problem.code !== 'missing_input') return workloadProblemText(problem);
  const { key, label, unit } = problem.args;
  if (key === 'parts') return 'Add the parts that the work is made of, or begin from a preset';
  const isChoice = unit.includes(' or ');
  const how = isChoice
    ? 'choose one'
    : label === unit || label.startsWith(`${unit} `)
      ? 'state how many'
      : `state it in ${unit}`;
  return `“${capital(label)}” is missing: ${how}, or begin from a preset`;
}
