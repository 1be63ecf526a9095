import type { Command } from 'commander';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';

/** `ratecard export FORMAT`: the catalog, or a bill, elsewhere. */
export function addExport(_program: Command, _io: Io, _end: (code: ExitCode) => void): void {}
