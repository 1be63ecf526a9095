import { existsSync, globSync, statSync } from 'node:fs';
import type { InputProblem } from '../../record-pricing/input-problem.ts';

/** A file that is named on the command line, or why it cannot be read. */
export interface Named {
  /** As a message calls it; `-` is standard input. */
  readonly name: string;
  readonly problem?: InputProblem;
}

/** The files that arguments name: paths as they are, patterns by what they match, `-` for standard input. */
export function findFiles(names: readonly string[]): Named[] {
  return names.flatMap((name): Named[] => {
    if (name === '-') return [{ name }];
    if (existsSync(name)) {
      return [statSync(name).isDirectory() ? { name, problem: { code: 'is_directory', args: {} } } : { name }];
    }
    if (!/[*?[{]/.test(name)) return [{ name, problem: { code: 'not_found', args: { reason: 'ENOENT' } } }];
    const found = globSync(name)
      .filter((path) => statSync(path).isFile())
      .sort();
    return found.length > 0
      ? found.map((path) => ({ name: path }))
      : [{ name, problem: { code: 'no_match', args: {} } }];
  });
}
