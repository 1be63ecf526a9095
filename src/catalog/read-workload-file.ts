import { checkWork } from '../workload/check-point.ts';
import { workloadProblemText } from '../workload/problem.ts';
import { readWorkload } from '../workload/read-workload.ts';
import type { Workload } from '../workload/workload.ts';
import { type DataFile, parseDataFile } from './data-file.ts';
import type { CatalogProblem } from './problem.ts';
import { WorkloadFile } from './schema/workload-file.ts';
import { validate } from './validate.ts';

/** A workload file read, or everything wrong with it. */
export type ReadWorkloadText = { readonly workload: Workload } | { readonly problems: readonly CatalogProblem[] };

/** Reads the text of a workload file (YAML, of which JSON is a part); `file` names it in problems. */
export function readWorkloadText(file: string, text: string): ReadWorkloadText {
  const problems: CatalogProblem[] = [];
  const data = parseDataFile({ path: file, text }, problems);
  const workload = data ? readWorkloadData(data, problems) : null;
  return workload ? { workload } : { problems: problems.map((problem) => ({ ...problem, file })) };
}

/** Holds a parsed file against the inputs of its kind of work; null with problems noted, each with its place. */
export function readWorkloadData(data: DataFile, problems: CatalogProblem[]): Workload | null {
  if (!validate(WorkloadFile, data, problems)) return null;
  const read = readWorkload(data.value);
  const found = 'problems' in read ? read.problems : checkWork(read.work);
  for (const problem of found) {
    const args = { message: workloadProblemText(problem) };
    problems.push({
      code: 'workload_unsound',
      args,
      file: data.file,
      path: problem.path,
      ...data.locate(problem.path.split('/')),
    });
  }
  return found.length > 0 ? null : (data.value as Workload);
}
