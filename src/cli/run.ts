import { Command, CommanderError } from 'commander';
import { engineProblemText, RatecardError } from '../engine/problem.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addEstimate } from './commands/estimate.ts';
import { addExport } from './commands/export.ts';
import { addPrice } from './commands/price.ts';
import { addSearch } from './commands/search.ts';
import { addShow } from './commands/show.ts';
import { CommandError, EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

const EXIT_CODES = `
Exit codes: 0 complete, 1 failed, 2 wrong command line, 3 answered but incomplete.`;

/** The program with its commands; `end` takes the exit code of the one that runs. */
function programOf(io: Io, version: string, end: (code: ExitCode) => void): Command {
  const program = new Command('ratecard')
    .description(
      'The open rate card for AI APIs: what every provider charges, priced exactly, with a source for every number.',
    )
    .version(version)
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .exitOverride()
    .showHelpAfterError('(ratecard --help lists the commands and their options)')
    .addHelpText('after', EXIT_CODES);
  for (const add of [addEstimate, addCompare, addPrice, addShow, addSearch, addCheck, addExport]) {
    add(program, io, end);
  }
  for (const command of program.commands) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    });
  }
  return program;
}

/** Says what ended a command, and gives its exit code; anything unforeseen is thrown on. */
function codeOf(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.wrongCommandLine;
  if (error instanceof RatecardError) {
    for (const problem of error.problems) io.err(`${problem.path}: ${engineProblemText(problem)}`);
    return error.problems.some(({ path }) => !/^(groups|at|when|top_up|days|used_before)/.test(path))
      ? EXIT.failed
      : EXIT.wrongCommandLine;
  }
  if (!(error instanceof CommandError)) throw error;
  for (const line of error.lines) io.err(line);
  return error.exitCode;
}

/** Runs a command that needs no waiting for its arguments (without the program's own) and gives the exit code. */
export function run(args: readonly string[], io: Io, version: string): ExitCode {
  let code: ExitCode = EXIT.complete;
  const program = programOf(io, version, (next) => {
    code = next;
  });
  try {
    program.parse(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, io);
  }
}

/** Runs any command, those that read streams included. */
export async function runToEnd(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let code: ExitCode = EXIT.complete;
  const program = programOf(io, version, (next) => {
    code = next;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, io);
  }
}
