import { Command, CommanderError } from 'commander';
import { engineProblemText, isOfTheOffer, RatecardError } from '../engine/problem.ts';
import { WorkloadError, workloadProblemText } from '../workload/problem.ts';
import { refuseRepeats } from './check-flags.ts';
import { addBreakEven } from './commands/breakeven.ts';
import { addChanges } from './commands/changes.ts';
import { addCheck } from './commands/check.ts';
import { addCompare } from './commands/compare.ts';
import { addEstimate } from './commands/estimate.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addMeters } from './commands/meters.ts';
import { addPrice } from './commands/price.ts';
import { addSearch } from './commands/search.ts';
import { addShow } from './commands/show.ts';
import { addSolve } from './commands/solve.ts';
import { CommandError, EXIT, type ExitCode } from './exit-code.ts';
import { firstLines } from './first-lines.ts';
import type { Io } from './io.ts';
import { shownText } from './shown-text.ts';

const EXIT_CODES = `
Exit codes: 0 complete, 1 failed, 2 wrong command line, 3 answered but incomplete.`;

/** Runs a command that ends at once, for its arguments (without the program's own), and gives the exit code. */
export function run(args: readonly string[], asked: Io, version: string): ExitCode {
  const io = withShownMessages(asked);
  let code: ExitCode = EXIT.complete;
  const program = buildProgram(io, version, (next) => {
    code = next;
  });
  try {
    program.parse(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

/** {@link run} for every command, those that read from elsewhere too. */
export async function runToEnd(args: readonly string[], asked: Io, version: string): Promise<ExitCode> {
  const io = withShownMessages(asked);
  let code: ExitCode = EXIT.complete;
  const program = buildProgram(io, version, (next) => {
    code = next;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

/** Messages repeat what was typed and read, so nothing in them may steer the terminal. */
function withShownMessages(io: Io): Io {
  return { ...io, err: (text) => io.err(shownText(text)) };
}

function buildProgram(io: Io, version: string, end: (code: ExitCode) => void): Command {
  const program = new Command('ratecard')
    .description(
      'The open rate card for AI APIs: what every provider charges, priced exactly, with a source for every number.',
    )
    .version(version)
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) })
    .exitOverride()
    .showHelpAfterError('(ratecard --help lists the commands and their options)')
    .addHelpText('after', EXIT_CODES);
  for (const add of [
    addEstimate,
    addCompare,
    addPrice,
    addSolve,
    addBreakEven,
    addShow,
    addSearch,
    addMeters,
    addChanges,
    addCheck,
    addExport,
    addImport,
  ])
    add(program, io, end);
  for (const command of program.commands) {
    refuseRepeats(command);
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    });
  }
  return program;
}

/** How the command ends on an error, which is told in words. */
function exitCodeOf(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.wrongCommandLine;
  if (error instanceof RatecardError) {
    const lines = error.problems.map((problem) => `${problem.path}: ${engineProblemText(problem)}`);
    for (const line of firstLines(lines, '')) io.err(line);
    return error.problems.some(isOfTheOffer) ? EXIT.failed : EXIT.wrongCommandLine;
  }
  if (error instanceof WorkloadError) {
    const lines = error.problems.map((problem) => `${problem.path}: ${workloadProblemText(problem)}`);
    for (const line of firstLines(lines, '')) io.err(line);
    return EXIT.wrongCommandLine;
  }
  if (!(error instanceof CommandError)) throw error;
  for (const line of error.lines) io.err(line);
  return error.exitCode;
}
