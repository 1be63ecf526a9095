/** How the command ends: see `ratecard --help`. */
export const EXIT = { complete: 0, failed: 1, wrongCommandLine: 2, incomplete: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with messages for a person: one line each, no stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];

  constructor(exitCode: ExitCode, lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.lines = lines;
  }
}

/** The command line does not say what is wanted. */
export function wrongCommandLine(...lines: string[]): CommandError {
  return new CommandError(EXIT.wrongCommandLine, lines);
}

/** What was asked cannot be answered. */
export function failed(...lines: string[]): CommandError {
  return new CommandError(EXIT.failed, lines);
}
